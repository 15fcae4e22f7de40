import { expect, it } from "vitest";
import type { Accepted } from "../../src/engine/inbound.ts";
import { createWebhookReceiver } from "../../src/http/webhooks.ts";
import type { ChannelEvent, Received } from "../../src/ports/channel.ts";
import { testClock } from "../support/clock.ts";
import { recordingChannel } from "../support/recording-channel.ts";

/** A platform that sends several events in one request, in front of an engine whose every answer the test gives. */
function receiving(received: Received, accept: (event: ChannelEvent) => Promise<Accepted>) {
  const channel = { ...recordingChannel("main.batch"), receive: async () => received };
  const receive = createWebhookReceiver({
    channels: new Map([[channel.id, channel]]),
    accept: (_channelId, event) => accept(event),
    isOverloaded: () => false,
    isStopping: () => false,
    clock: testClock(),
  });
  return () => receive(new Request("http://baton.test/webhooks/main.batch", { method: "POST" }), channel.id);
}

const accepted: Accepted = { status: "accepted", conversationId: "con_1" };
const batch = { status: "verified", events: [message("a1", "a"), message("b1", "b"), message("a2", "a")] } as const;

it("is answered when all of its events are stored, in order for each customer", async () => {
  const started: string[] = [];
  const stored: (() => void)[] = [];
  const answer = receiving(batch, (event) => {
    started.push(event.eventId);
    return new Promise((resolve) => stored.push(() => resolve(accepted)));
  })();
  let isAnswered = false;
  void answer.then(() => (isAnswered = true));
  await expect.poll(() => started).toEqual(["a1", "b1"]);
  stored[0]?.();
  await expect.poll(() => started).toEqual(["a1", "b1", "a2"]);
  stored[2]?.();
  expect(isAnswered).toBe(false);
  stored[1]?.();
  const body = await (await answer).json();
  expect(body).toEqual({ status: "accepted", conversationId: null, events: [accepted, accepted, accepted] });
});

it("is not acknowledged when one of its events was not stored", async () => {
  const post = receiving(batch, async (event) => {
    if (event.eventId === "b1") throw new Error("lost");
    return accepted;
  });
  await expect(post()).rejects.toThrow("lost");
});

it("is a clash when one of its events is, after the others are stored", async () => {
  const stored: string[] = [];
  const post = receiving(batch, async (event) => {
    if (event.eventId === "b1") return { status: "clash" };
    stored.push(event.eventId);
    return accepted;
  });
  await expect(post()).rejects.toMatchObject({ code: "clash" });
  expect(stored).toEqual(["a1", "a2"]);
});

it("answers a platform's handshake as text that no browser takes for a page", async () => {
  const response = { status: 200, body: "<b>challenge</b>" };
  const answer = await receiving({ status: "answered", response }, async () => accepted)();
  expect([answer.status, await answer.text()]).toEqual([200, "<b>challenge</b>"]);
  expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
});

function message(eventId: string, address: string): ChannelEvent {
  const content = { type: "text", text: "hello" } as const;
  return {
    type: "message",
    eventId,
    fingerprint: eventId,
    sentAt: null,
    address,
    name: null,
    locale: null,
    participant: null,
    properties: {},
    content,
  };
}

it("says what became of all of it: accepted where anything was, ignored where nobody hears any of it", async () => {
  const ignored: Accepted = { status: "ignored", reason: 'no type of an event is called "a"' };
  const duplicate: Accepted = { status: "duplicate", conversationId: "con_1" };
  const statusOf = async (...answers: readonly Accepted[]) => {
    const left = [...answers];
    const response = await receiving(batch, async () => left.shift() ?? duplicate)();
    return (await response.json()).status;
  };
  expect(await statusOf(ignored, accepted, ignored)).toBe("accepted");
  expect(await statusOf(ignored, ignored, ignored)).toBe("ignored");
  expect(await statusOf(ignored, duplicate, ignored)).toBe("duplicate");
  const unknown: Accepted = { status: "unknown-message" };
  expect(await statusOf(unknown, ignored, unknown)).toBe("ignored");
  expect(await statusOf(unknown, unknown, unknown)).toBe("unknown-message");
  expect(await statusOf(unknown, unknown, duplicate)).toBe("duplicate");
});
