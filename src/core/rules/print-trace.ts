import type { Settings } from "../settings/settings.ts";
import { own } from "./destination.ts";
import type { AccountOwner, Condition, RuleDestination, RuleFacts, RuleOutcome } from "./rule.ts";
import type { ConditionTrace, RuleTrace, Truth } from "./trace.ts";

/**
 * A trace as a lead reads it, with the names of the settings it was made with: every rule in turn, every condition
 * below it, and what was found.
 */
export function printTrace(
  trace: readonly RuleTrace[],
  settings: Settings,
  { accountOwner }: Pick<RuleFacts, "accountOwner"> = {},
): string {
  const rules = trace.map((ruleTrace) => printRule(ruleTrace, settings).join("\n"));
  const isMatched = trace.at(-1)?.isMatch ?? false;
  const owner = accountOwner === undefined ? [] : [describeOwner(accountOwner, settings)];
  return [...rules, ...(isMatched ? [] : ["No rule matched: the signals' own policies decide."]), ...owner].join("\n");
}

function printRule({ ruleId, isMatch, conditions }: RuleTrace, settings: Settings): string[] {
  const rule = own(settings.rules, ruleId);
  const name = rule ? `${rule.name} (${ruleId})` : ruleId;
  const end = isMatch ? `matched${rule ? `: ${describeOutcome(rule.then, settings)}` : ""}` : "not matched";
  const lines = conditions.map((condition, index) => `  ${printCondition(condition, rule?.when[index], settings)}`);
  return [`${name}: ${end}`, ...(lines.length > 0 ? lines : ["  no conditions"])];
}

const marks: Readonly<Record<Truth, string>> = { holds: "yes", fails: "no ", unknown: "?  " };

function printCondition(trace: ConditionTrace, condition: Condition | undefined, settings: Settings): string {
  const claim = condition ? describeCondition(condition, settings) : trace.type;
  return `${marks[trace.truth]} ${claim}: ${describeFound(trace)}`;
}

function describeFound(trace: ConditionTrace): string {
  if (trace.type === "not") return describeFound(trace.condition);
  const { type, truth, found } = trace;
  if (truth === "unknown") return "not known";
  switch (type) {
    case "queue":
      return `found ${found[0]} waiting, ${found[1]} available`;
    case "channel":
      return `found ${found[0]} (${found[1]})`;
    case "property":
      return truth === "holds" ? `found ${found[0]}` : (noProperty[found[0] ?? ""] ?? "found none");
    default:
      return found.length > 0 ? `found ${found.join(", ")}` : "found none";
  }
}

const noProperty: Readonly<Record<string, string>> = {
  none: "found none",
  "another-value": "found another value",
  "not-trusted": "found a value that is not trusted",
};

function describeCondition(condition: Condition, settings: Settings): string {
  switch (condition.type) {
    case "not":
      return `not (${describeCondition(condition.condition, settings)})`;
    case "property":
      return `property ${condition.name} ${listed(condition.is)}${condition.mustBeTrusted ? " (trusted)" : ""}`;
    case "hours":
      return `hours ${nameIn(settings.hours, condition.of)} ${listed(condition.is)}`;
    case "queue":
      return `queue ${nameIn(settings.queues, condition.of)} has ${describeBounds(condition)}`;
    case "bot-turns":
      return `the assistant has answered at least ${condition.atLeast} times`;
    default:
      return `${condition.type} ${listed(condition.is)}`;
  }
}

function listed(values: readonly string[]): string {
  if (values.length === 0) return "is one of nothing";
  return values.length === 1 ? `is ${values[0]}` : `is one of ${values.join(", ")}`;
}

type QueueCondition = Extract<Condition, { readonly type: "queue" }>;

function describeBounds({ waitingAtLeast, availableAtMost }: QueueCondition): string {
  const bounds = [
    ...(waitingAtLeast === null ? [] : [`at least ${waitingAtLeast} waiting`]),
    ...(availableAtMost === null ? [] : [`at most ${availableAtMost} available`]),
  ];
  return bounds.length > 0 ? bounds.join(" and ") : "anything";
}

function describeOutcome(outcome: RuleOutcome, settings: Settings): string {
  switch (outcome.action) {
    case "bot":
      return "the assistant answers";
    case "offer":
      return "a person is offered";
    case "handoff":
      return `handoff to ${describeDestination(outcome.destination, settings)}, ${outcome.behaviour}, ${outcome.priority}`;
  }
}

/** What "the account owner" came to. */
function describeOwner(owner: AccountOwner | null, { handoff, queues, teams }: Settings): string {
  const instead = `what would go there goes to ${describeDestination(handoff.destination, { queues, teams })}`;
  if (owner === null) return `The customer has no account owner: ${instead}.`;
  return owner.hasLeft
    ? `The account owner ${owner.agentId} has left: ${instead}.`
    : `The account owner is ${owner.agentId}.`;
}

function describeDestination(destination: RuleDestination, settings: Pick<Settings, "queues" | "teams">): string {
  if (destination.type === "owner") return "the account owner";
  const { type, id } = destination;
  if (type === "agent") return `person ${id}`;
  return `${type} ${nameIn(type === "queue" ? settings.queues : settings.teams, id)}`;
}

function nameIn(collection: Readonly<Record<string, { readonly name: string }>>, id: string): string {
  return own(collection, id)?.name ?? id;
}
