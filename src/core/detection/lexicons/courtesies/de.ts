import type { CourtesyLexicon } from "./courtesy-lexicon.ts";

export const germanCourtesies: CourtesyLexicon = {
  courtesy: `danke | vielen dank | danke schön | dankeschön | danke sehr | vielen lieben dank | herzlichen dank | besten dank
    | tausend dank | dank dir | ich danke ihnen | ich danke dir | merci | thx | ok | okay | super | prima | toll |
    perfekt | klasse | alles klar | in ordnung | gut | sehr gut | wunderbar | verstanden | passt | geht klar |
    tschüss | tschüß | tschau | ciao | auf wiedersehen | bis bald | bis dann | schönen tag | schönen tag noch |
    schönen abend | schönes wochenende | gute nacht | nein danke | das wars | das war alles | sonst nichts |
    gleichfalls | ebenso | bitte schön | gern geschehen | mfg | lg | hat sich erledigt | erledigt`,
  glue: `für ihre hilfe | für die hilfe | für deine hilfe | für alles | für die info | für die schnelle | für die antwort
    | antwort | hilfe | nochmal | nochmals | noch | und | ihnen | dir | auch | dann | wünsche | ich | einen |
    schönen | tag | abend | sehr | ja | so | vielmals | das | ist | na | viele | grüße | liebe | freundliche | mit |
    freundlichen | grüßen | schon mal | im voraus`,
};
