import type { PromiseLexicon } from "./promise-lexicon.ts";

export const dutchPromises: PromiseLexicon = {
  sets: {
    you: "u | je | jou | jullie",
    case: `vraag | verzoek | bericht | gesprek | chat | probleem | melding | ticket | zaak | klacht | aanvraag | gegevens | casus |
      dit | het`,
    people: `medewerk* | collega | collegas | mens | iemand | team | teams | klantenservice | afdeling | specialist* | adviseur* |
      agent | agenten | expert* | helpdesk | supportteam | support | manager | leidinggevende | persoon | klantcontact |
      servicemedewerk*`,
    moved: `doorgestuurd | doorgezet | doorgegeven | overgedragen | doorverbonden | geëscaleerd | gemeld | ingelicht |
      geïnformeerd | verzonden | gestuurd | toegewezen | doorgeschakeld | ingeschakeld`,
    moving:
      "doorverbinden | doorzetten | doorsturen | overdragen | doorgeven | doorschakelen | inschakelen | escaleren | verbinden",
    contacting: `contact opnemen | contact met {you} opnemen | terugbellen | bellen | helpen | reageren | antwoorden | oppakken |
      overnemen | mailen | verder helpen`,
  },
  phrases: {
    promise: [
      "u|je hoort|hoor hier? van ons",
      "{people} * is op de hoogte",
      "gaat rechtstreeks * naar ons|onze|het {people}",
      "{people} neemt|nemen * contact",
      "{people} * neemt|nemen * contact",
      "neemt|nemen een|iemand|ons|onze * {people} * contact",
      "{people} belt|bellen|helpt|helpen|mailt|antwoordt|reageert|pakt u|je|jou|dit|het|zo",
      "{people} komt|is zo|eraan|er",
      "we|wij nemen * contact",
      "we|wij bellen u|je",
      "we|wij komen * terug",
      "ik kom * terug",
      "ik heb|hebben * ticket|melding * aangemaakt|gemaakt|geopend",
      "heb een|uw|je * ticket|melding * aangemaakt|gemaakt|geopend",
      "er is een ticket|melding aangemaakt",
      "ticket is aangemaakt|geopend",
      "ik maak|open een ticket|melding",
      "ik heb * geëscaleerd",
      "ik escaleer",
    ],
    passing: [
      "roep|haal ik? een|iemand",
      "verbind ik? {you} * door",
      "verbind ik? {you} * met",
      "verbind ik? {you}",
      "schakel ik? {you} * door",
      "schakel ik? een|mijn|ons",
      "zet|stuur|geef ik? * door",
      "draag ik? * over",
      "breng ik? {you} * contact",
      "haal ik? * erbij",
      "laat me|mij * {moving}",
      "je|u wordt|bent|word * doorverbonden|doorgezet|doorgeschakeld|teruggebeld|geholpen",
      "die * contact",
    ],
    opening: [
      "ik|we|wij ga|zal|heb|hebben|gaan|zullen",
      "ga|zal|heb|hebben ik|we|wij",
      "uw|je|jouw|dit|deze|het {case} is|wordt|werd",
      "{people} * zal|gaat|zullen|gaan|is",
    ],
    closing: ["{moved}", "{moving}", "{contacting}"],
    held: ["terwijl ik {you} * doorverbind|verbind"],
    team: ["{people}"],
    offer: [
      "als u|je|jij|dat|dit|het|er|ik|de|gewenst|nodig",
      "indien",
      "mocht u|je|het",
      "wil|wilt|zal|kan|kunt|mag je|u|ik|jij",
      "zodra u|je",
      "voordat|voor ik|u|je",
    ],
    denial: ["niet", "geen", "niemand", "nooit"],
    matter: [
      "bezorger*|koerier*|chauffeur*|verkoper*|bank|postbode|postnl|vervoerder*|monteur*|hotel|leverancier*",
      "pakket*|bestelling|terugbetaling|geld|bedrag|zending|betaling|retour",
    ],
  },
  unless: ["supportpagina"],
};
