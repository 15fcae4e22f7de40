import type { WithdrawalLexicon } from "./withdrawal-lexicon.ts";

export const dutchWithdrawals: WithdrawalLexicon = {
  withdrawal: `laat maar | laat maar zitten | laat zitten | vergeet het | vergeet het maar | annuleer | annuleren | annuleer
    het | annuleer mijn verzoek | hoeft niet meer | hoeft al niet meer | is niet meer nodig | niet meer nodig | niet
    langer nodig | heb ik niet meer nodig | heb niemand meer nodig | heb geen hulp meer nodig | heb geen medewerker
    meer nodig | ik ben van gedachten veranderd | al opgelost | is opgelost | is al opgelost | heb het opgelost |
    heb het zelf opgelost | zelf opgelost | probleem opgelost | heb het gevonden | gevonden | het werkt weer | het
    werkt nu | doet het weer | wil niet wachten | wil niet meer wachten | ik wacht niet meer | ik wacht niet langer`,
  glue: `bedankt | dank je | dank u | dank je wel | dank u wel | toch bedankt | alsjeblieft | alstublieft | ok | oké |
    oke | nee | ja | sorry | ik | het | al | nu | zelf | toch | inmiddels | hoor | maar | en | hallo | doei | fijne
    dag | dag | oh | ah | het probleem | dan`,
};
