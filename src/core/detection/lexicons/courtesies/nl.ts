import type { CourtesyLexicon } from "./courtesy-lexicon.ts";

export const dutchCourtesies: CourtesyLexicon = {
  courtesy: `dank je | dankje | dank je wel | dankjewel | dank u | dank u wel | bedankt | hartelijk dank | heel erg bedankt |
    hartstikke bedankt | thanks | merci | ok | okay | oke | oké | top | prima | perfect | super | goed | heel goed |
    mooi | fijn | duidelijk | begrepen | is goed | doei | dag | tot ziens | tot straks | fijne dag | fijne dag nog |
    fijne avond | fijn weekend | nee bedankt | nee dank je | dat was alles | dat is alles | verder niets | graag
    gedaan | insgelijks | groetjes | helemaal goed`,
  glue: `voor je hulp | voor uw hulp | voor de hulp | voor alles | voor de info | voor de snelle | reactie | hulp |
    nogmaals | en | jij ook | u ook | ook | dan | alvast | zeer | heel | erg | wel | hoor | een | fijne | dag | nog
    | met vriendelijke groet | groet | groeten`,
};
