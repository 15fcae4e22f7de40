import { afterEach, expect, test } from "vitest";
import { newQueue } from "../../../src/core/routing/queue.ts";
import { person, startTestEngine, type TestEngine } from "../../support/engine.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { notifyingBy, recordingNotifier } from "../../support/recording-notifier.ts";

const open: TestEngine[] = [];
afterEach(async () => {
  for (const started of open.splice(0)) await started.close();
});

/** Kim has so many; Hana leads the support, Rolf those who take returns. */
async function office(count: number) {
  const [email, webhook] = [recordingNotifier("email"), recordingNotifier("webhook")];
  const team = (id: string, headId: string) => ({ id, name: id, hours: "always", headId });
  const starter = {
    ...quietSettings,
    teams: { support: team("support", "hana"), returns: team("returns", "rolf") },
    queues: { ...quietSettings.queues, returns: newQueue({ id: "returns", name: "Returns", teams: ["returns"] }) },
  };
  const notifying = notifyingBy([email, webhook]);
  const started = startTestEngine({ store: memoryStore(), notifying, starter, settings: { botId: null } });
  open.push(started);
  for (const id of ["kim", "hana", "rolf"]) {
    await started.engine.agents.add(person(id, { email: `${id}@shop.example`, presence: "busy", capacity: 100 }));
  }
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const accepted = await started.write(`customer-${index}`, "hello");
    if ("conversationId" in accepted && accepted.conversationId) ids.push(accepted.conversationId);
  }
  const wanted = { conversationIds: ids, agentId: "kim", byAgentId: null, evenIfAway: true, tellsCustomer: true };
  await started.engine.people.assignMany({ ...wanted, idempotency: null });
  await started.pass(0);
  const handOver = async (queueId: string | null) => {
    const destination = queueId === null ? null : ({ type: "queue", id: queueId } as const);
    const asked = { agentId: "kim", to: { destination }, notes: {}, note: "My shift ends.", byAgentId: "kim" };
    await started.engine.people.handOver({ ...asked, idempotency: null });
    await started.pass(0);
  };
  const told = async (agentId: string) => {
    const page = await started.engine.notifications.inbox.list(agentId, {
      limit: 100,
      cursor: null,
      onlyUnread: false,
    });
    return page.items.map(({ told }) => told).filter(({ kind }) => kind.includes("-returned"));
  };
  return { ...started, ids, email, webhook, handOver, told };
}

test("whoever hands a whole shift over to the queue is told of once to its head, with how many wait again", async () => {
  const { ids, handOver, told, email, pass } = await office(60);
  await handOver(null);
  expect(ids).toHaveLength(60);
  expect(await told("hana")).toMatchObject([{ kind: "conversations-returned", detail: "60", conversationId: null }]);
  await pass(120_000);
  expect(await told("hana")).toHaveLength(1);
  expect(await told("rolf")).toEqual([]);
  expect(email.delivered.map(({ words }) => words.subject).filter((subject) => subject.includes("again"))).toEqual([
    "60 conversations that somebody had are waiting again",
  ]);
});

test("each place they go back to hears of its own, and a system of the company's own of each conversation", async () => {
  const { ids, engine, handOver, told, webhook, pass } = await office(7);
  const destination = { type: "queue", id: "returns" } as const;
  for (const conversationId of ids.slice(0, 3)) {
    const taken = { type: "conversation-unassigned", byAgentId: "kim", destination, note: null } as const;
    await engine.command(conversationId, taken, null);
    await engine.command(conversationId, { type: "conversation-claimed", agentId: "kim" }, null);
  }
  await pass(0);
  const before = [(await told("hana")).length, (await told("rolf")).length];
  const kinds = ["conversation-returned"] as const;
  await engine.notifications.endpoints.create({ url: "https://erp.shop.example/each", kinds }, null);
  await handOver(null);
  const [hana, rolf] = [await told("hana"), await told("rolf")];
  expect([hana.length, rolf.length]).toEqual(before.map((count) => count + 1));
  const counts = [...hana, ...rolf].flatMap(({ kind, detail }) => (kind === "conversations-returned" ? [detail] : []));
  expect(counts).toEqual(["4", "3"]);
  const posted = webhook.delivered.flatMap((one) => one.told.map(({ conversationId }) => conversationId));
  expect(posted.toSorted()).toEqual(ids.toSorted());
});

test("of one alone it is told as ever", async () => {
  const { ids, handOver, told } = await office(1);
  await handOver(null);
  expect(await told("hana")).toMatchObject([{ kind: "conversation-returned", conversationId: ids[0] }]);
});
