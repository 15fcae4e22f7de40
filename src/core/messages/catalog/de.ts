import type { Catalog } from "../catalog.ts";

export const german: Catalog = {
  "handoff.confirmation":
    "Ich verbinde Sie mit einem Menschen aus unserem Team. Unser Gespräch ist dort zu sehen, Sie müssen also nichts wiederholen.",
  "handoff.no_agent":
    "Im Moment sind alle im Gespräch. Sie behalten Ihren Platz, und ich sage Ihnen hier Bescheid, sobald jemand da ist.",
  "handoff.exhausted":
    "Es tut mir leid, bisher konnte noch niemand übernehmen. Ihre Anfrage bleibt bei unserem Team und geht nicht verloren: Wir melden uns hier bei Ihnen.",
  "human.joined": "{{ agent_name }} ist jetzt im Gespräch.",
  "handoff.returned": "Sie sprechen jetzt wieder mit unserem virtuellen Assistenten. Kann ich sonst noch helfen?",
};
