import type { LanguageWords } from "./language-words.ts";

export const polishWords: LanguageWords = {
  frame: `i a w we z ze na do od po za o u przez przed przy dla bez pod nad między oraz lub albo ale więc wiec bo że ze czy
    jeśli jesli jeżeli gdy jak jaki jaka jakie kiedy gdzie skąd dlaczego czemu kto co czego ile który która które ktoś coś ja ty
    on ona ono my wy oni mnie mi mną ciebie ci się sie sobie go jej im ich nam nas was wam mój moj moja moje mojego mojej
    mojemu moim moich twój swoj swój nasz wasz wasza pan pani pana państwo to ten ta te tego tej temu tym tą tu tutaj tam
    jestem jesteś jest jesteśmy jesteście są byłem była był było być będzie bedzie będę nie tak no nic nikt wszystko każdy
    mam masz ma mamy macie mają miał mieć chcę chce chcesz chciałbym chcialbym chciałabym chcialabym mogę moge może moze
    możesz możecie mozecie można mozna muszę musze musi trzeba powinno wiem wie wiedzieć robić zrobić zrobic bardzo dużo
    więcej mniej mało tylko już juz jeszcze też tez zawsze nigdy teraz dziś dzisiaj wczoraj jutro potem zaraz szybko wciąż
    nadal dwa dwie trzy razy raz jeden jedna tylko przecież proszę prosze prosić`,
  subjects: `zamów* zamow* paczk* przesyłk* przesylk* dostaw* dostarcz* doręcz* dorecz* wysył* wysyl* wysłać wyslac faktur*
    płatnoś* platnos* zapłac* zaplac* kart* kont* hasł* hasla zalogow* logow* anulow* odwoł* zmieni* wymieni* zwrot* zwróc*
    pieniąd* pieniędzy pieniedzy pieniadze pomoc* pomóż potrzebuj* przysz* dotar* czekam zepsut* uszkodz* produkt*
    rozmiar* buty cena ceny numer* adres* telefon* tydzień tygodni* tygodnie dni dzień dzien miesiąc godzin* otwar* sklep*
    niedziel* kupi* dosta* otrzym* działa dziala problem* pytanie rozumiem rezerwac* lot pokoju pudełk* pobra* aplikac*
    sprawdz* potwierdz* znaczy zapomni* koleżank* kolezank* chodzi pilnie człowiek człowiekiem osob* rozmaw*
    konsultant* połącz* polacz* obsług* firm* ludzie czas rok lata życie świat rzecz nowy gorszy najgorsz* lepszy
    wstyd skandal głup* idio* oszust* prawnik* sąd sądu umrzeć zabić naprawdę chyba dość dosyć dawaj dajcie daj niech
    mów powiedz ukrad* padł banda zadzwoń dzwoni* niedopuszczalne`,
  greetings: `dzień dobry witam cześć czesc hej dziękuję dziekuje dzięki dzieki widzenia pozdrawiam siema`,
  endings: `ość osc ego emu ych ach ami owy owa owe owac ować aniem anie enie ałem alem ałam alam iłem ilem iłam ilam szy czy
    cie cja cji cję szcz iej`,
};
