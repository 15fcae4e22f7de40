import type { CourtesyLexicon } from "./courtesy-lexicon.ts";

export const turkishCourtesies: CourtesyLexicon = {
  courtesy: `teşekkürler | teşekkür ederim | çok teşekkürler | çok teşekkür ederim | teşekkür | sağol | sağ ol | sağolun |
    sağ olun | eyvallah | tşk | tşkler | tesekkur | minnettarım | tamam | tamamdır | ok | okay | peki | süper |
    harika | mükemmel | güzel | çok güzel | anladım | anlaşıldı | olur | iyi günler | iyi akşamlar | iyi geceler |
    görüşürüz | hoşça kalın | hoşçakal | güle güle | kolay gelsin | hayır teşekkürler | yok teşekkürler | bu kadar |
    hepsi bu | rica ederim | size de`,
  glue: `yardımınız için | yardımın için | her şey için | ilginiz için | bilgi için | çok | tekrar | ve | ederim |
    ediyorum | o zaman | o halde | size | sana | da | herkese | şimdiden | iyi | günler | dilerim | hayırlı | işler`,
};
