import type { Applied } from "../core/conversation/decision.ts";
import { type Message, textOf } from "../core/conversation/message.ts";
import type { Alert, Conversation, Handoff, HandoffReason } from "../core/conversation/state.ts";
import { transition } from "../core/conversation/transition.ts";
import { evaluateRules } from "../core/rules/evaluate.ts";
import { printTrace } from "../core/rules/print-trace.ts";
import type { Destination, Priority } from "../core/rules/rule.ts";
import { type DecisionMoment, type HeardSignal, hearSignals, idOf } from "./hear-signals.ts";

/** What was decided about one event, with all that led to it, for whoever tries something out. */
export interface Decided {
  readonly on: "message" | "answer" | "failure" | "flag";
  /** The message that was decided about; `null`: it was none of the customer's. */
  readonly seq: number | null;
  /** `alert`: others were told and the owner stays. `none`: a person has it already, or nobody answers an insult. */
  readonly action: "handoff" | "alert" | "offer" | "bot" | "none";
  readonly reason: HandoffReason | null;
  readonly signals: readonly HeardSignal[];
  /** `null`: no rule matched, or none was asked. */
  readonly rule: { readonly id: string; readonly name: string } | null;
  readonly destination: Destination | null;
  readonly priority: Priority | null;
  /** How the rules were gone through, as a lead reads it; `null`: they were not asked. */
  readonly trace: string | null;
  readonly said: readonly SaidText[];
}

/** A text the customer reads. */
export interface SaidText {
  readonly author: "bot" | "system";
  /** `null`: the bot's own words. */
  readonly moment: string | null;
  readonly text: string;
  readonly choices: readonly string[];
}

const decidedOn = {
  "message-received": "message",
  "bot-replied": "answer",
  "bot-failed": "failure",
  "conversation-flagged": "flag",
} as const;

/** Goes through it once more, and carries nothing out. `null`: such an event is not decided about, or it came too late. */
export function decideAgain(moment: DecisionMoment): (Decided & { readonly applied: Applied }) | null {
  const { before, event, context } = moment;
  const on = decidedOn[event.type as keyof typeof decidedOn];
  const applied = on && transition(before, event, context, idOf(before));
  if (applied?.status !== "applied") return null;
  const heard = hearSignals(moment);
  const { rules, settings } = context.policy;
  const asked = heard && evaluateRules(rules, heard.facts);
  const rule = asked?.ruleId == null ? undefined : settings.rules[asked.ruleId];
  const called = calledFor(before, applied);
  return {
    on,
    seq: applied.messages.find(({ author }) => author.type === "customer")?.seq ?? null,
    action: called?.action ?? quietAction(before, applied),
    reason: called?.reason ?? null,
    signals: heard?.signals ?? [],
    rule: rule ? { id: rule.id, name: rule.name } : null,
    destination: called?.destination ?? null,
    priority: called?.priority ?? null,
    trace: asked && printTrace(asked.trace, settings, heard?.facts),
    said: applied.messages.flatMap(saidText),
    applied,
  };
}

/** A person, or somebody's attention. */
function calledFor(before: Conversation | null, { conversation: { control } }: Applied) {
  const handoff = control.phase === "queue" && before?.control.phase !== "queue" ? control.handoff : null;
  if (handoff) return { action: "handoff" as const, ...whereTo(handoff, handoff.reason, handoff.priority) };
  const alert = alertOf(control);
  if (!alert || alert.id === (before && alertOf(before.control))?.id) return null;
  return { action: "alert" as const, ...whereTo(alert, alert.cause.reason, null) };
}

function whereTo(
  { destination: { type, id } }: Pick<Handoff | Alert, "destination">,
  reason: HandoffReason,
  priority: Priority | null,
) {
  return { reason, destination: { type, id }, priority };
}

function alertOf(control: Conversation["control"]): Alert | null {
  return control.phase === "bot" || control.phase === "human" ? control.alert : null;
}

function quietAction(before: Conversation | null, { conversation, messages }: Applied): "offer" | "bot" | "none" {
  const { control, engagement } = conversation;
  if (engagement.offer && engagement.offer.seq !== before?.engagement.offer?.seq) return "offer";
  const isOwed = control.phase === "bot" && control.pendingTurn !== null;
  return isOwed || messages.some(({ author }) => author.type === "bot") ? "bot" : "none";
}

function saidText({ author, content }: Message): readonly SaidText[] {
  if (author.type !== "bot" && author.type !== "system") return [];
  const choices = content.type === "offer" ? content.choices.map(({ label }) => label) : [];
  const moment = author.type === "system" ? author.moment : null;
  return [{ author: author.type, moment, text: textOf(content) ?? "", choices }];
}
