import type { CourtesyLexicon } from "./courtesy-lexicon.ts";

export const italianCourtesies: CourtesyLexicon = {
  courtesy: `grazie | grazie mille | mille grazie | tante grazie | molte grazie | grazie tante | la ringrazio | ti ringrazio
    | vi ringrazio | ok | okay | va bene | perfetto | ottimo | benissimo | bene | capito | ricevuto | d'accordo |
    eccellente | fantastico | ciao | arrivederci | buona giornata | buona serata | buonanotte | a presto | ci
    sentiamo | no grazie | è tutto | questo è tutto | nient'altro | altrettanto | prego | gentilissimo |
    gentilissima | molto gentile | tutto ok | tutto bene`,
  glue: `per l'aiuto | per il tuo aiuto | per il suo aiuto | per tutto | di tutto | per la risposta | per la
    disponibilità | per l'informazione | ancora | e | a te | a lei | a voi | anche | allora | davvero | infinite |
    molto | così | e buona | giornata | saluti | cordiali | di cuore`,
};
