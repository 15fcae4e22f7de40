import type { PromiseLexicon } from "./promise-lexicon.ts";

export const turkishPromises: PromiseLexicon = {
  sets: {
    case: `taleb* | talep* | soru* | mesaj* | sohbet* | görüşme* | konuşma* | sorun* | problem* | konu* | şikayet* | başvuru* |
      durum* | bilgi*`,
    people: `temsilci* | ekip* | ekib* | arkadaş* | yetkili* | uzman* | birisi | biri | birine | birim* | destek ekib* | çalışan* |
      danışman* | insan* | meslektaş* | yönetici* | operatör* | görevli* | departman* | müşteri hizmetleri*`,
  },
  phrases: {
    promise: [
      "size|sana buradan|geri yazacağız|döneceğiz",
      "doğrudan * {people} gidiyor",
      "sizinle|seninle * iletişime geçeceğiz",
      "sizi|seni * arayacağız",
      "size|sana * dönüş yapacağız",
      "size|sana * döneceğiz|dönüş",
      "kaydı|talebi|kayıt|ticket|bilet|kaydınızı * oluşturdum|açtım|oluşturuldu|açıldı|oluşturuyorum|oluşturduk",
      "destek * oluşturdum|açtım|oluşturuldu|oluşturuyorum",
    ],
    passing: [
      "görüştürüyorum|görüştüreceğim|çağırıyorum|çağıracağım|çağırdım",
      "geri dönecek*|arayacak*",
      "haber veriyorum|verdim",
      "bağlıyorum|bagliyorum|bağlayacağım|bağladım|bağlıyoruz|bağlanıyorsunuz|bağlanıyor|bağlanacaksınız",
      "aktarıyorum|aktaracağım|aktardım|aktarıyoruz|aktarıldı|aktarılıyorsunuz|aktarılıyor|aktarılacaksınız|aktardık",
      "yönlendiriyorum|yönlendireceğim|yönlendirdim|yönlendirildi|yönlendiriliyorsunuz|yönlendiriyoruz|yönlendirdik",
      "iletiyorum|ileteceğim|ilettim|iletildi|iletiyoruz|ilettik",
      "devrediyorum|devredeceğim|devrettim",
      "iletişime|irtibata geçecek*",
      "dönüş yapacak*",
      "yardımcı olacak*",
      "arayacak*|ilgilenecek*|katılacak*|dönecek*|yanıtlayacak*|inceleyecek*|devralacak*",
      "bildirdim|bilgilendirdim|bilgilendirildi",
      "haber verdim",
    ],
    held: ["bağlarken|aktarırken|yönlendirirken"],
    team: ["{people}"],
    offer: [
      "isterseniz|istersen|dilerseniz|dilersen|arzu|gerekirse|eğer",
      "ister misiniz|misin",
      "devam ederse",
      "olursa|çözülmezse|olmazsa|isteniyorsa|istiyorsanız|istiyorsan",
      "verdiğinizde|aradığınızda|önce",
    ],
    denial: ["değil", "hiç|hiçbir|kimse", "yok"],
    matter: [
      "kurye*|kargo*|sürücü*|şoför*|satıcı*|banka*|otel*|postacı*|teknisyen*|tedarikçi*",
      "paket*|iade*|para*|tutar*|sipariş*|ödeme*|hesab*",
    ],
  },
  unless: ["emlak|seyahat temsilci*"],
};
