import type { AnswerLexicon } from "./answer-lexicon.ts";

export const dutchAnswers: AnswerLexicon = {
  yes: `ja | jaa | jah | jep | yes | ja graag | ja hoor | graag | heel graag | zeker | natuurlijk | absoluut | dat zou fijn zijn | dat zou mooi zijn |
    dat is goed | doe dat | doe maar | waarom niet | lijkt me goed | zou fijn zijn | uiteraard | jazeker | tuurlijk`,
  agree: "ok | okay | oke | oké | is goed | prima | goed | alsjeblieft | alstublieft | aub | akkoord | top",
  no: "nee | neen | nope | neuh | no",
  not: "niet | geen | zonder | nooit | liever niet",
  decline: `nee dank je | nee dankje | nee bedankt | nee dank u | nee hoor | hoeft niet | dat hoeft niet | niet nodig | is niet nodig | nu niet | nog niet | niet nu |
    later | misschien later | laat maar | maakt niet uit | liever niet | dat is niet nodig | gaat zo wel | zo is het goed | wil ik niet`,
  person: `mens | mensen | een mens | persoon | een persoon | iemand | medewerker | een medewerker | agent | collega | team | jullie team | uw team | echt persoon |
    echte persoon | echt mens | de eerste | eerste | het eerste | eerste optie | optie 1 | 1 | verbind me | verbind mij | doorverbinden | verbind me door |
    geen bot | geen robot | operator | adviseur | klantenservice | hun`,
  bot: `jou | met jou | je | u | met u | jij | bot | robot | machine | assistent | chatbot | computer | ai | ga door | ga verder | doorgaan | verdergaan | verder | verder gaan | door gaan |
    ga maar door | ga maar verder | de tweede | tweede | het tweede | laatste | tweede optie | optie 2 | 2 | hier blijven | doorpraten`,
  glue: `ik | wil | zou | willen | liever | kan | heb | nodig | met | een | de | het | van | echt | echte | spreken | praten | chatten | dank je | dankjewel | dank je wel | bedankt |
    dank u | nu | meteen | hallo | hoi | dan | maar gewoon | gewoon | even | graag met | me | mij | mijn | toch | wel | is | zijn | beter | optie | als het kan |
    er | om | te | door met | prima met | goed met | alleen | andere | dat`,
  but: "maar | want | omdat | en",
};
