import { orderedRules } from "../core/rules/evaluate.ts";
import type { Condition, Rule } from "../core/rules/rule.ts";
import type { Settings } from "../core/settings/settings.ts";

/** What nobody kept of the past, and the rules whose outcome may have been another one because of it. */
export interface UnknownFact {
  readonly code: UnknownCode;
  readonly ruleIds: readonly string[];
}

export type UnknownCode =
  /** How busy a queue was: such a condition is never met. */
  | "queues"
  /** What the bot recognised: only known where a person was called at the time. */
  | "intents"
  /** What the bot said of its own answer: only known where a person was called at the time. */
  | "bot-signals"
  /** Tags and properties as they are today. */
  | "today";

/** For the rules of both; empty: everything they ask about is known. */
export function unknownFacts(both: readonly Settings[]): readonly UnknownFact[] {
  const rules = both.flatMap((settings) => orderedRules(settings.rules));
  return (Object.keys(asks) as UnknownCode[]).flatMap((code) => {
    const found = rules.filter(({ when }) => when.map(withoutNot).some(asks[code]));
    return found.length === 0 ? [] : [{ code, ruleIds: idsOf(found) }];
  });
}

const asks: Readonly<Record<UnknownCode, (condition: Condition) => boolean>> = {
  queues: ({ type }) => type === "queue",
  intents: (condition) => condition.type === "intent" || namesSignal(condition, ["intent"]),
  "bot-signals": (condition) => namesSignal(condition, botSignals),
  today: ({ type }) => type === "tag" || type === "property",
};

const botSignals = ["unsupported-topic", "failed-attempts", "bot-failed", "bot-proposed", "flag"];

function namesSignal(condition: Condition, ids: readonly string[]): boolean {
  return condition.type === "signal" && condition.is.some((name) => ids.includes(name.split(":")[0] ?? ""));
}

function withoutNot(condition: Condition): Condition {
  return condition.type === "not" ? withoutNot(condition.condition) : condition;
}

function idsOf(rules: readonly Rule[]): readonly string[] {
  return [...new Set(rules.map(({ id }) => id))].sort();
}
