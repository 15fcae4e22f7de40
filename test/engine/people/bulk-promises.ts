import { describe, expect } from "vitest";
import type { AssignMany } from "../../../src/engine/people/assign-many.ts";
import { type Commit, type OpenStore, StoreUnavailableError } from "../../../src/ports/store.ts";
import { type TestClock, testClock } from "../../support/clock.ts";
import { person, startTestEngine, type TestEngine } from "../../support/engine.ts";
import { type RecordingChannel, recordingChannel } from "../../support/recording-channel.ts";
import { type InWorkspace, testIn } from "../../support/workspace.ts";

const minute = 60_000;
const toKim = { agentId: "kim", byAgentId: null, evenIfAway: false, tellsCustomer: true, idempotency: null };
const key = { key: "move", fingerprint: "the same" };

/** I2 and I7 for many at once, and nobody's change is lost: two processes on one store. */
export function bulkPromises(name: string, inWorkspace: InWorkspace): void {
  describe(`many conversations to one person, on ${name}`, () => {
    let stores: readonly [OpenStore, OpenStore];
    let clock: TestClock;
    let channel: RecordingChannel;
    let here: TestEngine;
    let there: TestEngine;

    const begin = (open: OpenStore, processName: string) =>
      startTestEngine({ store: { store: open.store, close: async () => undefined }, clock, channel, processName });

    const test = testIn(inWorkspace, {
      async begin(one, other) {
        stores = [one, other];
        clock = testClock();
        channel = recordingChannel("main.test");
        here = begin(one, "a");
        there = begin(other, "b");
      },
      async end() {
        for (const started of [here, there]) await started.close();
      },
    });

    async function conversations(count: number, capacity = 1_000): Promise<readonly string[]> {
      await here.engine.agents.add(person("kim", { capacity, presence: "busy" }));
      await here.pass(0);
      const ids: string[] = [];
      for (let index = 0; index < count; index++) {
        const accepted = await here.write(`customer-${index}`, "hello");
        if ("conversationId" in accepted && accepted.conversationId) ids.push(accepted.conversationId);
      }
      await here.pass(0);
      channel.sent.length = 0;
      return ids;
    }

    const held = async () => Object.keys((await here.engine.agents.get("kim"))?.holds ?? {}).sort();
    const timesGiven = async (id: string) => {
      const { items } = await here.engine.conversations.records(id, { limit: 500, afterSeq: 0 });
      const control = items.filter(({ type }) => type === "control");
      const epochs = control.map(({ epoch }) => epoch);
      expect(epochs).toEqual(epochs.map((_, index) => index + 1));
      return control.filter((record) => record.type === "control" && record.to === "human").length;
    };
    const timesEachWasGiven = (ids: readonly string[]) => Promise.all(ids.map(timesGiven));
    const toldKim = async () => {
      const page = await here.engine.notifications.inbox.list("kim", { limit: 50, cursor: null, onlyUnread: false });
      const ofBulk = page.items.filter(({ told }) => told.kind === "conversations-assigned");
      return ofBulk.map(({ told }) => Number(told.detail));
    };
    const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

    test("is given by two processes at once: never more than there is room for, and each once", async () => {
      const ids = await conversations(60, 35);
      const [first, second] = await Promise.all([
        here.engine.people.assignMany({ ...toKim, conversationIds: ids.slice(0, 40) }),
        there.engine.people.assignMany({ ...toKim, conversationIds: ids.slice(20) }),
      ]);
      const items = [first, second].flatMap((each) => (each.status === "done" ? each.items : []));
      const given = [...new Set(items.flatMap((item) => (item.status === "done" ? [item.conversationId] : [])))].sort();
      expect(given).toHaveLength(35);
      expect(new Set(items.filter(({ status }) => status !== "done").map(({ code }) => code))).toEqual(
        new Set(["agent-full"]),
      );
      expect(await held()).toEqual(given);
      expect(new Set(await timesEachWasGiven(given))).toEqual(new Set([1]));
      for (const started of [here, there]) await started.pass(0);
      expect(sum(await toldKim())).toBe(35);
    });

    test("loses nothing of customers who write at the same moment, in this process and in the other", async () => {
      const ids = await conversations(40);
      const writing = ids.flatMap((_, index) => [
        here.write(`customer-${index}`, "here again", `here-${index}`),
        there.write(`customer-${index}`, "and there", `there-${index}`),
      ]);
      const [done, ...written] = await Promise.all([
        here.engine.people.assignMany({ ...toKim, conversationIds: ids }),
        ...writing,
      ]);
      expect(done.status === "done" && done.items.every(({ status }) => status === "done")).toBe(true);
      expect(written.every(({ status }) => status === "accepted")).toBe(true);
      for (const started of [here, there]) await started.pass(0);
      for (const id of ids) {
        const { items } = await here.engine.conversations.messages(id, { limit: 50, afterSeq: 0 });
        expect(items.map(({ seq }) => seq)).toEqual(items.map((_, index) => index + 1));
        const texts = items.flatMap(({ author, content }) =>
          author.type === "customer" && "text" in content ? [content.text] : [],
        );
        expect(texts.sort()).toEqual(["and there", "hello", "here again"]);
        expect((await here.engine.conversations.get(id))?.control).toMatchObject({ phase: "human", agentId: "kim" });
      }
      expect(new Set(await timesEachWasGiven(ids))).toEqual(new Set([1]));
      expect(channel.sent.filter(({ author }) => author === "system")).toHaveLength(ids.length);
    });

    test("is the same answer to a call that comes twice at once, to two processes", async () => {
      const ids = await conversations(60);
      const asked = { ...toKim, conversationIds: ids, idempotency: key };
      const [first, second] = await Promise.all([
        here.engine.people.assignMany(asked),
        there.engine.people.assignMany(asked),
      ]);
      const all = ids.map((conversationId) => ({ conversationId, status: "done", code: null }));
      expect([first, second]).toMatchObject([
        { status: "done", items: all },
        { status: "done", items: all },
      ]);
      expect(new Set(await timesEachWasGiven(ids))).toEqual(new Set([1]));
      await here.pass(0);
      expect(sum(await toldKim())).toBe(ids.length);
    });

    test.each([1, 2, 3])("goes on where a process died in the middle (after %i batches)", async (batches) => {
      const ids = await conversations(90);
      const asked = { ...toKim, conversationIds: ids, idempotency: key };
      const dying = begin(dyingAfter(batches, stores[1]), "c");
      await expect(dying.engine.people.assignMany(asked)).rejects.toThrow("gone");
      const before = (await held()).length;
      expect(before).toBeGreaterThan(0);
      expect(before).toBeLessThan(ids.length);
      const done = await here.engine.people.assignMany(asked);
      expect(done.status === "done" && done.items.map(({ status }) => status)).toEqual(ids.map(() => "done"));
      expect(await held()).toEqual([...ids].sort());
      expect(new Set(await timesEachWasGiven(ids))).toEqual(new Set([1]));
      await here.pass(0);
      expect(await toldKim()).toEqual([ids.length - before]);
      // What the lost process had given is told, too, although it never came to its end.
      await here.pass(2 * minute);
      expect((await toldKim()).sort()).toEqual([before, ids.length - before].sort());
      expect(new Set(channel.sent.map(({ conversationId }) => conversationId)).size).toBe(ids.length);
      expect(channel.sent).toHaveLength(ids.length);
      await dying.engine.stop();
    });

    test.each([1, 5])("is done for what was done before, although one could not be now (of %i)", async (count) => {
      const ids = await conversations(count);
      const asked = { ...toKim, conversationIds: ids, idempotency: key };
      const [first = ""] = ids;
      await dyingAnswer(stores[1], asked);
      await here.engine.command(
        first,
        { type: "conversation-closed", agentId: "kim", outcome: "resolved", wrapUp: null },
        null,
      );
      const done = await here.engine.people.assignMany(asked);
      expect(done.status === "done" && done.items.map(({ status }) => status)).toEqual(ids.map(() => "done"));
      expect((await here.engine.conversations.get(first))?.control.phase).toBe("closed");
      const other = await here.engine.people.assignMany({ ...asked, idempotency: { ...key, fingerprint: "other" } });
      expect(other.status).toBe("clash");
    });

    /** Everything is given, but the process dies before the answer is kept. */
    async function dyingAnswer(open: OpenStore, asked: AssignMany): Promise<void> {
      const commit = async (given: Commit) => {
        const isAnswer = given.expects.length === 0 && given.claims.some(({ key: name }) => name.startsWith("bulk:"));
        if (isAnswer) throw new StoreUnavailableError("gone");
        return open.store.commit(given);
      };
      const dying = begin({ store: { ...open.store, commit }, close: async () => undefined }, "c");
      await expect(dying.engine.people.assignMany(asked)).rejects.toThrow("gone");
      await dying.engine.stop();
    }

    test("names what is refused and gives the rest, however they are mixed", async () => {
      const ids = await conversations(30, 20);
      const [closed = "", ...open] = ids;
      await here.engine.command(
        closed,
        { type: "conversation-closed", agentId: null, outcome: "resolved", wrapUp: null },
        null,
      );
      const conversationIds = [open[0] ?? "", closed, "con_none", ...open];
      const done = await there.engine.people.assignMany({ ...toKim, conversationIds });
      const words = done.status === "done" ? done.items.map(({ status, code }) => code ?? status) : [];
      const expected = ["done", "conversation-closed", "missing"];
      expect(words).toEqual([...expected, ...Array(19).fill("done"), ...Array(9).fill("agent-full")]);
      expect(await held()).toHaveLength(20);
    });

    test("starts at once what it has planned, although nobody looks for what is due", async () => {
      const ids = await conversations(30);
      const [open] = stores;
      const store = { ...open.store, takeDue: async () => ({ effects: [], nextDueAt: null }) };
      const blind = begin({ store, close: async () => undefined }, "c");
      await blind.engine.people.assignMany({ ...toKim, conversationIds: ids });
      await blind.engine.settleAll();
      expect(new Set(channel.sent.map(({ conversationId }) => conversationId)).size).toBe(ids.length);
      const deliveries = await Promise.all(
        ids.map(async (id) => {
          const { items } = await here.engine.conversations.messages(id, { limit: 50, afterSeq: 0 });
          return items.at(-1)?.delivery.status;
        }),
      );
      expect(new Set(deliveries)).toEqual(new Set(["sent"]));
      await blind.engine.stop();
    });

    test("tells of what a slow run has given once, when the notice of it has left before the end", async () => {
      const ids = await conversations(60);
      const [open] = stores;
      let batches = 0;
      const commit = async (given: Commit) => {
        // The second batch comes more than a minute after the first.
        if (isBatch(given) && ++batches === 2) await there.pass(2 * minute);
        return open.store.commit(given);
      };
      const slow = begin({ store: { ...open.store, commit }, close: async () => undefined }, "c");
      await slow.engine.people.assignMany({ ...toKim, conversationIds: ids });
      await here.pass(2 * minute);
      expect((await toldKim()).length).toBe(2);
      expect(sum(await toldKim())).toBe(ids.length);
      await slow.engine.stop();
    });
  });
}

/** Gives somebody several conversations. */
function isBatch({ puts }: Commit): boolean {
  return puts.some(({ kind }) => kind === "agent") && puts.filter(({ kind }) => kind === "conversation").length > 1;
}

/** The store of a process that is gone as soon as it has committed so many batches. */
function dyingAfter(batches: number, { store }: OpenStore): OpenStore {
  let left = batches;
  const alive = <Given extends unknown[], Result>(verb: (...given: Given) => Promise<Result>) => {
    return async (...given: Given): Promise<Result> => {
      if (left < 0) throw new StoreUnavailableError("the process is gone");
      return verb(...given);
    };
  };
  const commit = alive((given: Commit) => {
    if (isBatch(given) && --left < 0) throw new StoreUnavailableError("gone");
    return store.commit(given);
  });
  const dying = { ...store, commit, load: alive(store.load), takeDue: alive(store.takeDue) };
  return { store: { ...dying, settle: alive(store.settle) }, close: async () => undefined };
}
