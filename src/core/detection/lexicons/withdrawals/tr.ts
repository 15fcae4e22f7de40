import type { WithdrawalLexicon } from "./withdrawal-lexicon.ts";

export const turkishWithdrawals: WithdrawalLexicon = {
  withdrawal: `boş ver | boşver | boş verin | boşverin | unutun | unut | vazgeçtim | vaz geçtim | iptal | iptal et | iptal edin
    | iptal ediyorum | iptal edebilirsiniz | gerek kalmadı | artık gerek yok | gerek yok artık | gerek yok | artık
    ihtiyacım yok | ihtiyacım kalmadı | yardıma ihtiyacım kalmadı | fikrimi değiştirdim | çözdüm | kendim çözdüm |
    çözüldü | sorun çözüldü | sorunu çözdüm | hallettim | kendim hallettim | halloldu | buldum | şimdi çalışıyor |
    düzeldi | beklemek istemiyorum | artık beklemek istemiyorum | beklemeyeceğim | artık beklemiyorum`,
  glue: `teşekkürler | teşekkür ederim | çok teşekkürler | yine de | sağ olun | sağol | lütfen | tamam | ok | hayır |
    evet | özür dilerim | kusura bakmayın | pardon | ben | artık | ama | ve | merhaba | iyi günler | görüşürüz |
    neyse | zaten | sorun | sorunu`,
};
