import type { Catalog } from "../catalog.ts";

export const italian: Catalog = {
  "handoff.confirmation":
    "La metto in contatto con una persona del nostro team. Può leggere la nostra conversazione, quindi non dovrà ripetere nulla.",
  "handoff.no_agent":
    "Al momento sono tutti occupati. Mantiene il suo posto e la avviso qui appena qualcuno si unisce.",
  "handoff.exhausted":
    "Mi dispiace, nessuno ha ancora potuto prendere in carico la richiesta. Rimane al nostro team e nulla va perso: le risponderemo qui.",
  "human.joined": "{{ agent_name }} si è unito alla conversazione.",
  "handoff.returned": "Sta parlando di nuovo con il nostro assistente virtuale. Posso aiutarla in altro?",
};
