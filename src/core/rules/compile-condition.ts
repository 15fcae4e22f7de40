import { type FoldedFacts, fold, foldLanguage, isLanguageWithin } from "./fold-facts.ts";
import type { Condition } from "./rule.ts";
import type { ConditionTrace, Truth } from "./trace.ts";

/** One condition, ready to be asked of many facts. */
export type CompiledCondition = (facts: FoldedFacts) => ConditionTrace;

type OfType<Type extends Condition["type"]> = Extract<Condition, { readonly type: Type }>;

export function compileCondition(condition: Condition): CompiledCondition {
  switch (condition.type) {
    case "channel":
      return compileChannel(condition);
    case "signal":
      return compileAnyOf(condition, ({ signals }) => signals, mostFound);
    case "intent":
      return compileAnyOf(condition, ({ intents }) => intents, 0);
    case "tag":
      return compileAnyOf(condition, ({ tags }) => tags, 0);
    case "property":
      return compileProperty(condition);
    case "language":
      return compileLanguage(condition);
    case "hours":
      return compileHours(condition);
    case "queue":
      return compileQueue(condition);
    case "bot-turns":
      return ({ facts }) => trace("bot-turns", facts.botTurns >= condition.atLeast, [facts.botTurns]);
    case "not":
      return compileNot(condition);
  }
}

/** A mail can show many signals; a handful explains as well. */
const mostFound = 8;

function trace(type: Exclude<Condition["type"], "not">, holds: boolean, found: readonly (string | number)[]) {
  return { type, truth: holds ? "holds" : "fails", found } as const;
}

function unknown(type: "hours" | "queue" | "language"): ConditionTrace {
  return { type, truth: "unknown", found: [] };
}

function compileChannel({ is }: OfType<"channel">): CompiledCondition {
  const wanted = new Set(is.map(fold));
  return ({ facts, channel }) =>
    trace(
      "channel",
      channel.some((name) => wanted.has(name)),
      [facts.channelId, facts.channelKind],
    );
}

/** When none is there, up to `mostOthers` of what there is instead. */
function compileAnyOf(
  { type, is }: OfType<"signal" | "intent" | "tag">,
  setOf: (facts: FoldedFacts) => ReadonlySet<string>,
  mostOthers: number,
): CompiledCondition {
  const wanted = [...new Set(is.map(fold))];
  return (facts) => {
    const set = setOf(facts);
    const found = wanted.filter((name) => set.has(name));
    if (found.length > 0) return trace(type, true, found);
    return trace(type, false, mostOthers > 0 ? [...set].slice(0, mostOthers) : []);
  };
}

/** Says of a value that is not asked for only that there is another. Somebody without the property is simply not in it. */
function compileProperty({ name, is, mustBeTrusted }: OfType<"property">): CompiledCondition {
  const wanted = new Set(is.map(fold));
  const key = fold(name);
  return ({ properties }) => {
    const property = properties.get(key);
    if (!property) return trace("property", false, ["none"]);
    if (mustBeTrusted && !property.isTrusted) return trace("property", false, ["not-trusted"]);
    const value = fold(property.value);
    return wanted.has(value) ? trace("property", true, [value]) : trace("property", false, ["another-value"]);
  };
}

function compileLanguage({ is }: OfType<"language">): CompiledCondition {
  const ranges = is.map(foldLanguage);
  return ({ language }) => {
    if (language === null) return unknown("language");
    return trace(
      "language",
      ranges.some((range) => isLanguageWithin(language, range)),
      [language],
    );
  };
}

function compileHours({ of, is }: OfType<"hours">): CompiledCondition {
  return ({ facts }) => {
    const state = Object.hasOwn(facts.hours, of) ? facts.hours[of] : undefined;
    return state === undefined ? unknown("hours") : trace("hours", is.includes(state), [state]);
  };
}

/** Found: how many wait, how many could take one more. */
function compileQueue({ of, waitingAtLeast, availableAtMost }: OfType<"queue">): CompiledCondition {
  return ({ facts }) => {
    const queue = Object.hasOwn(facts.queues, of) ? facts.queues[of] : undefined;
    if (queue === undefined) return unknown("queue");
    const isLong = waitingAtLeast === null || queue.waiting >= waitingAtLeast;
    const isShort = availableAtMost === null || queue.available <= availableAtMost;
    return trace("queue", isLong && isShort, [queue.waiting, queue.available]);
  };
}

function compileNot({ condition }: OfType<"not">): CompiledCondition {
  const inner = compileCondition(condition);
  return (facts) => {
    const found = inner(facts);
    return { type: "not", truth: opposite[found.truth], condition: found };
  };
}

const opposite: Readonly<Record<Truth, Truth>> = { holds: "fails", fails: "holds", unknown: "unknown" };
