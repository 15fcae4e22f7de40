import type { LanguageWords } from "./language-words.ts";

export const turkishWords: LanguageWords = {
  frame: `bir bu şu o ve veya ya da de ama fakat çünkü için icin ile gibi kadar göre sonra önce once beri daha en çok cok az
    hiç hic her hep hala hâlâ henüz henuz artık artik şimdi simdi bugün bugun dün dun yarın yarin sadece bile ne neden
    niye nasıl nasil nerede nerde nereden hangi kim kime kimse kaç kac zaman ben benim bana beni bende sen senin sana siz
    sizin size sizi biz bizim bize onun ona onlar kendi mi mı mu mü mısınız misiniz musunuz mısın misin değil degil var
    yok evet hayır hayir tamam lütfen lutfen olarak oldu olur olmuyor oluyor olan olmadı olmadi olmaz olacak ise ki böyle
    boyle öyle şey sey bişey bisey birşey hiçbir hicbir bütün tüm biraz iki üç uc kere defa tane demek yani lazım lazim
    gerek gerekiyor burada burda orada orda istiyorum istiyoruz istiyom edin eder etmek ettim etti ediyorum edebilir
    yapmak yaptım yaptim yapmalıyım nolur acaba peki eğer diye dedi geçen gecen gelmedi gelmiyor geldi gelecek verdi verir
    bakar miyim edildi yazıyor yaziyor açık acik`,
  subjects: `sipariş* siparis* kargo* paket* teslim* teslimat fatura* ödeme* odeme* öde* kart* hesab* hesap* şifre* sifre*
    giriş* iptal iade* değiş* degis* para* yardım* yardim* ürün* urun* beden fiyat* adres* telefon* numara* hafta* gün gunu
    saat* mağaza* magaza* pazar aldım aldim gönder* gonder* ulaş* ulas* bekliyor* bozuk kırık kirik sorun* problem*
    çalış* calis* rezervasyon* uçuş oda kutu* uygulama* çekildi cekildi almanya* giremiyorum unuttum anlamadım anlamadim
    arkadaş* arkadas* fotoğraf* fotograf* ayakkabı* yüklem* yuklem* öğren* ogren* süre* sure* acil geri insan insanla
    kişi kisi temsilci* yetkili* müşteri* musteri* hizmet* görüş* gorus* konuş* konus* bağla* bagla* biri birisi
    arayın ara yıl hayat dünya yeni kötü kotu rezil* rezalet berbat aptal salak gerizekalı şikayet* sikayet* dolandır*
    avukat* mahkeme* ölmek öldür* gerçekten gercekten yeter belki hemen bakın ver verin ofis* çalındı sesini`,
  greetings: `merhaba merhabalar selam günaydın gunaydin teşekkürler tesekkurler teşekkür sağol sagol iyi günler gunler akşamlar
    aksamlar geceler`,
  endings: `yor yorum yorsun iyorum uyorum iyor ıyor iniz ınız unuz ımız imiz lar ler ların lerin larım lerim mak mek dım dim
    dum düm dık dik medi madı miyor mıyor ması mesi ığı iği sınız siniz acak ecek abilir ebilir tım tim`,
};
