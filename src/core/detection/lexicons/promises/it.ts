import type { PromiseLexicon } from "./promise-lexicon.ts";

export const italianPromises: PromiseLexicon = {
  sets: {
    you: "ti | la | vi | le",
    case: `richiesta | domanda | caso | messaggio | conversazione | chat | problema | segnalazione | ticket | pratica | reclamo |
      questione | dati`,
    people: `operator* | collega | colleghi | colleghe | agente | agenti | persona | umano | umana | qualcuno | team | reparto |
      assistenza | allassistenza | dellassistenza | servizio clienti | supporto | specialista | specialisti | consulente |
      consulenti | responsabile | addetto | addetta | addetti | esperto | esperti | squadra | ufficio competente |
      rappresentante | supervisore`,
    contact: `contatterà | contatteranno | richiamerà | richiameranno | chiamerà | chiameranno | risponderà | risponderanno |
      aiuterà | aiuteranno | assisterà | scriverà | prenderà in carico | prenderà contatto | metterà in contatto |
      si occuperà | si occuperanno | ricontatterà | ricontatteranno | seguirà | farà sapere | esaminerà | verificherà |
      sta per contattar* | subentrerà`,
    moved: `inoltrat* | trasferit* | passat* | trasmess* | inviat* | girat* | segnalat* | assegnat* | avvisat* | informat* |
      coinvolt* | smistat* | scalat*`,
    moving: `trasferir* | inoltrar* | passar* | metter* in contatto | collegar* | girar* | trasmetter* | coinvolger* | connetter* |
      inviar* | indirizzar*`,
    movingNow: "trasferendo* | inoltrando* | passando* | mettendo* in contatto | collegando* | girando | connettendo*",
  },
  phrases: {
    promise: [
      "{people} * {contact}",
      "{people} * ti|la|vi|le|si {contact}",
      "ti|la|vi|le|sarà {contact} un|una|qualcuno * {people}",
      "ti|la|vi|le ricontatteremo|contatteremo|richiameremo|risponderemo|chiameremo|faremo",
      "ci metteremo in contatto",
      "ho|abbiamo aperto|creato|registrato|generato un|una|la|il * ticket|segnalazione|pratica",
      "ho|abbiamo aperto|creato|registrato|generato un|una|la|il ticket|segnalazione|pratica",
      "ticket|segnalazione è|e stato|stata aperto|creato|aperta|creata|registrata",
      "apro|creo un|una ticket|segnalazione",
      "sarai|sarà|verrai|verrà trasferito|trasferita|contattato|contattata|ricontattato|ricontattata|messo|messa|collegato",
    ],
    passing: [
      "chiamo|avviso|coinvolgo",
      "{people} * unirà|uniranno",
      "va direttamente al|alla",
      "ti|le faranno sapere",
      "{you} metto in contatto",
      "{you} trasferisco|passo|collego|inoltro|connetto|indirizzo|giro",
      "inoltro|trasferisco|passo|giro|trasmetto|segnalo la|il|questa|tutto|subito",
      "{you}? sto|stiamo {movingNow}",
      "{movingNow}",
      "sto per {moving}",
      "ho|abbiamo {moved}",
      "tua|sua|questa|la|il|tuo|suo {case} è|e|sarà|verrà|viene stat*? {moved}",
      "{you} trasferirò|passerò|metterò|collegherò",
      "inoltrerò|trasferirò|passerò|girerò",
      "provvedo|procedo a|ad|ora {moving}",
      "lascia|lasci|lascia che|permettimi|mi permetta di? {moving}",
      "che ti|la|vi|le {contact}",
      "attendi|attenda|resti|resta * mentre",
    ],
    held: ["mentre {you} trasferisco|metto|passo|collego"],
    team: ["{people}"],
    offer: [
      "se vuoi|vuole|volete|desideri|desidera|preferisci|preferisce|hai|ha|il|la|non|lo|ti|necessario|serve|ne|i",
      "vuoi|vuole|volete|desideri|desidera|preferisci|preferisce che",
      "qualora",
      "nel caso",
      "in caso",
      "prima di",
      "appena avrai|avrà|mi",
      "quando mi|vuoi|vuole",
    ],
    denial: ["non", "nessun|nessuno|nessuna", "mai"],
    matter: [
      "corriere|corrieri|autista|fattorino|venditore|banca|postino|hotel|fornitore|vettore|poste",
      "pacco|ordine|rimborso|denaro|soldi|importo|spedizione|pagamento|bonifico|reso",
    ],
  },
  unless: [
    "agente|agenti di|immobiliare|immobiliari viaggio|viaggi",
    "pagina|centro assistenza|di assistenza|supporto",
  ],
};
