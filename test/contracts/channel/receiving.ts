import fc from "fast-check";
import { expect } from "vitest";
import type { InboundRequest, Received } from "../../../src/ports/channel.ts";
import { type ChannelCase, type ChannelUnderTest, offer, outboundMessage } from "./under-test.ts";

const text = "where is my Zebrafink order";
const plain = { text, key: "evt-1" };
const unverified = ["unsigned", "bad-signature", "stale"];

export const receiving: readonly ChannelCase[] = [
  {
    name: "says what kind of channel it is, in a word that rules can name",
    run: async ({ channel }) => {
      expect(channel.kind).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
    },
  },
  {
    name: "takes a signed message",
    run: async (subject) => {
      const event = oneEvent(await subject.channel.receive(await subject.inbound(plain)));
      expect(event).toMatchObject({ type: "message", participant: null, content: { type: "text", text } });
      expect(event.eventId).not.toBe("");
      expect(event.fingerprint).not.toBe("");
    },
  },
  {
    name: "refuses an unsigned request (I13)",
    run: async (subject) => {
      for (const header of subject.signatureHeaders) {
        const request = await subject.inbound(plain);
        request.headers.delete(header);
        expectUnverified(await subject.channel.receive(request));
      }
    },
  },
  {
    name: "refuses a stranger's signature (I13)",
    run: async (subject) => {
      expectUnverified(await subject.channel.receive(await subject.inbound({ ...plain, isSignedByStranger: true })));
    },
  },
  {
    name: "refuses a request that is too old or from the future",
    appliesTo: ({ signsTime }) => signsTime,
    run: async (subject) => {
      for (const distance of [-3_600_000, 3_600_000]) {
        const request = await subject.inbound({ ...plain, signedAt: subject.now + distance });
        expect(await subject.channel.receive(request)).toMatchObject({ status: "refused", code: "stale" });
      }
    },
  },
  {
    name: "refuses a body altered by one byte (I13)",
    run: async (subject) => {
      const request = await subject.inbound(plain);
      await fc.assert(
        fc.asyncProperty(
          fc.nat({ max: request.body.length - 1 }),
          fc.integer({ min: 1, max: 255 }),
          async (at, mask) => {
            expectUnverified(await subject.channel.receive({ ...request, body: altered(request.body, at, mask) }));
          },
        ),
        { numRuns: 60 },
      );
    },
  },
  {
    name: "refuses a signature header altered by one character (I13)",
    run: async (subject) => {
      const request = await subject.inbound(plain);
      for (const header of subject.signatureHeaders) {
        const value = request.headers.get(header) ?? "";
        for (let at = 0; at < value.length; at++) {
          const headers = new Headers(request.headers);
          headers.set(header, value.slice(0, at) + (value[at] === "1" ? "2" : "1") + value.slice(at + 1));
          expectUnverified(await subject.channel.receive({ ...request, headers }));
        }
      }
    },
  },
  {
    name: "refuses an empty body, signed or not",
    run: async (subject) => {
      const request = await subject.inbound(plain);
      expectUnverified(await subject.channel.receive({ ...request, body: new Uint8Array() }));
      const signed = await subject.inbound({ ...plain, rawBody: new Uint8Array() });
      expect(await subject.channel.receive(signed)).toMatchObject({ status: "refused" });
    },
  },
  {
    name: "does not look into a body before it is verified (I13)",
    run: async (subject) => {
      const garbage = { ...plain, rawBody: new Uint8Array([0xff, 0x00, 0x7b]) };
      expectUnverified(await subject.channel.receive(await subject.inbound({ ...garbage, isSignedByStranger: true })));
      const signed = await subject.channel.receive(await subject.inbound(garbage));
      expect(signed).toMatchObject({ status: "refused" });
      expect(unverified).not.toContain(signed.status === "refused" && signed.code);
    },
  },
  {
    name: "refuses a body over its own limit",
    run: async (subject) => {
      const rawBody = new Uint8Array(subject.channel.capabilities.maxBodyBytes + 1).fill(0x20);
      const received = await subject.channel.receive(await subject.inbound({ ...plain, rawBody }));
      expect(received).toMatchObject({ status: "refused", code: "too-large" });
    },
  },
  {
    name: "gives a repetition the same event id and fingerprint, and another content another fingerprint (I1)",
    run: async (subject) => {
      const first = oneEvent(await subject.channel.receive(await subject.inbound(plain)));
      const again = oneEvent(await subject.channel.receive(await subject.inbound(plain)));
      const other = oneEvent(await subject.channel.receive(await subject.inbound({ ...plain, text: `${text}s` })));
      const next = oneEvent(await subject.channel.receive(await subject.inbound({ ...plain, key: "evt-2" })));
      expect([again.eventId, again.fingerprint]).toEqual([first.eventId, first.fingerprint]);
      expect(other.eventId).toBe(first.eventId);
      expect(other.fingerprint).not.toBe(first.fingerprint);
      expect(next.eventId).not.toBe(first.eventId);
    },
  },
  {
    name: "accepts fields that it does not know",
    run: async (subject) => {
      const event = oneEvent(
        await subject.channel.receive(await subject.inbound({ ...plain, hasUnknownFields: true })),
      );
      expect(event).toMatchObject({ type: "message", content: { type: "text", text } });
    },
  },
  {
    name: "keeps a verified event of an unknown kind",
    run: async (subject) => {
      const event = oneEvent(await subject.channel.receive(await subject.inbound({ ...plain, kind: "unknown" })));
      expect(event.type).toBe("unsupported");
      expect(event.type === "unsupported" && event.raw).toContain(text);
    },
  },
  {
    name: "shows neither secrets nor customers' words in a refusal (I15)",
    run: async (subject) => {
      const refusals = await Promise.all((await refusedRequests(subject)).map((one) => subject.channel.receive(one)));
      for (const refusal of refusals) {
        expect(refusal.status).toBe("refused");
        const shown = JSON.stringify(refusal);
        expect(shown).not.toContain("Zebrafink");
        for (const secret of subject.secretTexts) expect(shown).not.toContain(secret);
      }
    },
  },
  {
    name: "never takes what it sent itself for a customer's message",
    run: async (subject) => {
      for (const message of [outboundMessage, offer]) {
        await subject.channel.send(message, new AbortController().signal);
        const sent = subject.outside.calls.at(-1);
        if (!sent) throw new Error("The channel sent nothing.");
        const received = await subject.channel.receive(await subject.echo(sent));
        const types = received.status === "verified" ? received.events.map((event) => event.type) : [];
        expect(types).not.toContain("message");
      }
    },
  },
];

async function refusedRequests(subject: ChannelUnderTest): Promise<InboundRequest[]> {
  const request = await subject.inbound(plain);
  const unsigned = await subject.inbound(plain);
  for (const header of subject.signatureHeaders) unsigned.headers.delete(header);
  const cut = request.body.slice(0, -2);
  return [
    unsigned,
    await subject.inbound({ ...plain, isSignedByStranger: true }),
    { ...request, body: altered(request.body, 5, 1) },
    await subject.inbound({ ...plain, rawBody: cut }),
  ];
}

function oneEvent(received: Received) {
  if (received.status !== "verified") throw new Error(`Expected a verified event, got ${JSON.stringify(received)}.`);
  expect(received.events).toHaveLength(1);
  const [event] = received.events;
  if (!event) throw new Error("There is no event.");
  return event;
}

function expectUnverified(received: Received): void {
  expect(received.status).toBe("refused");
  expect(unverified).toContain(received.status === "refused" && received.code);
}

function altered(body: Uint8Array, at: number, mask: number): Uint8Array {
  return body.map((byte, index) => (index === at ? byte ^ mask : byte));
}
