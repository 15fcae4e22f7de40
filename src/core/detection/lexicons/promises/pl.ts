import type { PromiseLexicon } from "./promise-lexicon.ts";

export const polishPromises: PromiseLexicon = {
  sets: {
    case: `rozmow* | spraw* | zgłoszeni* | pytani* | wiadomoś* | zapytani* | problem* | czat* | reklamacj* | prośb* | ją | to | je`,
    people: `konsultant* | pracownik* | pracowni* | koleg* | koleż* | kolezan* | agent | agenta | agentem | agentowi | agenci |
      człowiek* | osob* | ktoś | kogoś | kimś | zespoł* | zespół | dział* | obsług* klienta | specjalist* | doradc* |
      przedstawiciel* | operator | operatora | operatorem | operatorowi | wsparci* | ekspert* | kierownik* | opiekun*`,
    contact: `skontaktuj* | oddzwon* | zadzwon* | odezw* | odpowie* | pomoż* | przejm* | zajm* | napisz* | dołącz* |
      będzie z | sprawdz* | odpisz* | wróc*`,
    moved: "przekazan* | przesłan* | przekierowan* | wysłan* | eskalowan* | połączon* | zgłoszon* | powiadomion*",
    moving: "połączyć | przekazać | przełączyć | przekierować | przesłać | powiadomić | skontaktować",
  },
  phrases: {
    promise: [
      "odpowiemy|odpiszemy",
      "{people} * już? * wie|wiedzą",
      "trafia prosto|bezpośrednio do * {people}",
      "{people} * {contact}",
      "{people} * się|cię|pani|panem|panią|tobą {contact}",
      "{contact} się? * {people}",
      "skontaktujemy się",
      "odezwiemy się",
      "oddzwonimy",
      "wrócimy z odpowiedzią",
      "utworzyłem|utworzyłam|założyłem|założyłam|otworzyłem|zarejestrowałem|stworzyłem * zgłoszenie|ticket|sprawę",
      "utworzyłem|utworzyłam|założyłem|założyłam|otworzyłem|zarejestrowałem|stworzyłem zgłoszenie|ticket|sprawę",
      "zgłoszenie|ticket zostało|został utworzone|utworzony|założone|zarejestrowane",
      "utworzono|założono|zarejestrowano zgłoszenie|ticket",
      "tworzę|zakładam|otwieram zgłoszenie|ticket",
      "eskaluję|eskalowałem|eskalowałam",
    ],
    passing: [
      "wzywam|wołam|zawiadamiam",
      "proszę o",
      "zgłosiłem|zgłosiłam|zawiadomiłem|zawiadomiłam|zgłaszam",
      "łączę",
      "łącze",
      "przełączam|przekierowuję|przekazuję|przekazuje|przesyłam|powiadamiam",
      "połączę|przełączę|przekieruję|przekażę|prześlę|powiadomię",
      "przekazałem|przekazałam|przesłałem|przesłałam|przekierowałem|przekierowałam|powiadomiłem|powiadomiłam",
      "przekazaliśmy|przesłaliśmy|przekierowaliśmy",
      "pozwól|proszę|pozwolę że? sobie? {moving}",
      "{case} * została|zostało|został|zostanie|jest {moved}",
      "została|został|zostaniesz pan|pani|teraz? połączon*|przekierowan*|przełączon*",
      "który|która * {contact}",
    ],
    held: ["podczas gdy łączę", "aż połączę"],
    team: ["{people}"],
    offer: [
      "jeśli|jesli|jeżeli|jezeli|gdyby|gdybyś",
      "w razie",
      "czy",
      "chcesz|chciałbyś|chciałabyś|życzy|życzysz",
      "gdy|kiedy tylko? podasz|poda|zadzwonisz|zadzwoni",
      "zanim|przed",
      "po tym jak",
    ],
    denial: ["nie", "żaden|żadna|żadnego", "nikt", "nigdy"],
    matter: [
      "kurier*|dostawc*|kierowc*|sprzedawc*|bank*|listonosz*|hotel*|przewoźnik*|magazyn*",
      "paczk*|przesyłk*|zwrot*|pieniądz*|pieniędz*|kwot*|zamówieni*|płatnoś*|przelew*",
    ],
  },
  unless: ["agent* nieruchomości|turystyczn*"],
};
