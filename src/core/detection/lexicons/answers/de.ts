import type { AnswerLexicon } from "./answer-lexicon.ts";

export const germanAnswers: AnswerLexicon = {
  yes: `ja | jaa | jaaa | jo | jep | jup | yes | ja bitte | ja gerne | ja gern | gerne | gern | sehr gerne | natürlich | klar | na klar | auf jeden fall | unbedingt |
    das wäre toll | das wäre gut | das wäre nett | das wäre super | mach das | machen sie das | machen sie | tu das | bitte machen | warum nicht |
    wäre gut | wäre super | wäre toll | selbstverständlich | ja klar | ja doch`,
  agree: "ok | okay | okey | bitte | gut | in ordnung | einverstanden | passt | prima | super | alles klar",
  no: "nein | ne | nee | nö | nope | no | nein nein",
  not: "nicht | kein | keine | keinen | keinem | keiner | ohne | nie | statt",
  decline: `nein danke | ne danke | nee danke | nicht nötig | brauche ich nicht | brauch ich nicht | jetzt nicht | noch nicht | nicht jetzt | später |
    vielleicht später | lieber nicht | passt schon | schon gut | geht schon | lass mal | lassen sie | muss nicht sein | muss nicht | egal |
    danke nein | eher nicht | nicht notwendig | will ich nicht | möchte ich nicht`,
  person: `mensch | menschen | person | echte person | echten menschen | jemand | jemanden | jemandem | mitarbeiter | mitarbeiterin | agent | berater | kollege |
    kollegen | kollegin | team | ihrem team | eurem team | das erste | erste | ersteres | die erste | erste option | option 1 | 1 | verbinden | verbinde mich |
    verbinden sie mich | kein bot | kein roboter | keinen bot | operator | ansprechpartner | support | kundenservice | denen | durchstellen`,
  bot: `dir | mit dir | ihnen | mit ihnen | du | dich | sie | bot | roboter | maschine | assistent | assistenten | chatbot | ki | weiter | weitermachen | weiter machen | mach weiter |
    machen sie weiter | machen wir weiter | fortfahren | fahren sie fort | fortsetzen | weiter so | das zweite | zweite | letzteres | die zweite |
    zweite option | option 2 | 2 | hier bleiben | hierbleiben | bleiben | weiterreden`,
  glue: `ich | möchte | mochte | moechte | will | würde | wuerde | hätte | haette | lieber | kann | brauche | brauch | mit | einem | einer | einen | ein | eine | der | die | das | den | aus |
    sprechen | reden | chatten | danke | vielen dank | danke schön | dankeschön | jetzt | gleich | sofort | hallo | dann | mal | doch | bitte schön | mich | mir |
    es | wäre | ist | und zwar | nur | echt | echten | echte | richtige | richtigen | am | liebsten | besser | option | zu | wenn möglich | gut | okay so | wir | weiter mit |
    von | schon | gern | so | wollen | in ordnung | reicht | bin | zufrieden | dem | bei`,
  but: "aber | weil | denn | und | sondern | da",
};
