import { describe, expect, test } from "vitest";
import { parseBody } from "../../../adapters/channels/api/parse.ts";
import type { Channel } from "../../../src/ports/channel.ts";
import { channelCases } from "../../contracts/channel.ts";
import { makeSubject } from "./api/subject.ts";

type Breakage = (channel: Channel) => Partial<Channel>;

// Each entry is a mistake somebody will make, and the sentences of the contract that must notice it.
const breakages: readonly (readonly [name: string, breakage: Breakage, noticedBy: readonly string[]])[] = [
  [
    "never verifies",
    () => ({ receive: async ({ headers, body }) => parseBody(headers.get("webhook-id") ?? "none", body) }),
    [
      "refuses an unsigned request (I13)",
      "refuses a stranger's signature (I13)",
      "refuses a request that is too old or from the future",
      "refuses a body altered by one byte (I13)",
      "refuses a signature header altered by one character (I13)",
    ],
  ],
  [
    "parses before it verifies",
    (channel) => ({
      receive: async (request) => {
        const parsed = parseBody("evt", request.body);
        return parsed.status === "refused" && parsed.code === "not-json" ? parsed : channel.receive(request);
      },
    }),
    ["does not look into a body before it is verified (I13)"],
  ],
  [
    "ignores the clock",
    (channel) => ({
      receive: (request) =>
        channel.receive({ ...request, receivedAt: Number(request.headers.get("webhook-timestamp")) * 1000 }),
    }),
    ["refuses a request that is too old or from the future"],
  ],
  [
    "makes up event ids",
    (channel) => ({
      receive: async (request) => {
        const received = await channel.receive(request);
        if (received.status !== "verified") return received;
        return { ...received, events: received.events.map((event) => ({ ...event, eventId: crypto.randomUUID() })) };
      },
    }),
    ["gives a repetition the same event id and fingerprint, and another content another fingerprint (I1)"],
  ],
  [
    "drops what it does not understand",
    (channel) => ({
      receive: async (request) => {
        const received = await channel.receive(request);
        if (received.status !== "verified") return received;
        return { ...received, events: received.events.filter(({ type }) => type !== "unsupported") };
      },
    }),
    ["keeps a verified event of an unknown kind"],
  ],
  [
    "quotes the body in a refusal",
    (channel) => ({
      receive: async (request) => {
        const received = await channel.receive(request);
        return received.status === "refused"
          ? { ...received, detail: new TextDecoder().decode(request.body) }
          : received;
      },
    }),
    ["shows neither secrets nor customers' words in a refusal (I15)"],
  ],
  [
    "has no kind that a rule could name",
    () => ({ kind: "API channel" }),
    ["says what kind of channel it is, in a word that rules can name"],
  ],
  [
    "takes everybody for somebody in copy",
    (channel) => ({
      receive: async (request) => {
        const received = await channel.receive(request);
        if (received.status !== "verified") return received;
        const events = received.events.map((event) =>
          event.type === "message" ? { ...event, participant: event.address } : event,
        );
        return { ...received, events };
      },
    }),
    ["takes a signed message"],
  ],
  [
    "leaves the buttons out that it says it has",
    (channel) => ({ send: (message, signal) => channel.send({ ...message, choices: [] }, signal) }),
    ["asks in words, and shows the choices where it has buttons"],
  ],
  [
    "sends under a new id every time",
    (channel) => ({ send: (message, signal) => channel.send({ ...message, id: crypto.randomUUID() }, signal) }),
    ["repeats a send under the same id"],
  ],
  [
    "tries again whatever happens",
    (channel) => ({
      send: async (message, signal) => {
        const result = await channel.send(message, signal);
        if (result.status !== "failed") return result;
        return { status: "retry", error: result.error, retryAfterMs: null, mayHaveArrived: false };
      },
    }),
    ["gives up after another 4xx"],
  ],
  [
    "believes that a lost answer means a lost message",
    (channel) => ({
      send: async (message, signal) => {
        const result = await channel.send(message, signal);
        return result.status === "retry" ? { ...result, mayHaveArrived: false } : result;
      },
    }),
    ["says that a send may have arrived when its answer was lost", "stops when it is aborted"],
  ],
  [
    "does not hear the abort",
    (channel) => ({ send: (message) => channel.send(message, new AbortController().signal) }),
    ["stops when it is aborted"],
  ],
];

describe("the channel contract notices a channel that", () => {
  test.each(breakages)("%s", async (_name, breakage, noticedBy) => {
    for (const sentence of noticedBy) {
      const found = channelCases.find(({ name }) => name === sentence);
      if (!found) throw new Error(`The contract has no sentence "${sentence}".`);
      const subject = await makeSubject();
      const channel = { ...subject.channel, ...breakage(subject.channel) };
      await expect(found.run({ ...subject, channel }), sentence).rejects.toThrow();
      await subject.close();
    }
  });
});
