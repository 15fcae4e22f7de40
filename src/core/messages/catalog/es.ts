import type { Catalog } from "../catalog.ts";

export const spanish: Catalog = {
  "handoff.confirmation":
    "Le pongo en contacto con una persona de nuestro equipo. Puede leer nuestra conversación, así que no tendrá que repetir nada.",
  "handoff.no_agent":
    "Ahora mismo todo el equipo está ocupado. Conserva su lugar y le avisaré aquí cuando alguien se una.",
  "handoff.exhausted":
    "Lo siento, todavía nadie ha podido atenderle. Su solicitud queda en manos de nuestro equipo y no se pierde nada: le responderemos aquí.",
  "human.joined": "{{ agent_name }} se ha unido a la conversación.",
  "handoff.returned": "Vuelve a hablar con nuestro asistente virtual. ¿Puedo ayudarle en algo más?",
};
