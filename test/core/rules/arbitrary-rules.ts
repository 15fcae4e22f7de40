import fc from "fast-check";
import type { SignalId } from "../../../src/core/detection/signal.ts";
import type { Condition, Rule, RuleFacts } from "../../../src/core/rules/rule.ts";
import { facts, rule } from "./rule-book.ts";

/** Small worlds, so that conditions and facts meet often. Spelled in different cases on purpose. */
const signals: readonly SignalId[] = ["legal", "fraud", "phrase", "flag"];
const states = ["open", "closed", "holiday"] as const;
export const channels = [
  { id: "main", kind: "whatsapp" },
  { id: "second", kind: "whatsapp" },
  { id: "mail", kind: "email" },
];

const some = <Value>(...values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });

const positive: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ type: fc.constant("channel" as const), is: some("main", "Second", "WhatsApp", "email") }),
  fc.record({
    type: fc.constant("signal" as const),
    is: some<SignalId | `${SignalId}:${string}`>(
      "legal",
      "fraud",
      "phrase",
      "phrase:cancel",
      "phrase:Cancel:soon",
      "flag:urgent",
    ),
  }),
  fc.record({ type: fc.constant("intent" as const), is: some("refund", "Order") }),
  fc.record({ type: fc.constant("tag" as const), is: some("vip", "B2B") }),
  fc.record({
    type: fc.constant("property" as const),
    name: fc.constantFrom("plan", "Plan", "tier"),
    is: some("free", "Pro"),
    mustBeTrusted: fc.boolean(),
  }),
  fc.record({ type: fc.constant("language" as const), is: some("de", "pt", "pt-BR", "en_GB") }),
  fc.record({ type: fc.constant("hours" as const), of: fc.constantFrom("office", "night"), is: some(...states) }),
  fc.record({
    type: fc.constant("queue" as const),
    of: fc.constantFrom("chat", "sales"),
    waitingAtLeast: fc.constantFrom(null, 0, 3, 5),
    availableAtMost: fc.constantFrom(null, 0, 2),
  }),
  fc.record({ type: fc.constant("bot-turns" as const), atLeast: fc.constantFrom(0, 2, 5) }),
);

export const condition: fc.Arbitrary<Condition> = fc.oneof(
  { weight: 4, arbitrary: positive },
  { weight: 2, arbitrary: positive.map((inner): Condition => ({ type: "not", condition: inner })) },
  {
    weight: 1,
    arbitrary: positive.map((inner): Condition => ({ type: "not", condition: { type: "not", condition: inner } })),
  },
);

export const rules: fc.Arbitrary<readonly Rule[]> = fc
  .array(fc.tuple(fc.array(condition, { maxLength: 3 }), fc.boolean(), fc.integer({ min: 1, max: 4 })), {
    maxLength: 8,
  })
  .map((list) => list.map(([when, isEnabled, position], index) => rule(`r${index}`, when, { isEnabled, position })));

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const known = <Value>(record: Record<string, Value | undefined>) =>
  Object.fromEntries(Object.entries(record).filter((entry): entry is [string, Value] => entry[1] !== undefined));

const property = fc.record({ value: fc.constantFrom("free", "pro", "PRO", "gold"), isTrusted: fc.boolean() });
const queue = fc.record({ waiting: fc.integer({ min: 0, max: 6 }), available: fc.integer({ min: 0, max: 3 }) });

export const someFacts: fc.Arbitrary<RuleFacts> = fc
  .record({
    channel: fc.constantFrom(...channels),
    signals: fc.uniqueArray(
      fc.record({ id: fc.constantFrom(...signals), detail: fc.constantFrom(null, "cancel", "cancel:soon", "urgent") }),
      { maxLength: 3 },
    ),
    intents: fc.subarray(["Refund", "order", "greeting"]),
    tags: fc.subarray(["VIP", "b2b", "x"]),
    properties: fc.record({ plan: maybe(property), PLAN: maybe(property), tier: maybe(property) }).map(known),
    language: fc.constantFrom(null, "de-AT", "pt-BR", "pt_PT", "en", "en-gb"),
    hours: fc
      .record({ office: maybe(fc.constantFrom(...states)), night: maybe(fc.constantFrom(...states)) })
      .map(known),
    queues: fc.record({ chat: maybe(queue), sales: maybe(queue) }).map(known),
    botTurns: fc.integer({ min: 0, max: 6 }),
  })
  .map(({ channel, ...rest }) => facts({ ...rest, channelId: channel.id, channelKind: channel.kind }));
