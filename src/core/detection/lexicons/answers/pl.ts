import type { AnswerLexicon } from "./answer-lexicon.ts";

export const polishAnswers: AnswerLexicon = {
  yes: `tak | taak | tak proszę | tak poproszę | poproszę | chętnie | oczywiście | jasne | pewnie | jak najbardziej | no pewnie | no tak | byłoby super | byłoby dobrze |
    chcę | chciałbym | chciałabym | czemu nie | zgadza się | koniecznie | owszem | proszę bardzo tak`,
  agree: "ok | okej | okay | dobrze | dobra | w porządku | zgoda | proszę | super | spoko | może być",
  no: "nie | niee | nope",
  not: "nie | bez | nigdy | żaden | żadnego",
  decline: `nie dziękuję | nie dzięki | nie trzeba | nie potrzeba | nie ma potrzeby | nie potrzebuję | nie teraz | jeszcze nie | na razie nie | później | potem |
    może później | raczej nie | niekoniecznie | nie chcę | nieważne | dam radę | wolę nie | nie jest to konieczne`,
  person: `człowiek | człowiekiem | z człowiekiem | człowieka | osoba | osobą | z osobą | osobę | ktoś | kimś | z kimś | kogoś | konsultant | konsultantem |
    konsultanta | pracownik | pracownikiem | agent | agentem | zespół | zespołem | żywy człowiek | pierwsze | pierwsza | pierwsza opcja | opcja 1 | 1 |
    połącz | połącz mnie | proszę połączyć | połączyć | przełącz | bez bota | doradca | doradcą | operator | operatorem`,
  bot: `tobą | z tobą | ty | panem | z panem | bot | botem | robot | robotem | maszyna | asystent | asystentem | czatbot | kontynuuj | kontynuować | kontynuujmy | kontynuujemy | dalej |
    idziemy dalej | możemy kontynuować | proszę kontynuować | drugie | druga | druga opcja | opcja 2 | 2 | zostanę | zostaję`,
  glue: `ja | chcę | chciałbym | chciałabym | wolę | wolałbym | wolałabym | mogę | potrzebuję | rozmawiać | porozmawiać | pogadać | z | ze | prawdziwy | prawdziwym | prawdziwą |
    żywym | żywą | dziękuję | dzięki | teraz | od razu | cześć | dzień dobry | to | już | opcja | lepiej | proszę | bardzo | się | mnie | jakimś | waszego | zespołu | jeśli można |
    tylko | być | dobrze | może`,
  but: "ale | bo | ponieważ | i | lecz | tylko że",
};
