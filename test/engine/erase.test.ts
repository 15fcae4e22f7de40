import { afterEach, describe, expect, test } from "vitest";
import { readCustomerLines } from "../../src/core/customers/read-lines.ts";
import { newTaskTemplate } from "../../src/core/tasks/task-template.ts";
import type { Commit, OpenStore, Store } from "../../src/ports/store.ts";
import { person, startTestEngine, type TestEngine } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";
import { quietSettings } from "../support/quiet-settings.ts";

const opened: { readonly started: TestEngine; readonly open: OpenStore }[] = [];

afterEach(async () => {
  for (const { started } of opened.splice(0)) await started.close();
});

/** What happens right before the store gets to see something; once each. */
interface Before {
  commit?: { readonly when: (commit: Commit) => boolean; readonly then: () => Promise<unknown> };
  erase?: () => Promise<unknown>;
}

function company(starter = quietSettings) {
  const open = memoryStore();
  const before: Before = {};
  const read: string[] = [];
  const store: Store = {
    ...open.store,
    load(keys) {
      read.push(...keys.map(({ kind, id }) => `${kind}:${id}`));
      return open.store.load(keys);
    },
    query(query) {
      if ("view" in query) read.push(`view:${query.view}`);
      return open.store.query(query);
    },
    async commit(commit) {
      const { commit: hook } = before;
      if (hook?.when(commit)) {
        delete before.commit;
        await hook.then();
      }
      return open.store.commit(commit);
    },
    async erase(target) {
      const { erase: hook } = before;
      delete before.erase;
      await hook?.();
      return open.store.erase(target);
    },
  };
  const started = startTestEngine({ store: { store, close: open.close }, starter });
  opened.push({ started, open });
  return { ...started, store: open.store, before, read };
}

type Scene = ReturnType<typeof company>;
let events = 0;

async function writes(scene: Scene, from: string, text: string, reference?: string) {
  const accepted = await scene.engine.accept(scene.channel.id, {
    ...{ type: "message", eventId: `event-${++events}`, fingerprint: text, sentAt: null, address: from },
    ...{ name: null, locale: null, participant: null, properties: {}, content: { type: "text", text } },
    ...(reference === undefined ? {} : { reference }),
  });
  const id = "conversationId" in accepted ? accepted.conversationId : null;
  const conversation = id === null ? null : await scene.engine.conversations.get(id);
  if (!conversation) throw new Error("there is a conversation");
  return conversation;
}

async function imports({ engine, channel }: Scene, column: string, value: string) {
  const read = readCustomerLines(`channel,address,${column}\n${channel.id},ada,${value}\n`);
  if (read.status === "broken") throw new Error(read.message);
  return engine.customers.import(read.lines);
}

const claims = ({ engine }: Scene, id: string, agentId: string) =>
  engine.command(id, { type: "conversation-claimed", agentId }, null);
const holdsOf = async ({ engine }: Scene, id: string) => Object.keys((await engine.agents.get(id))?.holds ?? {});
const takesOut = ({ removes }: Commit) => removes.some(({ kind }) => kind === "conversation");
const referenceOf = async ({ store }: Scene) =>
  (await store.load([{ kind: "customer-reference", id: "customer-42" }]))[0]?.body;

