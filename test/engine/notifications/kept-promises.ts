import { describe, expect } from "vitest";
import { plainPreferences } from "../../../src/core/notifications/preferences.ts";
import { emptyCommit } from "../../../src/engine/empty-commit.ts";
import { planForPerson } from "../../../src/engine/notifications/plan-deliveries.ts";
import type { Told } from "../../../src/ports/notifier.ts";
import type { OpenStore } from "../../../src/ports/store.ts";
import { person, startTestEngine, type TestEngine } from "../../support/engine.ts";
import { notifyingBy, type RecordingNotifier, recordingNotifier } from "../../support/recording-notifier.ts";
import { type InWorkspace, testIn } from "../../support/workspace.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** How long what somebody was told waits for them, on every store. */
export function keptPromises(name: string, inWorkspace: InWorkspace): void {
  describe(`what waits for somebody, on ${name}`, () => {
    let store: OpenStore;
    let email: RecordingNotifier;
    let started: TestEngine;
    /** The clock stands at nine: the quiet hours of these tests end at eleven. */
    let quietEnd: number;

    const test = testIn(inWorkspace, {
      async begin(open) {
        store = open;
        email = recordingNotifier("email");
        started = startTestEngine({ store, notifying: notifyingBy([email]) });
        await started.engine.runDue();
        quietEnd = started.clock.now() + 2 * hour;
        await started.engine.agents.add(person("kim", { email: "kim@shop.example", presence: "away" }));
        const quietHours = { timeZone: "UTC", from: "08:00", to: "11:00", letsUrgentThrough: false };
        await started.engine.notifications.preferences.put({ ...plainPreferences("kim"), quietHours });
      },
      end: () => started.close(),
    });

    /** As the engine plans it, with what it decided from the preferences of the time. */
    async function plan(id: string, at: number, heldUntil: number | null): Promise<void> {
      const told: Told = {
        ...{ kind: "task-due", at, conversationId: null, subjectId: id, targets: [{ type: "agent", id: "kim" }] },
        ...{ actorId: null, reason: null, priority: "normal", detail: null },
      };
      const pushes = heldUntil === null ? [] : [{ method: "email", heldUntil } as const];
      const recipient = { agent: person("kim"), as: "named", target: { type: "agent", id: "kim" } } as const;
      const planned = planForPerson(id, recipient, told, { isInApp: true, pushes });
      await store.store.commit({ ...emptyCommit(at), ...planned });
    }

    const mails = () => email.delivered.map(({ told }) => told.map(({ subjectId }) => subjectId));
    const shown = () => started.engine.notifications.inbox;
    const stored = async (id: string) => (await store.store.load([{ kind: "inbox-item", id: `${id}.kim` }]))[0];

    test("what is held back while the bundle goes out comes right after it, not a day later", async () => {
      await plan("first", started.clock.now(), quietEnd);
      email.answerWith(async () => {
        if (email.delivered.length === 0) await plan("second", quietEnd - 1, quietEnd);
        return { status: "delivered" };
      });
      await started.pass(2 * hour);
      await started.pass(1);
      expect(mails()).toEqual([["first"], ["second"]]);
      const ids = email.delivered.map(({ id }) => id);
      expect(new Set(ids).size).toBe(2);
      await started.pass(2 * day);
      expect(mails()).toHaveLength(2);
    });

    test("more than one bundle holds comes as another one, and not a day later", async () => {
      for (let count = 0; count < 1_010; count++) await plan(`n${count}`, started.clock.now() + count, quietEnd);
      await started.pass(2 * hour);
      await started.pass(1);
      expect(mails().map((told) => told.length)).toEqual([1_000, 10]);
    });

    test("a bundle that the mail server took hours later leaves the next night's alone", async () => {
      await plan("first", started.clock.now(), quietEnd);
      email.answerWith(() => ({ status: "retry", error: "mail.test answered 450.", retryAfterMs: 22 * hour }));
      await started.pass(2 * hour);
      await plan("tonight", quietEnd + 21.5 * hour, quietEnd + day);
      email.answerWith(() => ({ status: "delivered" }));
      await started.pass(23 * hour);
      expect(mails()).toEqual([["first"]]);
      await started.pass(2 * hour);
      expect(mails()).toEqual([["first"], ["tonight"]]);
    });

    test("what somebody who never looks was told goes after 90 days", async () => {
      await plan("old", started.clock.now(), null);
      await started.pass(2 * day);
      await plan("younger", started.clock.now(), null);
      started.clock.advance(88 * day);
      await started.pass(day);
      expect([await stored("old"), (await stored("younger"))?.id]).toEqual([null, "younger.kim"]);
      expect(await shown().unread("kim")).toBe(1);
    });

    test("of more than a thousand the newest thousand stay, whether somebody looks or not", async () => {
      const at = started.clock.now();
      for (let count = 0; count < 1_250; count++) await plan(`n${count}`, at + count, null);
      await started.pass(day);
      expect([(await stored("n249")) === null, (await stored("n250")) === null]).toEqual([true, false]);
      expect([await stored("n0"), (await stored("n1249"))?.id]).toEqual([null, "n1249.kim"]);
      const view = { view: "inbox-unread", key: "kim", order: "ascending", limit: 1, cursor: null } as const;
      expect((await store.store.query(view)).items.map(({ body }) => (body as { id: string }).id)).toEqual([
        "n250.kim",
      ]);
    });
  });
}
