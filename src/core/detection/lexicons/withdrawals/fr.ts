import type { WithdrawalLexicon } from "./withdrawal-lexicon.ts";

export const frenchWithdrawals: WithdrawalLexicon = {
  withdrawal: `laissez tomber | laisse tomber | oubliez | oublie | oubliez ça | oublie ça | annuler | annulez | annule |
    annuler la demande | annulez ma demande | annuler ma demande | plus besoin | je nai plus besoin | je nen ai
    plus besoin | nai plus besoin daide | je nai plus besoin daide | je nai plus besoin de personne | je nai
    plus besoin dun conseiller | plus nécessaire | ce nest plus nécessaire | cest plus nécessaire | ce nest plus
    la peine | plus la peine | ce nest plus utile | jai changé davis | cest réglé | cest résolu | problème
    résolu | problème réglé | jai résolu | jai trouvé | cest bon jai trouvé | jai réussi | ça marche maintenant
    | ça fonctionne maintenant | ça remarche | je ne veux plus attendre | je ne veux pas attendre | je nattends
    plus | tant pis`,
  glue: `merci | merci beaucoup | merci quand même | sil vous plaît | svp | stp | ok | daccord | non | oui | désolé |
    désolée | pardon | excusez moi | finalement | en fait | déjà | moi même | le problème | mais | et | bonjour | au
    revoir | bonne journée | ah | oh | alors | cest bon | maintenant | tout seul | toute seule | le | la`,
};
