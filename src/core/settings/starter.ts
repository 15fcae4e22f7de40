import type { Hours, Window } from "../hours/hours.ts";
import type { Condition, HandoffOutcome, Priority, Rule } from "../rules/rule.ts";
import type { Collection, DetectionSettings, Queue, Settings, TaskTemplate } from "./settings.ts";
import { cancellation, complaint } from "./starter-phrases.ts";

/**
 * In force until a lead publishes something else. It promises nothing that might not be so: no company's name, no
 * contact, and doors that are always open, because nobody knows yet when they are not.
 */
export const starterSettings: Settings = {
  company: { name: "", defaultLocale: "en", contact: "" },
  detection: detection(),
  handoff: {
    destination: { type: "queue", id: "chat" },
    assistsWhileWaiting: false,
    waitingTextHours: 4,
    alertMinutes: 10,
  },
  abuse: { isEnabled: true, warnAfter: 3, limitAfter: 5, limitMinutes: 30, blockAfter: 8, blockHours: 24 },
  rules: byId(rules()),
  phrases: byId([cancellation, complaint]),
  texts: {},
  hours: byId([always()]),
  queues: byId([queue("chat", "Chat"), queue("e-mail", "E-mail")]),
  teams: byId([{ id: "support", name: "support", hours: "always" }]),
  taskTemplates: byId(taskTemplates()),
  testIdentities: {},
};

/** Somebody who asks, and a bot that cannot go on, get a person; where it may only be so, the customer is asked. */
function detection(): DetectionSettings {
  return {
    departmentsCount: true,
    signals: {
      ...{ "self-harm": "handoff", threat: "handoff", legal: "handoff", privacy: "handoff", fraud: "handoff" },
      ...{ "explicit-request": "handoff", "person-button": "handoff", flag: "handoff" },
      ...{ "bot-failed": "handoff", "bot-proposed": "handoff", "broken-promise": "handoff", "bot-repeats": "handoff" },
      ...{ "unclear-request": "offer", frustration: "offer", insult: "offer", "customer-repeats": "offer" },
      ...{ "failed-attempts": "offer", "turn-budget": "offer", "unsupported-topic": "offer" },
      ...{ participant: "none" },
    },
    repetitions: 3,
    failedAttempts: 2,
    botTurns: 20,
    minConfidence: null,
    // A place or a contact is rarely the question itself; the bot is told that there is one.
    unreadable: {
      ...{ audio: "offer", video: "offer", image: "offer", file: "offer", other: "offer" },
      ...{ location: "none", contact: "none" },
    },
    intents: [],
  };
}

/**
 * Risks first, whatever else a message shows. What comes by e-mail goes to people who answer e-mail; only what cannot
 * wait goes where people look on.
 */
function rules(): readonly Rule[] {
  const email: Condition = { type: "channel", is: ["email"] };
  const risk: Condition = { type: "signal", is: ["legal", "privacy", "fraud"] };
  const request: Condition = { type: "signal", is: ["explicit-request", "person-button"] };
  const botGivesUp: Condition = {
    type: "signal",
    is: ["bot-failed", "bot-proposed", "broken-promise", "bot-repeats", "flag"],
  };
  return [
    rule(10, "danger", "Danger to somebody", [{ type: "signal", is: ["self-harm", "threat"] }], to("chat", "urgent")),
    rule(20, "risk-by-e-mail", "Legal, privacy or fraud, by e-mail", [email, risk], to("e-mail", "high")),
    rule(30, "risk", "Legal, privacy or fraud", [risk], to("chat", "high")),
    rule(40, "request-by-e-mail", "Asks for a person, by e-mail", [email, request], to("e-mail", "normal")),
    rule(50, "request", "Asks for a person", [request], to("chat", "normal")),
    rule(60, "e-mail", "The assistant cannot go on, by e-mail", [email, botGivesUp], to("e-mail", "normal")),
  ];
}

function rule(position: number, id: string, name: string, when: readonly Condition[], then: HandoffOutcome): Rule {
  return { id, name, isEnabled: true, position, when, then, reviewedAt: null };
}

function to(queueId: string, priority: Priority): HandoffOutcome {
  return {
    action: "handoff",
    destination: { type: "queue", id: queueId },
    behaviour: "reassign",
    fallback: null,
    assistsWhileWaiting: null,
    priority,
    notify: [],
    tasks: [],
  };
}

function queue(id: string, name: string): Queue {
  return { id, name, teams: ["support"], limit: null };
}

function always(): Hours {
  const day: readonly Window[] = [{ from: "00:00", to: "24:00" }];
  const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day, sunday: day };
  return { id: "always", name: "Always open", timeZone: "UTC", week, exceptions: [] };
}

function taskTemplates(): readonly TaskTemplate[] {
  return [
    { id: "call-back", name: "Call the customer back", kind: "call-back", dueMinutes: 240 },
    { id: "internal-note", name: "Write down what happened", kind: "note", dueMinutes: 1_440 },
    { id: "check-in", name: "Ask whether it has been solved", kind: "check-in", dueMinutes: 2_880 },
  ];
}

function byId<Value extends { readonly id: string }>(values: readonly Value[]): Collection<Value> {
  return Object.fromEntries(values.map((value) => [value.id, value]));
}
