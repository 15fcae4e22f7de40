import type { CourtesyLexicon } from "./courtesy-lexicon.ts";

export const polishCourtesies: CourtesyLexicon = {
  courtesy: `dziękuję | dzięki | dziękuję bardzo | bardzo dziękuję | dzięki wielkie | wielkie dzięki | dzięks | ok | okej |
    okay | super | świetnie | dobrze | dobra | w porządku | idealnie | rozumiem | jasne | spoko | do widzenia | pa |
    cześć | na razie | do usłyszenia | miłego dnia | dobranoc | nie dziękuję | to wszystko | nic więcej | nawzajem |
    nie ma za co | pozdrawiam | wszystko jasne`,
  glue: `za pomoc | za wszystko | za odpowiedź | za informację | za szybką | bardzo | serdecznie | jeszcze raz | i | to |
    już | w takim razie | pani | panu | państwu | również | życzę | miłego | dnia | wieczoru | z góry | pięknie | no`,
};
