import { type Catalog, known } from "../catalog.ts";

const team = known("team_name", " de {{ team_name }}");
const wait = known("expected_wait", " Suele tardar {{ expected_wait }}.");
const opening = known("next_opening", " Volvemos {{ next_opening }}.");
const contact = known("contact", " {{ contact }}");

export const spanish: Catalog = {
  "handoff.offer": "¿Quiere hablar con una persona de nuestro equipo o prefiere seguir conmigo?",
  "handoff.offer.unreadable":
    "No puedo leer mensajes de voz ni archivos como este. ¿Quiere que avise a una persona de nuestro equipo o prefiere escribírmelo?",
  "handoff.confirmation": `Le pongo en contacto con nuestro equipo${team}. El equipo puede leer nuestra conversación, así que no tendrá que repetir nada.${wait}`,
  "handoff.confirmation.urgent": `Esto va directamente a nuestro equipo${team}, marcado como urgente. El equipo puede leer nuestra conversación, así que no tendrá que repetir nada.${wait}`,
  "handoff.alerted": `Nuestro equipo${team} ya está al tanto y puede leer esta conversación. Puede seguir escribiendo con normalidad.`,
  "handoff.after_hours": `Nuestro equipo no está disponible en este momento.${opening} Ya he pasado toda la información: le responderemos aquí.`,
  "handoff.holiday": `Hoy es festivo y nuestro equipo no trabaja.${opening} Ya he pasado toda la información: le responderemos aquí.`,
  "handoff.no_agent":
    "Ahora mismo todo el equipo está ocupado. Conserva su lugar y le avisaré aquí cuando alguien se una.",
  "handoff.queue_full":
    "Estamos recibiendo muchas solicitudes, así que puede tardar más de lo habitual. La suya queda registrada y no se pierde nada: le responderemos aquí.",
  "handoff.exhausted":
    "Lo siento, todavía nadie ha podido atenderle. Su solicitud queda en manos de nuestro equipo y no se pierde nada: le responderemos aquí.",
  "handoff.failed": `Lo siento, no he podido contactar con nuestro equipo. Por favor, vuelva a pedirlo dentro de un rato.${contact}`,
  "handoff.returned": "Vuelve a hablar con nuestro asistente virtual. ¿Puedo ayudarle en algo más?",
  "queue.position": `${known("position", "Ocupa el puesto {{ position }} de la cola", "Sigue en la cola")}.${wait}`,
  "queue.next": "Su turno es el siguiente: alguien de nuestro equipo se unirá aquí.",
  "queue.still_waiting": `Gracias, lo he añadido para nuestro equipo. Sigue en la cola y conserva su lugar.${wait}`,
  "wait.later": "De acuerdo: no hace falta que esperes aquí. Nuestro equipo te responderá en esta conversación.",
  "wait.email": "De acuerdo: no hace falta que esperes aquí. Nuestro equipo te responderá por correo electrónico.",
  "wait.cancelled": "De acuerdo, no te hacemos esperar más. Si al final nos necesitas, escribe aquí.",
  "callback.offer": `¿Quiere que le llamemos para que no tenga que esperar?${known("slot", " Podríamos llamarle {{ slot }}.")}`,
  "callback.confirmed": `Queda anotado: le llamaremos${known("slot", " {{ slot }}")}.`,
  "human.joined": `${known("agent_name", "{{ agent_name }}", "Una persona de nuestro equipo")} se ha unido a la conversación.`,
  "human.transferred": `${known("agent_name", "{{ agent_name }}", "Nuestro equipo")} ha pasado su conversación a ${known("new_agent_name", "{{ new_agent_name }}", "otra persona del equipo")}. No tendrá que repetir nada.`,
  "human.left": `${known("agent_name", "{{ agent_name }}", "La persona que te atendía")} ya no está disponible. Otra persona del equipo continuará aquí y puede leerlo todo, así que no tendrás que repetir nada.`,
  "human.hold": `Disculpe, está tardando más de lo debido. Su conversación sigue en manos de ${known("agent_name", "{{ agent_name }}", "nuestro equipo")} y la respuesta llegará aquí.`,
  "case.reassigned_bulk": `${known("new_agent_name", "{{ new_agent_name }}", "Otra persona")} de nuestro equipo se ocupa ahora de su solicitud${known("agent_name", ", en lugar de {{ agent_name }}")}. No tendrá que repetir nada.`,
  "followup.checkin": `Hola${known("customer_name", ", {{ customer_name }}")}. Queríamos saber si todo quedó resuelto. Si no es así, responda aquí.`,
  "csat.request": "¿Qué le ha parecido la atención? Le agradeceríamos que valorara esta conversación.",
  "bot.introduction": `Está hablando con el asistente virtual${known("company_name", " de {{ company_name }}")} (una IA). Puede pedir hablar con una persona en cualquier momento.`,
  "abuse.warning":
    "Me gustaría ayudarle con esto. Le pido que mantengamos el respeto. También puede pedir hablar con una persona en cualquier momento.",
  "abuse.limited": `Hago una pausa en esta conversación${known("until", " y volveré a responder {{ until }}")}. Aun así, puede pedir hablar con una persona de nuestro equipo.`,
  "abuse.blocked": `Esta conversación está en pausa${known("until", " y continuará {{ until }}")}. Mientras tanto, aquí no habrá respuestas.${contact}`,
  "incident.notice": "{{ incident_text }}",
};
