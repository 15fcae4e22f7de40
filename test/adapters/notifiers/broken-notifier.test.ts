import { expect, test } from "vitest";
import type { Delivery, DeliveryResult, Notifier } from "../../../src/ports/notifier.ts";
import { type NotifierUnderTest, notifierCases } from "../../contracts/notifier.ts";

const secret = "token-1234";
const to = { type: "person", name: "Kim", email: "kim@shop.example", slackMemberId: null } as const;

type Mood = "fine" | "busy" | "refusing" | "silent";
type Deliver = (delivery: Delivery, signal: AbortSignal, other: OtherSide) => Promise<DeliveryResult>;

interface OtherSide {
  readonly mood: Mood;
  take(text: string): void;
}

const failed = (error: string): DeliveryResult => ({ status: "failed", isGone: false, error });
const retry = (error: string): DeliveryResult => ({ status: "retry", error, retryAfterMs: null });

const sound: Deliver = async (delivery, signal, other) => {
  if (delivery.to.type !== "person") return failed("People only.");
  if (other.mood === "silent") {
    await new Promise((resolve) => (signal.aborted ? resolve(null) : signal.addEventListener("abort", resolve)));
    return retry("Aborted.");
  }
  if (other.mood !== "fine") return other.mood === "busy" ? retry("Busy.") : failed("Refused.");
  other.take(JSON.stringify(delivery.words));
  return { status: "delivered" };
};

function subjectWith(deliver: Deliver): NotifierUnderTest {
  const received: string[] = [];
  let mood: Mood = "fine";
  const set = (next: Mood) => () => {
    mood = next;
  };
  const take = (text: string) => void received.push(text);
  const notifier: Notifier = {
    method: "email",
    capabilities: { reachesPeople: true, reachesEndpoints: false, places: [] },
    deliver: (delivery, signal) => deliver(delivery, signal, { mood, take }),
  };
  return {
    ...{ notifier, to, received: () => received, hang: set("silent"), secrets: [secret], close: async () => undefined },
    failures: [
      { name: "busy", arrange: set("busy"), status: "retry" },
      { name: "refusing", arrange: set("refusing"), status: "failed" },
    ],
  };
}

const named = {
  once: "delivers once, and says so only when the other side has accepted it",
  strangers: "reaches nobody it says it does not reach",
  failures: "tells what may pass from what will not",
  secrets: "names in its errors neither a secret nor what a customer wrote (I15)",
  abort: "gives up at once when it is told to, and says that it may be tried again",
  same: "says the same words for the same delivery",
};

// Each entry is a mistake somebody will make, and the sentence of the contract that must notice it.
const breakages: readonly (readonly [what: string, deliver: Deliver, noticedBy: string])[] = [
  ["says that it delivered and did not", async () => ({ status: "delivered" }), named.once],
  [
    "sends twice to be sure",
    async (delivery, signal, other) => {
      await sound(delivery, signal, other);
      return sound(delivery, signal, other);
    },
    named.once,
  ],
  [
    "writes to whoever it is given",
    (delivery, signal, other) => sound({ ...delivery, to }, signal, other),
    named.strangers,
  ],
  [
    "takes a refusal for something that passes",
    async (...call) => {
      const result = await sound(...call);
      return result.status === "failed" && call[2].mood === "refusing" ? retry(result.error) : result;
    },
    named.failures,
  ],
  [
    "puts its token into an error",
    async (...call) => {
      const result = await sound(...call);
      return result.status === "delivered" ? result : { ...result, error: `${result.error} ${secret}` };
    },
    named.secrets,
  ],
  [
    "puts what was to be said into an error",
    async (...call) => {
      const result = await sound(...call);
      return result.status === "delivered" ? result : { ...result, error: JSON.stringify(call[0].words) };
    },
    named.secrets,
  ],
  [
    "says nothing about why",
    async (...call) => {
      const result = await sound(...call);
      return result.status === "delivered" ? result : { ...result, error: "" };
    },
    named.secrets,
  ],
  [
    "waits on when it is told to give up",
    (delivery, _signal, other) => sound(delivery, new AbortController().signal, other),
    named.abort,
  ],
  [
    "takes being told to give up for a refusal",
    async (...call) => {
      const result = await sound(...call);
      return call[2].mood === "silent" ? failed("Aborted.") : result;
    },
    named.abort,
  ],
  [
    "says something else each time",
    (delivery, signal, other) =>
      sound(delivery, signal, { ...other, take: (text) => other.take(`${text} ${crypto.randomUUID()}`) }),
    named.same,
  ],
];

async function brokenSentences(deliver: Deliver): Promise<string[]> {
  const broken: string[] = [];
  for (const { name, run } of notifierCases) {
    await run(subjectWith(deliver)).catch(() => broken.push(name));
  }
  return broken;
}

test("a sound notifier passes the contract", async () => {
  expect(await brokenSentences(sound)).toEqual([]);
});

test.each(breakages)("the contract notices one that %s", async (_what, deliver, noticedBy) => {
  expect(await brokenSentences(deliver)).toContain(noticedBy);
});

test("every sentence of the contract is there for a mistake", () => {
  expect(new Set(breakages.map(([, , noticedBy]) => noticedBy))).toEqual(
    new Set(notifierCases.map(({ name }) => name)),
  );
});
