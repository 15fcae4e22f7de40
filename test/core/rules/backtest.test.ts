import { describe, expect, test } from "vitest";
import {
  backtest,
  type PastDecision,
  type PastEngagement,
  type PastMessage,
  type PastPolicy,
} from "../../../src/core/rules/backtest.ts";

/** `c`: the customer, `b`: the bot, `a`: a person. */
function engagement(conversationId: string, authors: string): PastEngagement {
  const names = { c: "customer", b: "bot", a: "agent" } as const;
  const messages = [...authors].map((letter, index): PastMessage => {
    const author = names[letter as keyof typeof names];
    return { seq: index + 1, at: index * 1_000, author, text: `secret of ${conversationId}`, kind: null };
  });
  return {
    ...{ conversationId, engagement: 1, channelId: "main", channelKind: "whatsapp" },
    ...{ language: "en", tags: [], properties: {}, messages },
  };
}

const bot: PastDecision = { action: "bot", destination: null, ruleId: null, reason: null, hours: null };
const offer: PastDecision = { ...bot, action: "offer", reason: "frustration" };
const handoff = (queueId: string, more: Partial<PastDecision> = {}): PastDecision => ({
  ...{ action: "handoff", destination: { type: "queue", id: queueId }, ruleId: "r", reason: "legal", hours: "open" },
  ...more,
});

/** Decides by the message's number; the bot otherwise. */
const at =
  (decisions: Readonly<Record<number, PastDecision>>): PastPolicy =>
  (_, upTo) =>
    decisions[upTo] ?? bot;
const run = (a: PastPolicy, b: PastPolicy, ...past: PastEngagement[]) => backtest(past, a, b);

describe("an engagement", () => {
  const one = engagement("c1", "cbcbcb");

  test("counts as its first handoff, whatever was offered before", () => {
    const { a } = run(at({ 1: offer, 3: handoff("chat"), 5: handoff("sales") }), at({}), one);
    expect(a).toMatchObject({ handedOver: 1, offered: 0, leftToBot: 0 });
    expect(a.byDestination).toEqual([{ destination: { type: "queue", id: "chat" }, count: 1 }]);
    expect(a.byRule).toEqual([{ ruleId: "r", count: 1 }]);
    expect(a.byReason).toEqual([{ reason: "legal", count: 1 }]);
  });

  test("counts as offered once when nothing comes of it", () => {
    const { a } = run(at({ 1: offer, 3: { ...offer, reason: "insult" } }), at({}), one);
    expect(a).toMatchObject({ handedOver: 0, offered: 1, leftToBot: 0, byDestination: [] });
    expect(a.byReason).toEqual([{ reason: "frustration", count: 1 }]);
    expect(a.byRule).toEqual([{ ruleId: null, count: 1 }]);
  });

  test("counts as left to the bot otherwise", () => {
    const { engagements, a, b, differences } = run(at({}), at({}), one);
    expect(a).toEqual(b);
    expect({ engagements, differences }).toEqual({ engagements: 1, differences: [] });
    expect(a).toEqual({
      ...{ handedOver: 0, offered: 0, leftToBot: 1, afterHours: 0 },
      ...{ byDestination: [], byRule: [], byReason: [] },
    });
  });

  test("is looked at up to the first message of a person, bot's messages included", () => {
    const asked: number[] = [];
    const listening: PastPolicy = (_, upTo) => {
      asked.push(upTo);
      return bot;
    };
    run(listening, at({}), engagement("c1", "cbcacb"));
    expect(asked).toEqual([1, 2, 3]);
  });
});

test("handoffs after hours and on holidays are counted, offers are not", () => {
  const past = ["c1", "c2", "c3", "c4"].map((id) => engagement(id, "c"));
  const hours = { c1: "open", c2: "closed", c3: "holiday", c4: null } as const;
  const policy: PastPolicy = ({ conversationId }) => handoff("chat", { hours: hours[conversationId as "c1"] });
  const closed: PastPolicy = () => ({ ...offer, hours: "closed" });
  const { a, b } = backtest(past, policy, closed);
  expect([a.afterHours, b.afterHours]).toEqual([2, 0]);
});

test("lists begin with what happened most", () => {
  const past = Array.from({ length: 6 }, (_, index) => engagement(`c${index}`, "c"));
  const policy: PastPolicy = ({ conversationId }) => handoff(conversationId < "c2" ? "a" : "b");
  const { a } = backtest(past, policy, policy);
  expect(a.byDestination.map(({ destination, count }) => [destination.id, count])).toEqual([
    ["b", 4],
    ["a", 2],
  ]);
});

describe("two rule books", () => {
  const past = engagement("c1", "cbcb");

  test.each<[string, PastPolicy, PastPolicy, object]>([
    ["hand over what was left", at({}), at({ 3: handoff("chat") }), { kind: "action", was: "bot", becomes: "handoff" }],
    ["offer what was handed over", at({ 1: handoff("chat") }), at({ 3: offer }), { kind: "action", becomes: "offer" }],
    ["send it elsewhere", at({ 1: handoff("chat") }), at({ 1: handoff("sales") }), { kind: "destination" }],
    ["do it earlier", at({ 3: handoff("chat") }), at({ 1: handoff("chat") }), { kind: "earlier" }],
    ["do it later", at({ 1: offer }), at({ 3: offer }), { kind: "later" }],
    [
      "do it by another rule",
      at({ 1: handoff("chat") }),
      at({ 1: handoff("chat", { ruleId: "s" }) }),
      { kind: "rule" },
    ],
    ["do it for another reason", at({ 1: offer }), at({ 1: { ...offer, reason: "insult" } }), { kind: "reason" }],
  ])("may differ: they %s", (_, a, b, difference) => {
    const { differences } = run(a, b, past);
    expect(differences).toMatchObject([
      { ...difference, count: 1, examples: [{ conversationId: "c1", engagement: 1 }] },
    ]);
  });

  test("part at the first message at which they differ", () => {
    const { differences } = run(at({ 3: handoff("chat") }), at({ 1: handoff("sales") }), past);
    expect(differences[0]?.examples[0]).toMatchObject({ seq: 1, was: { seq: 3 }, becomes: { seq: 1 } });
  });

  test("are shown by twenty examples of each kind, with ids and no words, however many there are", () => {
    let made = 0;
    function* many() {
      for (; made < 5_000; made += 1) yield engagement(`c${made}`, "cb");
    }
    const chatty: PastPolicy = () => ({ ...handoff("chat"), evidence: "secret" }) as PastDecision;
    const { engagements, differences, b } = backtest(many(), at({}), chatty);
    expect([engagements, b.handedOver, differences[0]?.count]).toEqual([5_000, 5_000, 5_000]);
    expect(differences[0]?.examples.map(({ conversationId }) => conversationId)).toEqual(
      Array.from({ length: 20 }, (_, index) => `c${index}`),
    );
    expect(JSON.stringify(differences)).not.toContain("secret");
  });
});
