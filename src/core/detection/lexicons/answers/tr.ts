import type { AnswerLexicon } from "./answer-lexicon.ts";

export const turkishAnswers: AnswerLexicon = {
  yes: `evet | evett | evet lütfen | tabii | tabi | tabii ki | tabiki | elbette | isterim | evet isterim | olur | olur lütfen | iyi olur | çok iyi olur | harika olur | kesinlikle |
    memnun olurum | lütfen yapın | neden olmasın | aynen | istiyorum`,
  agree: "tamam | ok | okay | peki | lütfen | olabilir | pekala | tamamdır",
  no: "hayır | yok | yoo | hayr | cık",
  not: "değil | istemiyorum | istemem | istemiyom | gerek yok | olmasın | olmadan",
  decline: `hayır teşekkürler | hayır teşekkür ederim | gerek yok | gerekmez | gerek değil | lazım değil | şimdi değil | henüz değil | şimdilik hayır | sonra |
    daha sonra | belki sonra | boşver | boş ver | istemiyorum | istemem | gerekli değil | almayayım | yok teşekkürler | yok sağol`,
  person: `insan | insanla | bir insanla | gerçek insan | gerçek bir insanla | kişi | kişiyle | kişiye | biri | biriyle | birisi | birisiyle | birine | temsilci | temsilciyle | temsilciye |
    müşteri temsilcisi | müşteri temsilcisiyle | yetkili | yetkiliyle | yetkiliye | ekip | ekibiniz | ekibinizden | ekibinizle | çalışan | ilk | ilki | birinci | birincisi | ilk seçenek | 1 |
    bağla | bağlayın | beni bağlayın | aktarın | aktar | operatör | operatöre`,
  bot: `sen | seninle | sizinle | siz | bot | botla | robot | robotla | makine | asistan | asistanla | yapay zeka | devam | devam et | devam edin | devam edelim | devam edebiliriz | ikinci |
    ikincisi | ikinci seçenek | 2 | burada kalayım | seninle devam | seninle devam edelim | sizinle devam edelim | seninle devam etmek`,
  glue: `ben | bir | konuşmak | görüşmek | görüşeyim | konuşayım | istiyorum | isterim | istiyom | tercih ederim | tercih | ederim | gerçek | ile | la | le | lütfen | teşekkürler | teşekkür | sağol | sağolun |
    şimdi | hemen | merhaba | o zaman | beni | bana | olsun | daha iyi | mümkünse | seçenek | sadece | iyi | konuşalım | görüşelim | böyle | başka | hiç | kimse | edin | edelim`,
  but: "ama | fakat | çünkü | ve | ancak",
};
