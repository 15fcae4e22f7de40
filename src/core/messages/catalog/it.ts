import { type Catalog, known } from "../catalog.ts";

const team = known("team_name", " {{ team_name }}");
const wait = known("expected_wait", " Tempo di attesa abituale: {{ expected_wait }}.");
const opening = known("next_opening", " Torniamo {{ next_opening }}.");
const contact = known("contact", " {{ contact }}");

export const italian: Catalog = {
  "handoff.offer": "Desidera parlare con una persona del nostro team o preferisce continuare con me?",
  "handoff.offer.unreadable":
    "Non riesco a leggere messaggi vocali o file come questo. Desidera che coinvolga una persona del nostro team o preferisce scrivermelo?",
  "handoff.confirmation": `La metto in contatto con il nostro team${team}. Il team può leggere la nostra conversazione, quindi non dovrà ripetere nulla.${wait}`,
  "handoff.confirmation.urgent": `La sua richiesta va direttamente al nostro team${team}, segnalata come urgente. Il team può leggere la nostra conversazione, quindi non dovrà ripetere nulla.${wait}`,
  "handoff.alerted": `Il nostro team${team} è al corrente e può leggere questa conversazione. Può continuare a scrivere qui.`,
  "handoff.after_hours": `Al momento il nostro team non è disponibile.${opening} Ho trasmesso tutto: le risponderemo qui.`,
  "handoff.holiday": `Oggi è festivo e il nostro team non è disponibile.${opening} Ho trasmesso tutto: le risponderemo qui.`,
  "handoff.no_agent":
    "Al momento sono tutti occupati. Mantiene il suo posto e la avviso qui appena qualcuno si unisce.",
  "handoff.queue_full":
    "Stiamo ricevendo molte richieste, quindi potrebbe volerci più tempo del solito. La sua è registrata e nulla va perso: le risponderemo qui.",
  "handoff.exhausted":
    "Mi dispiace, nessuno ha ancora potuto prendere in carico la richiesta. Rimane al nostro team e nulla va perso: le risponderemo qui.",
  "handoff.failed": `Mi dispiace, in questo momento non riesco a raggiungere il nostro team. La prego di richiederlo tra un po'.${contact}`,
  "handoff.returned": "Sta parlando di nuovo con il nostro assistente virtuale. Posso aiutarla in altro?",
  "queue.position": `${known("position", "È al posto numero {{ position }} in coda", "È ancora in coda")}.${wait}`,
  "queue.next": "Il prossimo turno è il suo. Una persona del nostro team si unirà qui.",
  "queue.still_waiting": `Grazie, l'ho aggiunto per il nostro team. È ancora in coda e mantiene il suo posto.${wait}`,
  "wait.later": "Va bene: non serve aspettare qui. Il nostro team ti risponderà in questa conversazione.",
  "wait.email": "Va bene: non serve aspettare qui. Il nostro team ti risponderà via e-mail.",
  "wait.cancelled": "Va bene, non ti facciamo aspettare oltre. Se poi hai bisogno di noi, scrivi qui.",
  "callback.offer": `Desidera che la richiamiamo, così non deve aspettare?${known("slot", " Potremmo chiamarla {{ slot }}.")}`,
  "callback.confirmed": `È tutto annotato: la richiameremo${known("slot", " {{ slot }}")}.`,
  "human.joined": `${known("agent_name", "{{ agent_name }}", "Una persona del nostro team")} partecipa ora alla conversazione.`,
  "human.transferred": `${known("agent_name", "{{ agent_name }}", "Il nostro team")} ha passato la sua conversazione a ${known("new_agent_name", "{{ new_agent_name }}", "un'altra persona del team")}. Non dovrà ripetere nulla.`,
  "human.left": `${known("agent_name", "{{ agent_name }}", "La persona che ti seguiva")} non è più disponibile. Un'altra persona del team continuerà qui e può leggere tutto: non dovrai ripetere nulla.`,
  "human.hold": `Ci scusi, ci vuole più tempo del previsto. La sua conversazione è ancora affidata a ${known("agent_name", "{{ agent_name }}", "una persona del nostro team")} e la risposta arriverà qui.`,
  "case.reassigned_bulk": `${known("new_agent_name", "{{ new_agent_name }}", "Un'altra persona")} del nostro team segue ora la sua richiesta${known("agent_name", ", al posto di {{ agent_name }}")}. Non dovrà ripetere nulla.`,
  "followup.checkin": `Buongiorno${known("customer_name", " {{ customer_name }}")}, volevamo sapere se è tutto risolto. In caso contrario, risponda pure qui.`,
  "csat.request": "Com'è andata? Ci farebbe piacere una sua valutazione di questa conversazione.",
  "bot.introduction": `Sta scrivendo all'assistente virtuale${known("company_name", " di {{ company_name }}")} (un'IA). Può chiedere di parlare con una persona in qualsiasi momento.`,
  "abuse.warning":
    "Vorrei aiutarla. La prego di mantenere un tono rispettoso. Può anche chiedere di parlare con una persona in qualsiasi momento.",
  "abuse.limited": `Faccio una pausa in questa conversazione${known("until", " e tornerò a rispondere {{ until }}")}. Può comunque chiedere di parlare con una persona del nostro team.`,
  "abuse.blocked": `Questa conversazione è sospesa${known("until", " e riprenderà {{ until }}")}. Nel frattempo qui non ci saranno risposte.${contact}`,
  "incident.notice": "{{ incident_text }}",
};
