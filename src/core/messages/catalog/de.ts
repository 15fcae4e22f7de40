import { type Catalog, known } from "../catalog.ts";

const team = known("team_name", " {{ team_name }}");
const wait = known("expected_wait", " Das dauert meist {{ expected_wait }}.");
const opening = known("next_opening", " Wir sind {{ next_opening }} wieder da.");
const contact = known("contact", " {{ contact }}");

export const german: Catalog = {
  "handoff.offer": "Möchten Sie mit einem Menschen aus unserem Team sprechen oder mit mir weitermachen?",
  "handoff.offer.unreadable":
    "Sprachnachrichten und Dateien wie diese kann ich nicht lesen. Soll ich einen Menschen aus unserem Team dazuholen, oder können Sie es mir schreiben?",
  "handoff.confirmation": `Ich verbinde Sie mit unserem Team${team}. Unser Gespräch ist dort zu sehen, Sie müssen also nichts wiederholen.${wait}`,
  "handoff.confirmation.urgent": `Das geht direkt und als dringend an unser Team${team}. Unser Gespräch ist dort zu sehen, Sie müssen also nichts wiederholen.${wait}`,
  "handoff.alerted": `Unser Team${team} weiß Bescheid und kann hier mitlesen. Schreiben Sie einfach weiter.`,
  "handoff.after_hours": `Unser Team ist gerade nicht da.${opening} Ich habe alles weitergegeben: Sie hören hier von uns.`,
  "handoff.holiday": `Unser Team ist heute wegen des Feiertags nicht da.${opening} Ich habe alles weitergegeben: Sie hören hier von uns.`,
  "handoff.no_agent":
    "Im Moment sind alle im Gespräch. Sie behalten Ihren Platz, und ich sage Ihnen hier Bescheid, sobald jemand da ist.",
  "handoff.queue_full":
    "Im Moment erreichen uns sehr viele Anfragen, es kann also länger dauern als sonst. Ihre ist notiert und geht nicht verloren: Sie hören hier von uns.",
  "handoff.exhausted":
    "Es tut mir leid, bisher konnte noch niemand übernehmen. Ihre Anfrage bleibt bei unserem Team und geht nicht verloren: Wir melden uns hier bei Ihnen.",
  "handoff.failed": `Es tut mir leid, ich habe unser Team gerade nicht erreicht. Bitte fragen Sie in einer Weile noch einmal.${contact}`,
  "handoff.returned": "Sie sprechen jetzt wieder mit unserem virtuellen Assistenten. Kann ich sonst noch helfen?",
  "queue.position": `Sie sind ${known("position", "auf Platz {{ position }}", "weiterhin")} in der Warteschlange.${wait}`,
  "queue.next": "Sie sind als Nächstes an der Reihe. Jemand aus unserem Team meldet sich hier bei Ihnen.",
  "queue.still_waiting": `Danke, das habe ich für unser Team ergänzt. Sie sind weiterhin in der Warteschlange und behalten Ihren Platz.${wait}`,
  "wait.later": "Gern: Sie müssen hier nicht warten. Unser Team antwortet in diesem Gespräch.",
  "wait.email": "Gern: Sie müssen hier nicht warten. Unser Team antwortet Ihnen per E-Mail.",
  "wait.cancelled":
    "In Ordnung, Sie müssen nicht länger warten. Wenn Sie uns doch brauchen, schreiben Sie einfach hier.",
  "callback.offer": `Sollen wir Sie zurückrufen, damit Sie nicht warten müssen?${known("slot", " Möglich wäre es {{ slot }}.")}`,
  "callback.confirmed": `Das ist notiert: Wir rufen Sie${known("slot", " {{ slot }}")} zurück.`,
  "human.joined": `${known("agent_name", "{{ agent_name }}", "Jemand aus unserem Team")} ist jetzt im Gespräch.`,
  "human.transferred": `${known("agent_name", "{{ agent_name }}", "Unser Team")} hat Ihr Gespräch ${known("new_agent_name", "an {{ new_agent_name }}", "intern")} weitergegeben. Sie müssen nichts wiederholen.`,
  "human.left": `${known("agent_name", "{{ agent_name }}", "Ihre Ansprechperson")} ist gerade nicht mehr erreichbar. Jemand anderes aus dem Team übernimmt hier und kann alles lesen, Sie müssen nichts wiederholen.`,
  "human.hold": `Entschuldigung, es dauert länger, als es sollte. Ihr Gespräch ist weiterhin bei ${known("agent_name", "{{ agent_name }}", "unserem Team")}, und die Antwort kommt hier.`,
  "case.reassigned_bulk": `Um Ihre Anfrage kümmert sich jetzt ${known("new_agent_name", "{{ new_agent_name }}", "jemand anderes")} aus unserem Team${known("agent_name", ", anstelle von {{ agent_name }}")}. Sie müssen nichts wiederholen.`,
  "followup.checkin": `Guten Tag${known("customer_name", " {{ customer_name }}")}, wir möchten kurz nachfragen: Hat sich alles geklärt? Wenn nicht, antworten Sie einfach hier.`,
  "csat.request": "Wie waren wir? Über eine Bewertung dieses Gesprächs freuen wir uns.",
  "bot.introduction": `Sie schreiben mit dem virtuellen Assistenten${known("company_name", " von {{ company_name }}")} (einer KI). Sie können jederzeit nach einem Menschen fragen.`,
  "abuse.warning":
    "Ich möchte Ihnen gern weiterhelfen. Bitte lassen Sie uns respektvoll bleiben. Sie können auch jederzeit nach einem Menschen fragen.",
  "abuse.limited": `Ich mache in diesem Gespräch eine Pause${known("until", " und antworte {{ until }} wieder")}. Nach einem Menschen aus unserem Team können Sie weiterhin fragen.`,
  "abuse.blocked": `Dieses Gespräch ist unterbrochen${known("until", " und geht {{ until }} weiter")}. In der Zwischenzeit gibt es hier keine Antworten.${contact}`,
  "incident.notice": "{{ incident_text }}",
};
