import type { PromiseLexicon } from "./promise-lexicon.ts";

export const germanPromises: PromiseLexicon = {
  sets: {
    you: "sie | dich | euch | ihnen | dir",
    case: `anfrage | anliegen | frage | fall | nachricht | chat | gespräch | unterhaltung | problem | vorgang | ticket |
      beschwerde | daten | sache | angelegenheit | das | dies | es`,
    "to-case": "ihre | ihr | ihren | deine | dein | deinen | eure | euer | die | das | den | diese | dieses | diesen",
    people: `mitarbeiter* | kolleg* | berater* | agent | agenten | agentin | menschen | mensch | jemand | jemandem | jemanden |
      team | teams | fachabteilung | abteilung | kundenservice | kundendienst | support | kundenbetreuer* | ansprechpartner* |
      spezialist* | experte* | expertin | serviceteam | supportteam | sachbearbeiter* | vorgesetzte* | kundenbetreuung |
      fachkraft | operator | servicemitarbeiter*`,
    contact: `meldet sich | melden sich | kontaktiert sie | kontaktiert dich | kontaktieren sie | kontaktieren dich | ruft sie |
      ruft dich | rufen sie | kümmert sich | kümmern sich | übernimmt | übernehmen | hilft ihnen | hilft dir |
      ist gleich | antwortet ihnen | antwortet dir | schaut sich | prüft das | prüft ihre | prüft deine | setzt sich`,
    contacting: `melden | kontaktieren | anrufen | zurückrufen | kümmern | übernehmen | in verbindung setzen | helfen | antworten |
      annehmen | weiterhelfen | ansehen | anschauen | beraten | unterstützen | zurückmelden`,
    moved: `weitergeleitet | weitergegeben | übergeben | übermittelt | eskaliert | informiert | verbunden | weiterverbunden |
      überstellt | gemeldet | benachrichtigt | durchgestellt | hinzugezogen | zugewiesen | gesendet | geschickt`,
    moving: `verbinden | weiterleiten | weitergeben | übergeben | durchstellen | weiterverbinden | eskalieren | hinzuziehen |
      vermitteln | hinzuholen | informieren`,
  },
  phrases: {
    promise: [
      "sie|du hören|hörst hier? von uns",
      "{people} * weiß|wissen bescheid",
      "geht direkt * an unser|unsere|das|den {people}",
      "{people} * {contact}",
      "wir melden uns",
      "wir werden uns * bei? ihnen|dir? melden",
      "wir kontaktieren sie|dich",
      "wir rufen sie|dich",
      "ich melde mich",
      "ich habe|hab * ticket * erstellt|eröffnet|angelegt|geöffnet",
      "ticket * team|support * erstellt|eröffnet|angelegt",
      "ticket * wurde|ist * erstellt|eröffnet|angelegt",
      "ich erstelle|eröffne|öffne * ticket",
      "ich eskaliere",
      "ich habe|hab * eskaliert",
      "sie|du werden|wirst * verbunden|weitergeleitet|weiterverbunden|durchgestellt",
    ],
    passing: [
      "ich hole|rufe",
      "hole|rufe ich",
      "hole|rufe jemanden|einen|eine",
      "verbinde ich? {you}",
      "verbinde {you}",
      "leite ich? {you}|{to-case} * weiter",
      "leite ich? * weiter",
      "ich|jetzt|nun|gern|gerne leite",
      "gebe|geb ich?",
      "gebe|geb ich? {to-case} {case}",
      "übergebe",
      "stelle ich? {you} * durch",
      "hole ich? * dazu",
      "informiere ich?",
      "ziehe * hinzu",
      "vermittle ich? {you}",
      "bringe ich? {you} * zusammen",
    ],
    opening: [
      "habe|hab|haben|werde|werden ich|wir",
      "ich|wir habe|hab|haben|werde|werden",
      "{to-case} {case} wurde|wurden|ist|sind|wird|werden",
      "sie|du werden|wirst",
      "{people} * wird|werden|wurde|wurden",
      "wird|werden sich",
    ],
    closing: ["{moved}", "{moving}", "{contacting}"],
    held: ["während ich {you} * verbinde|weiterleite", "bis ich {you} * verbunden|verbinde"],
    team: ["{people}"],
    offer: [
      "wenn|falls|sofern",
      "soll|sollen|darf|dürfen|möchten|möchtest|wollen|willst ich|sie|du|wir",
      "auf wunsch",
      "bevor ich|wir|sie|du",
      "sobald|nachdem sie|du",
    ],
    denial: ["nicht", "kein|keine|keinen|keinem|keiner", "niemand|nie|niemals"],
    matter: [
      "fahrer*|kurier*|zusteller*|bote|paketdienst|verkäufer*|bank|spediteur|spedition|techniker*|hotel|vermieter*|lieferant*",
      "paket|sendung|bestellung|erstattung|rückerstattung|geld|betrag|lieferung|zahlung|feedback",
    ],
  },
  unless: ["supportseite|supportbereich", "mit dem|ihrem|deinem wlan|gerät|konto|internet"],
};
