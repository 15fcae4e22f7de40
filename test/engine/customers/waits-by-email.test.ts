import { expect, test } from "vitest";
import type { Customer } from "../../../src/core/customers/customer.ts";
import { emptyCommit } from "../../../src/engine/empty-commit.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { type RecordingChannel, recordingChannel } from "../../support/recording-channel.ts";
import { start } from "../opened.ts";

/** One waits, and the queue is full. */
async function fullQueue() {
  const { chat } = quietSettings.queues;
  if (!chat) throw new Error("The starter has a queue for chats.");
  const rule = { when: { type: "full" }, then: { type: "call-back", template: "call-back" } } as const;
  const queues = { ...quietSettings.queues, chat: { ...chat, limit: 1, overflow: { before: [rule], after: [] } } };
  const chats = recordingChannel("main.test", { hasButtons: true, hasPresence: true });
  const post: RecordingChannel = { ...recordingChannel("main.post"), kind: "email" };
  const { store, close } = memoryStore();
  const started = start({
    store: { store, close },
    starter: { ...quietSettings, queues },
    channels: [chats, post],
  });
  let events = 0;
  const say = async (from: string, text: string, more: { channelId?: string; reference?: string } = {}) => {
    const { channelId = chats.id, ...others } = more;
    const eventId = `said-${++events}`;
    const accepted = await started.engine.accept(channelId, {
      ...{ type: "message", eventId, fingerprint: eventId, sentAt: null, address: from, name: null, locale: null },
      ...{ participant: null, properties: {}, content: { type: "text", text }, ...others },
    });
    await started.pass(3_000);
    return "conversationId" in accepted ? (accepted.conversationId ?? "") : "";
  };
  const chooses = (id: string) => started.engine.command(id, { type: "wait-chosen", choice: "email" }, null);
  const offered = () => chats.sent.at(-1)?.choices.map(({ id }) => id) ?? [];
  const conversationOf = (id: string) => started.engine.conversations.get(id);
  await say("first", "I want to talk to a human");
  return { ...started, store, say, chooses, offered, conversationOf, post };
}

test("whoever writes under an e-mail address may have the answer there, from their first message on", async () => {
  const { say, offered, chooses, conversationOf } = await fullQueue();
  const id = await say("ben@shop.example", "I want to talk to a human");
  expect(offered()).toEqual(["wait-here", "wait-later", "wait-email", "wait-cancel"]);
  expect((await chooses(id)).status).toBe("committed");
  expect(await conversationOf(id)).toMatchObject({ control: { handoff: { waits: "email" } } });
});

test("whoever has written by e-mail before may, too, when they chat now", async () => {
  const { say, offered, post } = await fullQueue();
  await say("cleo", "Hello", { channelId: post.id, reference: "customer-7" });
  await say("app-7", "I want to talk to a human", { reference: "customer-7" });
  expect(offered()).toContain("wait-email");
});

test.each(["dora", "4915112345@s.whatsapp.net"])("%s is promised no letter", async (address) => {
  const { say, offered, chooses } = await fullQueue();
  const id = await say(address, "I want to talk to a human");
  expect(offered()).toEqual(["wait-here", "wait-later", "wait-cancel"]);
  expect(await chooses(id)).toMatchObject({ status: "refused", code: "no-email-address" });
});

test("an address that nobody has verified is none", async () => {
  const { store, say, offered, chooses, conversationOf } = await fullQueue();
  const id = await say("eve@shop.example", "Hello");
  const { customerId = "" } = (await conversationOf(id)) ?? {};
  const [stored] = await store.load([{ kind: "customer", id: customerId }]);
  const customer = stored?.body as Customer;
  const identities = customer.identities.map((identity) => ({ ...identity, isVerified: false }));
  await store.commit({
    ...emptyCommit(0),
    puts: [{ kind: "customer", id: customerId, body: { ...customer, identities } }],
  });
  await say("eve@shop.example", "I want to talk to a human");
  expect(offered()).toEqual(["wait-here", "wait-later", "wait-cancel"]);
  expect(await chooses(id)).toMatchObject({ status: "refused", code: "no-email-address" });
});