describe("when a customer is erased", () => {
  test("whoever had them is asked by the next who waits, at once", async () => {
    const scene = company();
    const ada = await writes(scene, "ada", "I want to talk to a human");
    await scene.pass(0);
    await scene.engine.agents.add(person("anne", { capacity: 1 }));
    await claims(scene, ada.id, "anne");
    const bea = await writes(scene, "bea", "I want to talk to a human");
    await scene.pass(60_000);
    expect((await scene.engine.conversations.get(bea.id))?.control).toMatchObject({ handoff: { ask: null } });
    scene.clock.advance(-1);
    await scene.engine.erase(ada.customerId);
    // Earlier than anything that was to come: somebody is to look right now.
    expect(scene.nextWake()).toBe(scene.clock.now());
    scene.clock.advance(1);
    await scene.pass(0);
    expect(await holdsOf(scene, "anne")).toEqual([bea.id]);
  });

  test("whoever is being asked to take them has room again, and nobody else is looked at", async () => {
    const scene = company();
    for (const id of ["anne", "bert", "cleo"]) await scene.engine.agents.add(person(id, { presence: "away" }));
    await scene.engine.agents.change("anne", { presence: "available" });
    const ada = await writes(scene, "ada", "I want to talk to a human");
    await scene.pass(0);
    expect(await holdsOf(scene, "anne")).toEqual([ada.id]);
    scene.read.length = 0;
    await scene.engine.erase(ada.customerId);
    expect(scene.read).toContain("agent:anne");
    expect(scene.read.filter((key) => /^agent:[^a]|^view:agents/.test(key))).toEqual([]);
    expect(await holdsOf(scene, "anne")).toEqual([]);
  });

  test("whoever takes them at that moment keeps no place for what is gone", async () => {
    const scene = company();
    await scene.engine.agents.add(person("bert", { presence: "away" }));
    const ada = await writes(scene, "ada", "I want to talk to a human");
    await scene.pass(0);
    scene.before.commit = { when: takesOut, then: () => claims(scene, ada.id, "bert") };
    await scene.engine.erase(ada.customerId);
    expect(scene.before.commit).toBeUndefined();
    expect([await scene.engine.conversations.get(ada.id), await holdsOf(scene, "bert")]).toEqual([null, []]);
    expect(await claims(scene, ada.id, "bert")).toMatchObject({ status: "missing" });
  });

  test("an id of the company's that is said at that moment goes with them", async () => {
    const scene = company();
    const ada = await writes(scene, "ada", "hello");
    await scene.pass(0);
    scene.before.commit = { when: takesOut, then: () => imports(scene, "reference", "customer-42") };
    await scene.engine.erase(ada.customerId);
    expect(scene.before.commit).toBeUndefined();
    expect(await referenceOf(scene)).toBeUndefined();
  });

  test.each([
    [
      "before it was written down",
      (scene: Scene, erase: () => Promise<unknown>) => {
        const isLearned = ({ puts }: Commit) => puts.some(({ kind }) => kind === "customer-reference");
        scene.before.commit = { when: isLearned, then: erase };
        return writes(scene, "ada", "it is me", "customer-42");
      },
    ],
    [
      "between its two halves",
      async (scene: Scene, erase: () => Promise<unknown>) => {
        let begun: ReturnType<typeof writes> | undefined;
        scene.before.erase = async () => {
          begun = writes(scene, "ada", "it is me", "customer-42");
          await begun;
        };
        await erase();
        if (!begun) throw new Error("they wrote");
        return begun;
      },
    ],
  ])("whoever says such an id %s is somebody new, known by it", async (_when, meanwhile) => {
    const scene = company();
    const ada = await writes(scene, "ada", "hello");
    const again = await meanwhile(scene, () => scene.engine.erase(ada.customerId));
    expect(again.customerId).not.toBe(ada.customerId);
    expect(await referenceOf(scene)).toEqual({ customerId: again.customerId });
    expect((await writes(scene, "ada", "and more", "customer-42")).id).toBe(again.id);
    const stored = await scene.store.load([{ kind: "customer", id: ada.customerId }]);
    expect([...stored, await scene.engine.conversations.get(ada.id)]).toEqual([null, null]);
  });

  test("the first message of one who was imported does not bring them back", async () => {
    const scene = company();
    const [imported] = await imports(scene, "name", "Ada Lovelace");
    const customerId = imported && "customerId" in imported ? imported.customerId : "";
    const reserved = (await scene.engine.conversations.customer(customerId))?.conversationIds[0] ?? "";
    const begins = ({ puts }: Commit) => puts.some(({ id }) => id === reserved);
    scene.before.commit = { when: begins, then: () => scene.engine.erase(customerId) };
    const begun = await writes(scene, "ada", "hello");
    expect(scene.before.commit).toBeUndefined();
    expect(begun.customerId).not.toBe(customerId);
    expect(await scene.engine.conversations.get(reserved)).toBeNull();
  });

  test("what a colleague promises them at that moment is no follow-up any more", async () => {
    const scene = company();
    const { id: conversationId, customerId } = await writes(scene, "ada", "hello");
    await scene.pass(0);
    scene.before.commit = {
      when: ({ puts }) => puts.some(({ kind }) => kind === "task"),
      then: () => scene.engine.erase(customerId),
    };
    const due = { at: scene.clock.now() + 60_000 };
    const wanted = { title: "Call Ada back", kind: "call-back", conversationId, ownerId: null, teamId: null, due };
    const made = await scene.engine.tasks.add(wanted, { type: "key", id: "admin" }, null);
    expect(scene.before.commit).toBeUndefined();
    expect(made).toEqual({ status: "no-conversation" });
    const open = await scene.engine.tasks.list({ status: "open" }, { limit: 5, cursor: null });
    expect(open.items).toEqual([]);
  });

  test("nor is a follow-up that a rule makes between the two halves", async () => {
    const note = newTaskTemplate({ id: "note", name: "Note", kind: "note", dueMinutes: 60, when: ["resolved"] });
    const scene = company({ ...quietSettings, taskTemplates: { note } });
    await scene.engine.agents.add(person("anne", { presence: "away" }));
    const { id, customerId } = await writes(scene, "ada", "I want to talk to a human");
    await scene.pass(0);
    await claims(scene, id, "anne");
    const [isHalf, isWritten] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let erasing: Promise<unknown> | undefined;
    scene.before.erase = () => {
      isHalf.resolve();
      return isWritten.promise;
    };
    scene.before.commit = {
      when: ({ puts }) => puts.some(({ kind }) => kind === "task"),
      then() {
        erasing = scene.engine.erase(customerId);
        return isHalf.promise;
      },
    };
    const end = { type: "conversation-closed", agentId: "anne", outcome: "resolved", wrapUp: null } as const;
    await scene.engine.command(id, end, null);
    await scene.pass(0);
    isWritten.resolve();
    expect(await erasing).toBe(true);
    const open = await scene.engine.tasks.list({ status: "open" }, { limit: 5, cursor: null });
    expect(open.items).toEqual([]);
  });

  test("a process that dies half-way is made up for, and leaves whoever has begun anew alone", async () => {
    const scene = company();
    const ada = await writes(scene, "ada", "my number is 4711", "customer-42");
    scene.before.erase = () => Promise.reject(new Error("the process died"));
    await expect(scene.engine.erase(ada.customerId)).rejects.toThrow("died");
    const again = await writes(scene, "ada", "hello", "customer-42");
    expect(again.customerId).not.toBe(ada.customerId);
    expect(await scene.engine.erase(ada.customerId)).toBe(true);
    const log = { log: "messages", owner: ada.id, order: "ascending", limit: 5, afterSeq: null } as const;
    expect((await scene.store.query(log)).items).toEqual([]);
    expect((await writes(scene, "ada", "and more", "customer-42")).id).toBe(again.id);
    expect(await referenceOf(scene)).toEqual({ customerId: again.customerId });
    expect(await scene.engine.erase(ada.customerId)).toBe(false);
  });
});
