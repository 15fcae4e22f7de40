import { describe, expect } from "vitest";
import { readCustomerLines } from "../../../src/core/customers/read-lines.ts";
import type { OpenStore } from "../../../src/ports/store.ts";
import { testClock } from "../../support/clock.ts";
import { person, startTestEngine } from "../../support/engine.ts";
import { recordingChannel } from "../../support/recording-channel.ts";
import { type InWorkspace, testIn } from "../../support/workspace.ts";

/** One company, reached in two ways. */
function twoChannels(open: OpenStore) {
  const clock = testClock();
  const channels = [recordingChannel("main.web"), recordingChannel("main.whatsapp")];
  const engine = startTestEngine({ store: open, clock, channels });
  const [web, whatsapp] = channels;
  if (!web || !whatsapp) throw new Error("there are two");
  return { ...engine, store: open.store, web, whatsapp };
}

type Scene = ReturnType<typeof twoChannels>;
let events = 0;

async function writes(scene: Scene, channelId: string, from: string, text: string, reference?: string) {
  const accepted = await scene.engine.accept(channelId, {
    ...{ type: "message", eventId: `event-${++events}`, fingerprint: text, sentAt: null, address: from },
    ...{ name: null, locale: null, participant: null, properties: {}, content: { type: "text", text } },
    ...(reference === undefined ? {} : { reference }),
  });
  await scene.engine.settleAll();
  const id = "conversationId" in accepted ? accepted.conversationId : null;
  const conversation = id === null ? null : await scene.engine.conversations.get(id);
  if (!conversation) throw new Error("there is a conversation");
  return conversation;
}

async function importing(scene: Scene, text: string) {
  const read = readCustomerLines(text);
  if (read.status === "broken") throw new Error(read.message);
  return scene.engine.customers.import(read.lines);
}

/** One customer on all channels, on every store. */
export function referencePromises(name: string, inWorkspace: InWorkspace): void {
  describe(`a customer whom the company knows by an id of its own, on ${name}`, () => {
    let scene: Scene;
    const test = testIn(inWorkspace, {
      async begin(open) {
        scene = twoChannels(open);
      },
      end: () => scene.close(),
    });

    test("is one customer on two channels, and their second conversation goes to the person engaged, without a ring", async () => {
      await scene.engine.agents.add(person("anne", { capacity: 3 }));
      const first = await writes(scene, "main.web", "ada@web", "I want to talk to a human", "customer-42");
      expect(
        await scene.engine.command(first.id, { type: "conversation-claimed", agentId: "anne" }, null),
      ).toMatchObject({
        status: "committed",
      });
      await scene.engine.agents.add(person("bert", { capacity: 3 }));
      const second = await writes(scene, "main.whatsapp", "+49 30 1", "I want to talk to a human", "customer-42");

      expect(second.customerId).toBe(first.customerId);
      expect(second.id).not.toBe(first.id);
      expect(second.control).toMatchObject({ phase: "human", agentId: "anne" });
      expect(await scene.engine.conversations.customer(first.customerId)).toMatchObject({
        reference: "customer-42",
        conversationIds: [first.id, second.id],
        identities: [
          { channelId: "main.web", address: "ada@web", isVerified: true },
          { channelId: "main.whatsapp", address: "+49 30 1", isVerified: true },
        ],
      });
      const page = await scene.engine.conversations.records(second.id, { limit: 50, afterSeq: 0 });
      expect(page.items.filter(({ type }) => type === "request")).toEqual([]);
    });

    test("is answered where they wrote, each conversation on its own channel", async () => {
      await scene.engine.agents.add(person("anne", { capacity: 3 }));
      const first = await writes(scene, "main.web", "ada@web", "hello", "customer-42");
      const second = await writes(scene, "main.whatsapp", "+49 30 1", "hello", "customer-42");
      for (const [{ id }, text] of [[first, "to the web"] as const, [second, "to WhatsApp"] as const]) {
        await scene.engine.command(id, { type: "conversation-claimed", agentId: "anne" }, null);
        await scene.engine.command(id, { type: "agent-replied", agentId: "anne", text }, null);
      }
      await scene.engine.settleAll();
      const sent = ({ sent }: Scene["web"]) => sent.filter(({ author }) => author === "agent");
      expect(sent(scene.web)).toMatchObject([{ address: "ada@web", text: "to the web" }]);
      expect(sent(scene.whatsapp)).toMatchObject([{ address: "+49 30 1", text: "to WhatsApp" }]);
    });

    test("may be said of later, and is found by it from then on", async () => {
      const first = await writes(scene, "main.web", "ada@web", "hello");
      await writes(scene, "main.web", "ada@web", "it is me", "customer-42");
      const second = await writes(scene, "main.whatsapp", "+49 30 1", "hello", "customer-42");
      expect(second.customerId).toBe(first.customerId);
    });

    test("stays two customers with two addresses on one channel: an answer must find its way", async () => {
      const first = await writes(scene, "main.web", "ada@web", "hello", "customer-42");
      const other = await writes(scene, "main.web", "ada@work", "hello", "customer-42");
      expect(other.customerId).not.toBe(first.customerId);
      const third = await writes(scene, "main.whatsapp", "+49 30 1", "hello", "customer-42");
      expect(third.customerId).toBe(first.customerId);
    });

    test("is one customer also when both first messages come at the same moment", async () => {
      const [first, second] = await Promise.all([
        writes(scene, "main.web", "ada@web", "hello", "customer-42"),
        writes(scene, "main.whatsapp", "+49 30 1", "hello", "customer-42"),
      ]);
      expect(second?.customerId).toBe(first?.customerId);
      const customer = await scene.engine.conversations.customer(first?.customerId ?? "");
      expect([...(customer?.conversationIds ?? [])].sort()).toEqual([first?.id, second?.id].sort());
    });

    test("is known on both channels from one file, with what the file says", async () => {
      const file =
        "channel,address,reference,property:plan\nmain.web,ada@web,customer-42,gold\nmain.whatsapp,+49 30 1,customer-42,\n";
      expect(await importing(scene, file)).toMatchObject([{ status: "created" }, { status: "changed" }]);
      expect(await importing(scene, file)).toMatchObject([{ status: "unchanged" }, { status: "unchanged" }]);
      const first = await writes(scene, "main.web", "ada@web", "hello");
      const second = await writes(scene, "main.whatsapp", "+49 30 1", "hello");
      expect(second.customerId).toBe(first.customerId);
      expect(second.properties).toEqual({ plan: { value: "gold", isTrusted: true } });
    });

    test("is erased on every channel at once, and is somebody new afterwards", async () => {
      const first = await writes(scene, "main.web", "ada@web", "hello", "customer-42");
      const second = await writes(scene, "main.whatsapp", "+49 30 1", "hello", "customer-42");
      expect(await scene.engine.erase(first.customerId)).toBe(true);
      for (const { id } of [first, second]) expect(await scene.engine.conversations.get(id)).toBeNull();
      expect(await scene.store.load([{ kind: "customer-reference", id: "customer-42" }])).toEqual([null]);
      const again = await writes(scene, "main.whatsapp", "+49 30 1", "hello", "customer-42");
      expect(again.customerId).not.toBe(first.customerId);
    });
  });
}
