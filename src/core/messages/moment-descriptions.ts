import type { Moment } from "./moment.ts";

export interface MomentDescription {
  readonly means: string;
  /** When the customer reads it. */
  readonly when: string;
}

/** The moments in a lead's words. */
export const momentDescriptions: Readonly<Record<Moment, MomentDescription>> = {
  "handoff.offer": {
    means: "Would you like a person?",
    when: "A person may be needed and it is not certain; once per engagement. Below it stand the two buttons.",
  },
  "handoff.offer.unreadable": {
    means: "I cannot read this; would you like a person?",
    when: "The customer sent something the assistant cannot read, as a voice message.",
  },
  "handoff.confirmation": {
    means: "You are being connected.",
    when: "The conversation has passed to a queue and somebody is on duty.",
  },
  "handoff.confirmation.urgent": {
    means: "You are being connected, as urgent.",
    when: "The same, and the rule gave it the priority _urgent_.",
  },
  "handoff.alerted": {
    means: "Others have been told.",
    when: "Whoever has the conversation keeps it, the assistant or a person, and a team was alerted.",
  },
  "handoff.after_hours": {
    means: "We are closed.",
    when: "A person is needed outside the team's hours, or it closes while somebody waits.",
  },
  "handoff.holiday": { means: "Today is a holiday.", when: "The same on a day your hours name as a holiday." },
  "handoff.no_agent": { means: "Everybody is busy.", when: "Within hours, and nobody is free yet." },
  "handoff.queue_full": { means: "Very many requests.", when: "The queue has reached its limit." },
  "handoff.exhausted": { means: "Nobody could take over yet.", when: "Every step of the queue has run out." },
  "handoff.failed": {
    means: "The team could not be reached.",
    when: "The handoff could not be made, as when an outside desk does not answer.",
  },
  "handoff.returned": { means: "The assistant is back.", when: "A person has given the conversation back." },
  "queue.position": { means: "Your place.", when: "While waiting, when the place is known." },
  "queue.next": { means: "You are next.", when: "While waiting, at the head of the queue." },
  "queue.still_waiting": { means: "You are still in the queue.", when: "The customer writes while waiting." },
  "wait.later": {
    means: "You need not wait here.",
    when: "A customer who waits wants the answer here, later; or a task takes the place of the wait.",
  },
  "wait.email": { means: "You will hear by e-mail.", when: "A customer who waits wants the answer by e-mail." },
  "wait.cancelled": {
    means: "Nobody is coming, as you wished.",
    when: "A customer who waits does not need anybody any more.",
  },
  "callback.offer": { means: "Shall we call you?", when: "A call-back can be had instead of waiting." },
  "callback.confirmed": { means: "We will call you.", when: "A call is promised instead of the wait." },
  "human.joined": { means: "A person is here.", when: "Somebody has accepted the conversation." },
  "human.transferred": { means: "Another person takes over.", when: "A person has passed it on, and it was accepted." },
  "human.left": {
    means: "The person had to go; another one comes.",
    when: "Whoever had the conversation went away or did not answer, and it waits for somebody else.",
  },
  "human.hold": { means: "Please bear with us.", when: "The person has not answered for long." },
  "case.reassigned_bulk": {
    means: "Somebody else looks after your case.",
    when: "All the cases of an employee have moved to others.",
  },
  "followup.checkin": { means: "Is everything sorted out?", when: "Some time after it was resolved, if you want it." },
  "csat.request": { means: "How did we do?", when: "After it was resolved, if you ask for ratings." },
  "bot.introduction": { means: "This is an AI.", when: "Before the assistant's first words to a customer." },
  "abuse.warning": { means: "Please stay respectful.", when: "After repeated insults, as set under _abuse_." },
  "abuse.limited": { means: "The assistant pauses.", when: "Insults went on; a person can still be asked for." },
  "abuse.blocked": { means: "The conversation is paused.", when: "Insults went on even so." },
  "incident.notice": { means: "Something is broken.", when: "While the switch _incident notice_ is on." },
};
