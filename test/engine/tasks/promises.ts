import { describe, expect } from "vitest";
import type { Settings } from "../../../src/core/settings/settings.ts";
import { newTaskTemplate } from "../../../src/core/tasks/task-template.ts";
import { person, startTestEngine, type TestEngine } from "../../support/engine.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { type InWorkspace, testIn } from "../../support/workspace.ts";

const minute = 60_000;
const hour = 60 * minute;

const settings: Settings = {
  ...quietSettings,
  surveys: { isEnabled: true, delayMinutes: 5, openHours: 24 },
  taskTemplates: {
    note: newTaskTemplate({
      ...{ id: "note", name: "Write it down", kind: "note", dueMinutes: 60, remindBefore: [30] },
      when: ["resolved"],
    }),
  },
};

/** What everybody may rely on after a conversation, on every store and with several processes. */
export function followUpPromises(name: string, inWorkspace: InWorkspace): void {
  describe(`follow-ups on ${name}`, () => {
    let one: TestEngine;
    let other: TestEngine;
    let conversationId: string;

    const test = testIn(inWorkspace, {
      async begin(first, second) {
        one = startTestEngine({ store: first, starter: settings });
        other = startTestEngine({ store: second, starter: settings, clock: one.clock, processName: "b" });
        await one.engine.agents.add(person("kim", { teamIds: ["support"] }));
        await one.write("ada", "I want to talk to a human");
        await one.pass(1_000);
        const [waiting] = (await one.engine.conversations.listByPhase("queue", { limit: 1, cursor: null })).items;
        conversationId = waiting?.id ?? "";
        await one.engine.command(conversationId, { type: "conversation-claimed", agentId: "kim" }, null);
        const end = { type: "conversation-closed", agentId: "kim", outcome: "resolved", wrapUp: null } as const;
        await one.engine.command(conversationId, end, null);
        await passBoth(1_000);
      },
      async end() {
        await other.close();
        await one.close();
      },
    });

    /** Both look at what is due, at the same time. */
    async function passBoth(ms: number): Promise<void> {
      for (let passed = 0; passed < ms; passed += Math.min(ms, 5 * minute)) {
        one.clock.advance(Math.min(ms, 5 * minute));
        await Promise.all([one.engine.settleAll(), other.engine.settleAll()]);
      }
      await Promise.all([one.engine.settleAll(), other.engine.settleAll()]);
    }

    const tasks = async () =>
      (await other.engine.tasks.list({ conversationId, status: null }, { limit: 9, cursor: null })).items;

    test("each time of a follow-up comes once, whichever process sees it", async () => {
      await passBoth(4 * hour);
      const [task, ...others] = await tasks();
      expect(others).toEqual([]);
      expect(task?.history.map(({ change }) => change)).toEqual([
        ...["created", "reminded", "became-due", "became-overdue"],
      ]);
      const inbox = await one.engine.notifications.inbox.list("kim", { limit: 20, cursor: null, onlyUnread: false });
      const kinds = inbox.items.map(({ told }) => told.kind).filter((kind) => kind.startsWith("task-"));
      expect(kinds.toSorted()).toEqual(["task-assigned", "task-due", "task-due", "task-overdue"]);
    });

    test("two people who change one at the same time both see what came of it", async () => {
      const [task] = await tasks();
      const id = task?.id ?? "";
      const by = { type: "agent", id: "kim" } as const;
      const changes = await Promise.all([
        one.engine.tasks.change(id, [{ type: "done", by, note: null }], { revision: 1 }),
        other.engine.tasks.change(id, [{ type: "cancelled", by, reason: "not needed" }], { revision: 1 }),
      ]);
      const statuses = changes.map(({ status }) => status);
      expect(statuses.toSorted()).toEqual(["changed", "stale"]);
      const open = await other.engine.tasks.list({ ownerId: "kim", status: "open" }, { limit: 9, cursor: null });
      expect(open.items).toEqual([]);
    });

    test("how it was is asked once, and two answers at the same time leave one rating and one follow-up", async () => {
      await passBoth(30 * minute);
      const asked = one.channel.sent.concat(other.channel.sent).filter(({ text }) => text.includes("How did we do"));
      expect(asked).toHaveLength(1);
      await one.write("ada", "1", "first");
      await other.write("ada", "2", "second");
      await passBoth(minute);
      const [rated, ...others] = (await one.engine.surveys.list({ agentId: "kim" }, { limit: 9, cursor: null })).items;
      expect([rated?.rating?.score, others.length]).toEqual([2, 0]);
      expect((await tasks()).filter(({ cause }) => cause === "low-rating")).toHaveLength(1);
    });
  });
}
