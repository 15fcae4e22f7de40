import type { CourtesyLexicon } from "./courtesy-lexicon.ts";

export const frenchCourtesies: CourtesyLexicon = {
  courtesy: `merci | merci beaucoup | merci bien | mille mercis | mrc | mci | un grand merci | ok | okay | d'accord | dac |
    parfait | super | génial | très bien | c'est bon | c'est parfait | bien reçu | compris | entendu | excellent |
    nickel | au revoir | bonne journée | bonne soirée | à bientôt | à plus | bonne nuit | non merci | c'est tout |
    ce sera tout | rien d'autre | bye | de rien | cool | ça marche | merci à vous | merci à toi | je vous remercie |
    je te remercie`,
  glue: `pour tout | pour votre aide | pour ton aide | pour l'aide | de votre aide | pour votre réponse | pour votre
    temps | infiniment | encore | et | à | vous | toi | bien | très | tout | alors | à vous aussi | également | ok |
    bon | beaucoup | bonne | week-end | pour l'info | cordialement | madame | monsieur`,
};
