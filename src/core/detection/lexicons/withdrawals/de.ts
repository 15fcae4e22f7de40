import type { WithdrawalLexicon } from "./withdrawal-lexicon.ts";

export const germanWithdrawals: WithdrawalLexicon = {
  withdrawal: `hat sich erledigt | hat sich schon erledigt | hat sich bereits erledigt | erledigt | schon erledigt | hat sich
    geklärt | hat sich schon geklärt | geklärt | schon geklärt | schon gut | vergessen sie es | vergiss es |
    vergesst es | vergessen wir es | abbrechen | bitte abbrechen | brechen sie ab | stornieren sie die anfrage |
    doch nicht | doch nicht nötig | nicht mehr nötig | nicht mehr notwendig | nicht mehr erforderlich | nicht mehr
    gebraucht | brauche ich nicht mehr | brauche keinen mehr | brauche niemanden mehr | brauche keine hilfe mehr |
    brauche es nicht mehr | brauche sie nicht mehr | brauche keinen mitarbeiter mehr | brauche keinen menschen mehr
    | nicht mehr warten | will nicht warten | will nicht mehr warten | möchte nicht mehr warten | möchte nicht
    warten | ich warte nicht mehr | habe es gelöst | selbst gelöst | habe es selbst gelöst | habe es gefunden | habe
    es geschafft | habe es hinbekommen | problem gelöst | ist gelöst | es geht jetzt | es geht wieder | es
    funktioniert jetzt | geht wieder | lassen sie es | lass gut sein | lassen sie gut sein | keine umstände`,
  glue: `danke | vielen dank | danke schön | dankeschön | trotzdem danke | danke trotzdem | bitte | ok | okay | ach | oh
    | nein | ja | nee | ich | es | das | sich | jetzt | nun | schon | bereits | selbst | selber | entschuldigung |
    sorry | tut mir leid | doch | die sache | alles gut | tschüss | auf wiedersehen | schönen tag | schönen tag noch
    | und | aber | habe | hab | mein | das problem | die frage | anfrage | die anfrage | inzwischen | hallo | dann`,
};
