import type { DifferenceExample } from "../../core/rules/backtest-differences.ts";
import type { Tally } from "../../core/rules/backtest-tally.ts";
import type { Destination } from "../../core/rules/rule.ts";
import type { BacktestOutcome, Names } from "../../engine/backtest-documents.ts";
import type { UnknownCode } from "../../engine/backtest-unknown.ts";
import type { Backtest } from "../../engine/backtests.ts";
import type { BacktestBody } from "../../protocol/backtests.ts";
import { isoTime } from "./time.ts";

type ResultBody = NonNullable<BacktestBody["result"]>;

export function presentBacktest(backtest: Backtest): BacktestBody {
  const { id, status, startedAt, by, draft, version, wanted, conversations, outcome } = backtest;
  const { since, until, limit, channels } = wanted;
  return {
    ...{ id, status, startedAt: isoTime(startedAt), by, draft, version },
    since: since === null ? null : isoTime(since),
    until: until === null ? null : isoTime(until),
    ...{ limit, channels: channels && [...channels], conversations },
    result: outcome && presentOutcome(outcome),
  };
}

function presentOutcome({ isCut, result, unknown, names }: BacktestOutcome): ResultBody {
  return {
    ...{ engagements: result.engagements, isCut },
    inForce: presentTally(result.a, names.inForce),
    draft: presentTally(result.b, names.draft),
    differences: result.differences.map(({ kind, was, becomes, count, examples }) => {
      return { kind, was, becomes, count, examples: examples.map(presentExample) };
    }),
    unknown: unknown.map(({ code, ruleIds }) => ({ code, message: unknownTexts[code], ruleIds: [...ruleIds] })),
  };
}

function presentTally(tally: Tally, names: Names): ResultBody["inForce"] {
  const { handedOver, offered, leftToBot, afterHours, byDestination, byRule, byReason } = tally;
  return {
    ...{ handedOver, offered, leftToBot, afterHours },
    byDestination: byDestination.map(({ destination, count }) => {
      return { destination: { ...destination }, name: nameOf(destination, names), count };
    }),
    byRule: byRule.map(({ ruleId, count }) => {
      return { rule: ruleId === null ? null : { id: ruleId, name: names.rules[ruleId] ?? ruleId }, count };
    }),
    byReason: byReason.map(({ reason, count }) => ({ reason, count })),
  };
}

function nameOf({ type, id }: Destination, { queues, teams }: Names): string {
  return (type === "queue" ? queues[id] : type === "team" ? teams[id] : undefined) ?? id;
}

function presentExample({ conversationId, engagement, seq, was, becomes }: DifferenceExample) {
  const conversation = `/api/v1/conversations/${encodeURIComponent(conversationId)}`;
  const links = { conversation, messages: `${conversation}/messages?after=${Math.max(0, (seq ?? 1) - 1)}` };
  return { conversationId, engagement, seq, was: presentWay(was), becomes: presentWay(becomes), links };
}

function presentWay({ action, seq, destination, ruleId, reason, hours }: DifferenceExample["was"]) {
  return { action, seq, destination: destination && { ...destination }, ruleId, reason, hours };
}

const unknownTexts: Readonly<Record<UnknownCode, string>> = {
  queues: "How busy queues were is not kept: such a condition was never met.",
  intents: "Intents are only known where somebody was called at the time: elsewhere they were not met.",
  "bot-signals":
    "What the assistant did without a word (failed, proposed a person, was unsure) and flags are only known where somebody was called at the time.",
  today: "Tags and properties count as they are today.",
};
