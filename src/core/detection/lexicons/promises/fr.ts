import type { PromiseLexicon } from "./promise-lexicon.ts";

export const frenchPromises: PromiseLexicon = {
  sets: {
    you: "vous | te | tai",
    case: `demande | question | dossier | cas | message | conversation | problème | ticket | requête | réclamation | tchat | chat |
      situation | coordonnées`,
    people: `conseiller* | conseillère* | collègue* | agent | agents | humain | humaine | personne | équipe | équipes | lequipe |
      service client | service clients | service clientèle | support | spécialiste* | opérateur* | opératrice* |
      responsable* | expert* | quelquun | département | lassistance | gestionnaire* | technicien du support | interlocuteur |
      lagent | chargé de clientèle | service concerné`,
    contact: `contacter* | rappeler* | appell* | rappell* | appeler* | appell* | répondr* | aider* | prendre* contact | revenir vers | reviendr* vers |
      recontacter* | prendra | prendront | prendre le relais | écrir* | occuper* | rejoindr* | traiter* | suivr* | assister*`,
    moved: `transmis* | transféré* | transfere* | escaladé* | remonté* | envoyé* | orienté* | redirigé* | prévenu | informé |
      alerté | assigné* | confié* | adressé* | passé`,
    moving: `transférer | transmettre | mettre en relation | mettre en contact | passer | connecter | rediriger | orienter |
      faire remonter | escalader | adresser | confier`,
  },
  phrases: {
    promise: [
      "{people} * est|sont prévenu*|informé*|alerté*",
      "part directement à|au notre|nos? {people}",
      "{people} * va|vont * {contact}",
      "{people} * vous|te {contact}",
      "{people} * {contact} vous|votre|avec|le|contact|relais",
      "nous|on vous|te {contact}",
      "nous reviendrons|revenons vers",
      "nous allons vous|te {contact}",
      "jai|nous avons * créé|ouvert|enregistré|généré un|votre|une * ticket|dossier|réclamation",
      "jai|avons créé|ouvert|enregistré|généré un|votre ticket|dossier",
      "ticket|dossier a été créé|ouvert|escaladé|transmis",
      "je crée|ouvre un|votre ticket|dossier",
      "je vais créer|ouvrir un|votre ticket|dossier",
      "jai * escaladé",
      "vous allez|serez être? mis|mise|transféré|transférée|contacté|contactée|rappelé|recontacté|connecté",
      "vous êtes en cours de transfert",
      "transfert en cours",
      "mise en relation en cours",
    ],
    passing: [
      "jappelle|jalerte",
      "je fais venir|appel",
      "je vais chercher|appeler|prévenir",
      "je demande",
      "je {you} mets en relation|contact",
      "je {you} transfère|passe|connecte|redirige|oriente|dirige|adresse",
      "je transfère|transmets|passe|remonte|confie|fais",
      "jenvoie|jescalade|javertis|jinforme",
      "je vais * {moving}",
      "je vais * vous|te {moving}",
      "je suis en train de * {moving}",
      "nous allons * {moving}",
      "nous vous mettons|transférons|passons|redirigeons",
      "nous transmettons|transférons",
      "jai * {moved}",
      "nous avons * {moved}",
      "votre|ta|cette|la|le|ce {case} a|est été? * {moved}",
      "votre|ta|cette|la|le|ce {case} sera|va être? * {moved}",
      "laissez moi|laisse moi * {moving}",
      "permettez moi|permets moi de * {moving}",
      "qui va|vont|vous|te * {contact}",
      "veuillez patienter|patientez",
    ],
    held: ["pendant que je {you} mets|transfère|passe|connecte", "le temps que je {you} mette|transfère|passe"],
    team: ["{people}"],
    offer: [
      "si vous|tu|le|la|les|cela|ça|besoin|je|nous|nécessaire|jamais",
      "sil|si * persiste|souhait*|voul*",
      "voulez|souhaitez|préférez|désirez|aimeriez vous",
      "veux|souhaites|préfères tu",
      "au cas",
      "en cas de",
      "avant de",
      "dès que vous|tu",
      "une fois que vous|tu",
      "quand|lorsque vous|tu",
      "est ce que",
    ],
    denial: ["peut|peuvent|pourra|pourront|pourrait|peux|pouvez", "ne|n", "pas", "aucun|aucune", "jamais"],
    matter: [
      "livreur*|transporteur*|coursier*|facteur|vendeur*|banque|chauffeur*|hôtel|bailleur|fournisseur*|chronopost|colissimo",
      "colis|remboursement|argent|montant|commande|livraison|paiement|retour|virement",
    ],
  },
  unless: ["agent* de voyage|immobilier*|voyages", "page|centre daide|dassistance", "ne * personne"],
};
