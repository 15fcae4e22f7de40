import { type Catalog, known } from "../catalog.ts";

const team = `${known("team_name", "{{ team_name }} ")}team`;
const wait = known("expected_wait", " It usually takes {{ expected_wait }}.");
const opening = known("next_opening", " We're back {{ next_opening }}.");
const contact = known("contact", " {{ contact }}");

export const english: Catalog = {
  "handoff.offer": "Would you like to talk to a person from our team, or keep going with me?",
  "handoff.offer.unreadable":
    "I can't read voice messages or files like this one. Would you like me to bring in a person from our team, or can you write it to me?",
  "handoff.confirmation": `I'm connecting you with our ${team}. They can read our conversation, so you won't need to repeat anything.${wait}`,
  "handoff.confirmation.urgent": `This goes straight to our ${team}, marked as urgent. They can read our conversation, so you won't need to repeat anything.${wait}`,
  "handoff.alerted": `Our ${team} knows about this and can read along here. Just carry on writing.`,
  "handoff.after_hours": `Our team isn't here at the moment.${opening} I've passed everything on: you'll hear from us here.`,
  "handoff.holiday": `Our team is off for the holiday today.${opening} I've passed everything on: you'll hear from us here.`,
  "handoff.no_agent": "Everyone is busy right now. You keep your place, and I'll tell you here when someone joins.",
  "handoff.queue_full":
    "We're getting a lot of requests right now, so this may take longer than usual. Yours is noted and nothing is lost: you'll hear from us here.",
  "handoff.exhausted":
    "I'm sorry, nobody could take over yet. Your request stays with our team and nothing is lost: you'll hear from us here.",
  "handoff.failed": `I'm sorry, I couldn't reach our team just now. Please ask again in a little while.${contact}`,
  "handoff.returned": "You're talking to our virtual assistant again. Is there anything else I can help with?",
  "queue.position": `You're ${known("position", "number {{ position }}", "still")} in the queue.${wait}`,
  "queue.next": "You're next. Someone from our team will join you here.",
  "queue.still_waiting": `Thanks, I've added that for our team. You're still in the queue and keep your place.${wait}`,
  "wait.later": "That's fine: you don't need to wait here. Our team will answer in this conversation.",
  "wait.email": "That's fine: you don't need to wait here. Our team will answer you by e-mail.",
  "wait.cancelled": "All right, we won't keep you waiting. If you need us after all, just write here.",
  "callback.offer": `Would you like us to call you back, so that you don't have to wait?${known("slot", " We could call {{ slot }}.")}`,
  "callback.confirmed": `That's noted: we'll call you back${known("slot", " {{ slot }}")}.`,
  "human.joined": `${known("agent_name", "{{ agent_name }}", "Someone from our team")} has joined the conversation.`,
  "human.transferred": `${known("agent_name", "{{ agent_name }}", "Our team")} has passed your conversation to ${known("new_agent_name", "{{ new_agent_name }}", "a colleague")}. You won't need to repeat anything.`,
  "human.left": `${known("agent_name", "{{ agent_name }}", "The person you were talking to")} is no longer available. A colleague will take over here and can read everything, so you won't need to repeat anything.`,
  "human.hold": `Sorry, this is taking longer than it should. Your conversation is still with ${known("agent_name", "{{ agent_name }}", "our team")}, and the answer will come here.`,
  "case.reassigned_bulk": `${known("new_agent_name", "{{ new_agent_name }}", "Someone else")} from our team now looks after your request${known("agent_name", ", in place of {{ agent_name }}")}. You won't need to repeat anything.`,
  "followup.checkin": `Hello${known("customer_name", " {{ customer_name }}")}, we wanted to check: is everything sorted out? If not, just reply here.`,
  "csat.request": "How did we do? We'd be glad if you rated this conversation.",
  "bot.introduction": `You're chatting with the virtual assistant${known("company_name", " of {{ company_name }}")} (an AI). You can ask for a person at any time.`,
  "abuse.warning":
    "I'd like to help you with this. Please let's keep it respectful. You can also ask for a person at any time.",
  "abuse.limited": `I'm taking a break from this conversation${known("until", " and will answer again {{ until }}")}. You can still ask for a person from our team.`,
  "abuse.blocked": `This conversation is paused${known("until", " and goes on {{ until }}")}. While it is paused, there are no answers here.${contact}`,
  "incident.notice": "{{ incident_text }}",
};
