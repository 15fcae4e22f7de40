import { describeMoment, describeWait } from "./expected-wait.ts";
import type { Moment } from "./moment.ts";

/** What a text may speak of, in the order a lead reads it. Names on the wire: leads write them in their texts. */
export const variables = {
  company_name: {
    description: "Your company, as named in the settings.",
    example: "Northwind",
    maxLength: 80,
    form: "words",
  },
  customer_name: {
    description: "The customer, as the channel or your own system names them.",
    example: "Alex Kim",
    maxLength: 80,
    form: "name",
  },
  contact: {
    description: "Another way to reach you: the sentence under _contact_ in the settings.",
    example: "You can also call us at +1 555 0100.",
    maxLength: 300,
    form: "text",
  },
  team_name: {
    description: "The team that is asked, as customers read it.",
    example: "billing",
    maxLength: 80,
    form: "words",
  },
  agent_name: {
    description: "The person in the conversation.",
    example: "Robin",
    maxLength: 80,
    form: "name",
  },
  new_agent_name: {
    description: "The person who takes over.",
    example: "Sam",
    maxLength: 80,
    form: "name",
  },
  expected_wait: {
    description: "How long it usually takes, in the customer's language. Never promise a time in other words.",
    example: "5 to 10 minutes",
    maxLength: 80,
    form: "words",
  },
  next_opening: {
    description: "When the team is next there, in the customer's language.",
    example: "Monday at 9:00",
    maxLength: 80,
    form: "words",
  },
  position: {
    description: "The customer's place in the queue; 1 is next.",
    example: "3",
    maxLength: 6,
    form: "words",
  },
  slot: {
    description: "When the call-back is, in the customer's language.",
    example: "tomorrow at 14:00",
    maxLength: 80,
    form: "words",
  },
  until: {
    description: "When the assistant answers again, in the customer's language.",
    example: "today at 14:30",
    maxLength: 80,
    form: "words",
  },
  incident_text: {
    description: "What you wrote for the incident, in the customer's language or your own.",
    example: "Payments are delayed today. We're working on it.",
    maxLength: 1000,
    form: "text",
  },
} as const satisfies Readonly<Record<string, Variable>>;

interface Variable {
  readonly description: string;
  readonly example: string;
  /** Longer values are cut. */
  readonly maxLength: number;
  /** `name`: somebody's own, so one line and never a link. `words`: one line. `text`: may have several. */
  readonly form: "name" | "words" | "text";
}

export type VariableName = keyof typeof variables;

/** What is missing is empty. */
export type Values = Readonly<Partial<Record<VariableName, string>>>;

export interface MomentVariables {
  /** Never empty at this moment. */
  readonly always: readonly VariableName[];
  /** Empty when nobody knows it: a sentence with one of these belongs inside an `if`. */
  readonly maybe: readonly VariableName[];
}

/** Beside the company, the customer and the contact, which every moment may know. */
const ownVariables: Readonly<Record<Moment, MomentVariables>> = {
  "handoff.offer": { always: [], maybe: ["team_name", "expected_wait"] },
  "handoff.offer.unreadable": { always: [], maybe: ["team_name", "expected_wait"] },
  "handoff.confirmation": { always: [], maybe: ["team_name", "expected_wait", "position"] },
  "handoff.confirmation.urgent": { always: [], maybe: ["team_name", "expected_wait", "position"] },
  "handoff.alerted": { always: [], maybe: ["team_name", "expected_wait"] },
  "handoff.after_hours": { always: [], maybe: ["team_name", "next_opening"] },
  "handoff.holiday": { always: [], maybe: ["team_name", "next_opening"] },
  "handoff.no_agent": { always: [], maybe: ["team_name", "expected_wait", "position"] },
  "handoff.queue_full": { always: [], maybe: ["team_name", "expected_wait", "next_opening"] },
  "handoff.exhausted": { always: [], maybe: ["team_name", "next_opening"] },
  "handoff.failed": { always: [], maybe: ["team_name"] },
  "handoff.returned": { always: [], maybe: ["agent_name", "team_name"] },
  "queue.position": { always: ["position"], maybe: ["team_name", "expected_wait"] },
  "queue.next": { always: [], maybe: ["team_name", "expected_wait"] },
  "queue.still_waiting": { always: [], maybe: ["team_name", "expected_wait", "position"] },
  "callback.offer": { always: [], maybe: ["team_name", "slot", "next_opening"] },
  "wait.later": { always: [], maybe: ["team_name", "expected_wait", "next_opening"] },
  "wait.email": { always: [], maybe: ["team_name", "expected_wait", "next_opening"] },
  "wait.cancelled": { always: [], maybe: ["team_name"] },
  "callback.confirmed": { always: [], maybe: ["team_name", "slot"] },
  "human.joined": { always: ["agent_name"], maybe: ["team_name"] },
  "human.transferred": { always: ["agent_name", "new_agent_name"], maybe: ["team_name"] },
  "human.left": { always: [], maybe: ["agent_name", "team_name", "expected_wait"] },
  "human.hold": { always: ["agent_name"], maybe: ["team_name"] },
  "case.reassigned_bulk": { always: ["new_agent_name"], maybe: ["agent_name", "team_name"] },
  "followup.checkin": { always: [], maybe: ["agent_name", "team_name"] },
  "csat.request": { always: [], maybe: ["agent_name", "team_name"] },
  "bot.introduction": { always: [], maybe: [] },
  "abuse.warning": { always: [], maybe: [] },
  "abuse.limited": { always: ["until"], maybe: [] },
  "abuse.blocked": { always: ["until"], maybe: [] },
  "incident.notice": { always: ["incident_text"], maybe: [] },
};

export function variablesOf(moment: Moment): MomentVariables {
  const own = ownVariables[moment];
  return { always: own.always, maybe: ["company_name", "customer_name", "contact", ...own.maybe] };
}

/** For previews: everything known, or only what is never empty, in the language the text is written in. */
export function exampleValues(moment: Moment, which: "all" | "always", locale = "en"): Values {
  const { always, maybe } = variablesOf(moment);
  const names = which === "all" ? [...always, ...maybe] : always;
  return Object.fromEntries(names.map((name) => [name, exampleIn(locale, name)]));
}

/** On a Thursday at noon, a Monday, a Friday, and the same day. */
const now = Date.UTC(2026, 10, 19, 12, 0);
const [monday, friday, later] = [Date.UTC(2026, 10, 23, 9, 0), Date.UTC(2026, 10, 20, 14, 0), now + 9_000_000];

function exampleIn(locale: string, name: VariableName): string {
  switch (name) {
    case "expected_wait":
      return describeWait({ fromMinutes: 5, toMinutes: 10 }, locale);
    case "next_opening":
      return describeMoment(monday, "UTC", locale, now);
    case "slot":
      return describeMoment(friday, "UTC", locale, now);
    case "until":
      return describeMoment(later, "UTC", locale, now);
    default:
      return variables[name].example;
  }
}
