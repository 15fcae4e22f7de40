import type { Hours, Window } from "../hours/hours.ts";
import type { PeopleSettings } from "../people/people-settings.ts";
import { starterReasons } from "../requests/reasons.ts";
import { newQueue } from "../routing/queue.ts";
import type { Condition, HandoffOutcome, Priority, Rule } from "../rules/rule.ts";
import { newTaskTemplate, type TaskTemplate } from "../tasks/task-template.ts";
import type { Collection, DetectionSettings, Settings } from "./settings.ts";
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
    ownerFirst: false,
    assistsWhileWaiting: false,
    waitingTextHours: 4,
    placeTextMinutes: 5,
    alertMinutes: 10,
    exhaustion: { afterMinutes: 10, alert: [], task: "get-back", then: "stay" },
  },
  abuse: { isEnabled: true, warnAfter: 3, limitAfter: 5, limitMinutes: 30, blockAfter: 8, blockHours: 24 },
  people: people(),
  reasons: starterReasons,
  surveys: { isEnabled: false, delayMinutes: 5, openHours: 168 },
  rules: byId(rules()),
  phrases: byId([cancellation, complaint]),
  texts: {},
  hours: byId([always()]),
  queues: byId([
    newQueue({ id: "chat", name: "Chat", teams: ["support"] }),
    newQueue({ id: "e-mail", name: "E-mail", teams: ["support"], mode: "pull" }),
  ]),
  teams: byId([{ id: "support", name: "support", hours: "always", headId: null }]),
  slas: {},
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

function people(): PeopleSettings {
  return {
    statuses: [
      { id: "break", name: "Break", presence: "away", needsReason: false },
      { id: "meeting", name: "Meeting", presence: "busy", needsReason: false },
    ],
    channelWeights: {},
    ringsAtOnce: 1,
    missedBeforeAway: 2,
    disconnectMinutes: 2,
    idleMinutes: 10,
    requestSeconds: { offer: 120, assign: 120, discuss: 120 },
    firstResponse: { holdMinutes: 5, reassignMinutes: 10 },
    ownerGoneHours: 24,
    onCall: null,
  };
}

function always(): Hours {
  const day: readonly Window[] = [{ from: "00:00", to: "24:00" }];
  const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day, sunday: day };
  return { id: "always", name: "Always open", timeZone: "UTC", week, exceptions: [] };
}

/**
 * What was promised to a customer is somebody's task, whatever the lead has set: an answer when nobody was there or the
 * person asked let it lapse (that nobody took it at all is named above), a call where they chose one, and an answer
 * before the channel closes. Nobody is written to afterwards unless a lead wants that.
 */
function taskTemplates(): readonly TaskTemplate[] {
  return [
    newTaskTemplate({
      ...{ id: "get-back", name: "Get back to the customer", kind: "call-back", dueMinutes: 240 },
      ...{ when: ["after-hours", "request-expired"], endsWithAnswer: true },
    }),
    newTaskTemplate({
      ...{ id: "call-back", name: "Call the customer back", kind: "call-back", dueMinutes: 240 },
      when: ["call-back-promised"],
    }),
    newTaskTemplate({
      ...{ id: "answer-in-time", name: "Answer before the channel closes", kind: "call-back", dueMinutes: 60 },
      ...{ dueIn: "always", when: ["reply-window-closing"] },
    }),
    newTaskTemplate({ id: "internal-note", name: "Write down what happened", kind: "note", dueMinutes: 1_440 }),
    newTaskTemplate({ id: "check-in", name: "Ask whether it has been solved", kind: "check-in", dueMinutes: 2_880 }),
  ];
}

function byId<Value extends { readonly id: string }>(values: readonly Value[]): Collection<Value> {
  return Object.fromEntries(values.map((value) => [value.id, value]));
}
