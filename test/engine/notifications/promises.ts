import { describe, expect } from "vitest";
import type { Notice } from "../../../src/core/notifications/notice.ts";
import { type NotificationPreferences, plainPreferences } from "../../../src/core/notifications/preferences.ts";
import type { Agent } from "../../../src/core/people/agent.ts";
import { emptyCommit } from "../../../src/engine/empty-commit.ts";
import { noticeEffect } from "../../../src/engine/notifications/notice-effect.ts";
import type { Notifying } from "../../../src/engine/notifications/notifying.ts";
import { createSealer } from "../../../src/engine/sealer.ts";
import type { OpenStore } from "../../../src/ports/store.ts";
import { person, startTestEngine, type TestEngine } from "../../support/engine.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { notifyingBy, type RecordingNotifier, recordingNotifier } from "../../support/recording-notifier.ts";
import { type InWorkspace, testIn } from "../../support/workspace.ts";

const minute = 60_000;
const hour = 60 * minute;
const later = { status: "retry", error: "mail.test answered 450.", retryAfterMs: null } as const;
const never = { status: "failed", isGone: false, error: "mail.test answered 550." } as const;

/** What everybody may rely on who is to be told something, on every store. */
export function notificationPromises(name: string, inWorkspace: InWorkspace): void {
  describe(`notifications on ${name}`, () => {
    let store: OpenStore;
    let started: TestEngine;
    let email: RecordingNotifier;
    let slack: RecordingNotifier;
    let webhook: RecordingNotifier;
    let notices = 0;

    const begin = (differing: Partial<Notifying> = {}, starter = quietSettings) => {
      const notifying = notifyingBy([email, slack, webhook], differing);
      return startTestEngine({ store, notifying, starter });
    };

    const test = testIn(inWorkspace, {
      async begin(open) {
        store = open;
        email = recordingNotifier("email");
        slack = recordingNotifier("slack", ["support", "*"]);
        webhook = recordingNotifier("webhook");
        started = begin();
        await add("kim");
        await add("lou");
      },
      end: () => started.close(),
    });

    const add = (id: string, differing: Partial<Agent> = {}) =>
      started.engine.agents.add(
        person(id, { email: `${id}@shop.example`, teamIds: ["support"], presence: "away", ...differing }),
      );

    const prefer = (agentId: string, differing: Partial<NotificationPreferences>) =>
      started.engine.notifications.preferences.put({ ...plainPreferences(agentId), ...differing });

    async function tell(differing: Partial<Notice> = {}, conversationId: string | null = null): Promise<void> {
      notices += 1;
      const notice: Notice = {
        ...{ kind: "task-due", subjectId: "task_1", targets: [{ type: "team", id: "support" }], actorId: null },
        ...{ reason: null, priority: "normal", detail: null, ...differing },
      };
      const at = started.clock.now();
      const effect = noticeEffect({ id: `notice-${notices}`, at, conversationId, notice });
      await store.store.commit({ ...emptyCommit(at), effects: [effect] });
      await started.pass(1);
    }

    /** As a restored backup, or an import beside us, would: nobody is told of it. */
    async function rewrite(agent: Agent): Promise<void> {
      const key = { kind: "agent", id: agent.id };
      const [stored] = await store.store.load([key]);
      const listed = { change: "put", view: "agents", key: "all", ...key, sort: 1, previousKey: null } as const;
      const index = stored ? [] : [listed];
      const expects = [{ ...key, version: stored?.version ?? 0 }];
      await store.store.commit({ ...emptyCommit(1), expects, puts: [{ ...key, body: agent }], index });
    }

    const mailed = () => email.delivered.map(({ to }) => (to.type === "person" ? to.name : "?")).sort();
    const inbox = async (agentId: string) =>
      (await started.engine.notifications.inbox.list(agentId, { limit: 20, cursor: null, onlyUnread: false })).items;
    const dead = async () => (await started.engine.deadLetters.list({ limit: 20, cursor: null })).items;

    async function waiting(said = "I want to talk to a human"): Promise<string> {
      const accepted = await started.write("ada", said);
      await started.pass(1_000);
      if (accepted.status !== "accepted" || accepted.conversationId === null) throw new Error(accepted.status);
      return accepted.conversationId;
    }

    test("whoever has left is told nothing, even when nobody was told that they left", async () => {
      await tell();
      await rewrite(person("kim", { email: "kim@shop.example", teamIds: ["support"], leftAt: 1 }));
      await tell();
      expect(mailed()).toEqual(["kim", "lou", "lou"]);
      expect(await inbox("kim")).toHaveLength(1);
    });

    test("whoever is named is told, even when nobody was told that they came", async () => {
      await tell();
      await rewrite(person("max", { email: "max@shop.example" }));
      await tell({ targets: [{ type: "agent", id: "max" }] });
      expect(mailed()).toEqual(["kim", "lou", "max"]);
    });

    test("everybody of a team sees it in the product, and gets one message of their own each way they want", async () => {
      await tell();
      expect((await inbox("kim")).map(({ told }) => told.kind)).toEqual(["task-due"]);
      expect(await started.engine.notifications.inbox.unread("lou")).toBe(1);
      expect(mailed()).toEqual(["kim", "lou"]);
      expect(slack.delivered.map(({ to }) => (to.type === "place" ? to.id : to.type)).sort()).toEqual([
        ...["person", "person", "support"],
      ]);
    });

    test("what is read is no longer counted, and stays to be looked at", async () => {
      await tell();
      await tell({ kind: "task-overdue" });
      const { inbox: shown } = started.engine.notifications;
      const [newest] = await inbox("kim");
      expect((await shown.read(newest?.id ?? ""))?.readAt).toBe(started.clock.now());
      expect([await shown.unread("kim"), await shown.unread("lou"), (await inbox("kim")).length]).toEqual([1, 2, 2]);
      const unread = await shown.list("kim", { limit: 5, cursor: null, onlyUnread: true });
      expect(unread.items.map(({ told }) => told.kind)).toEqual(["task-due"]);
    });

    test("a handoff tells those who do not sit in front of the queue, with a link, and nothing a customer wrote", async () => {
      const id = await waiting("I want to talk to a human about my card 4111 1111 1111 1111");
      expect(mailed()).toEqual(["kim", "lou"]);
      const [entry] = email.delivered[0]?.words.entries ?? [];
      expect(entry).toMatchObject({
        excerpt: null,
        link: { url: `https://baton.shop.example/console/conversations/${id}` },
      });
      expect(JSON.stringify(email.delivered)).not.toMatch(/4111|human about/);
    });

    test("where the operator wants it, a redacted beginning of the customer's words goes along", async () => {
      await started.engine.stop();
      started = begin({ showsExcerpt: true });
      await waiting("I want to talk to a human about my card 4111 1111 1111 1111");
      expect(email.delivered[0]?.words.entries[0]?.excerpt?.text).toBe(
        "I want to talk to a human about my card [card]",
      );
    });

    test("nothing of them does where the lead has switched that off, whatever the operator allows", async () => {
      await started.engine.stop();
      const people = { ...quietSettings.people, tellsCustomerText: false };
      started = begin({ showsExcerpt: true }, { ...quietSettings, people });
      await waiting("I want to talk to a human about my card");
      expect(email.delivered).not.toEqual([]);
      expect(JSON.stringify([email, slack, webhook].map(({ delivered }) => delivered))).not.toContain("my card");
    });

    test("one mailbox that is full holds up nobody else, and gets its mail when it is not (I10)", async () => {
      email.answerWith(({ to }) => (to.type === "person" && to.name === "kim" ? later : { status: "delivered" }));
      await tell();
      expect(mailed()).toEqual(["lou"]);
      email.answerWith(() => ({ status: "delivered" }));
      await started.pass(minute);
      expect(mailed()).toEqual(["kim", "lou"]);
    });

    test("what failed for good is a dead letter, and goes out when it is tried again (I10)", async () => {
      email.answerWith(() => never);
      await tell({ targets: [{ type: "agent", id: "kim" }] });
      const [letter] = await dead();
      expect(letter).toMatchObject({ type: "notification-deliver", error: "mail.test answered 550." });
      email.answerWith(() => ({ status: "delivered" }));
      await started.engine.deadLetters.retry(letter?.id ?? "");
      await started.engine.settleAll();
      expect([mailed(), await dead()]).toEqual([["kim"], []]);
    });

    test("a server that is away for good is not asked for ever", async () => {
      email.answerWith(() => later);
      await tell({ targets: [{ type: "agent", id: "kim" }] });
      for (let hours = 0; hours < 30; hours++) await started.pass(hour);
      expect(await dead()).toHaveLength(1);
    });

    test("an adapter that throws is a fault of ours: it is tried again, and nobody else notices", async () => {
      let faults = 0;
      email.answerWith(() => {
        faults += 1;
        if (faults === 1) throw new Error("a bug");
        return { status: "delivered" };
      });
      await tell({ targets: [{ type: "agent", id: "kim" }] });
      await started.pass(minute);
      expect(mailed()).toEqual(["kim"]);
    });

    test("quiet hours hold it back, and give it out as one when they end", async () => {
      const quietHours = { timeZone: "UTC", from: "08:00", to: "11:00", letsUrgentThrough: true };
      await prefer("kim", { quietHours });
      await tell();
      await tell({ kind: "sla-breached", subjectId: "c1" });
      await tell({ kind: "task-overdue", priority: "urgent" });
      expect(mailed()).toEqual(["kim", "lou", "lou", "lou"]);
      expect(await inbox("kim")).toHaveLength(3);
      await started.pass(2 * hour);
      const bundles = email.delivered.filter(({ words }) => words.entries.length > 1);
      expect(bundles.map(({ to, words, told }) => [to.type, words.subject, told.map(({ kind }) => kind)])).toEqual([
        ["person", "What happened in your quiet hours", ["task-due", "sla-breached"]],
      ]);
      await started.pass(24 * hour);
      expect(mailed()).toEqual(["kim", "kim", "lou", "lou", "lou"]);
    });

    test("what was read in the product meanwhile comes no more, neither late nor out of quiet hours", async () => {
      await prefer("kim", { quietHours: { timeZone: "UTC", from: "08:00", to: "11:00", letsUrgentThrough: true } });
      email.answerWith(() => later);
      await tell();
      for (const agentId of ["kim", "lou"]) await started.engine.notifications.inbox.readAll(agentId);
      email.answerWith(() => ({ status: "delivered" }));
      await started.pass(3 * hour);
      expect(email.delivered).toEqual([]);
      expect(await started.engine.notifications.inbox.unread("kim")).toBe(0);
    });

    test("what nobody need act on any more does not come late: the product shows it, programs are told", async () => {
      await started.engine.notifications.endpoints.create({ url: "https://erp.shop.example/in", kinds: [] }, null);
      for (const notifier of [email, webhook]) notifier.answerWith(() => later);
      const id = await waiting();
      await started.engine.command(id, { type: "conversation-claimed", agentId: "lou" }, null);
      for (const notifier of [email, webhook]) notifier.answerWith(() => ({ status: "delivered" }));
      await started.pass(minute);
      expect(email.delivered.filter(({ told }) => told[0]?.kind === "handoff-opened")).toEqual([]);
      expect(webhook.delivered.map(({ told }) => told[0]?.kind)).toContain("handoff-opened");
      expect((await inbox("kim")).map(({ told }) => told.kind)).toContain("handoff-opened");
    });

    test("a request reaches whom it asks while it is open, and not when it has run out", async () => {
      await add("max", { presence: "available" });
      await prefer("max", { kinds: { "request-received": { email: "on" } } });
      const asked = () => email.delivered.filter(({ told }) => told[0]?.kind === "request-received");
      await waiting();
      expect(asked().map(({ to, words }) => [to.type === "person" && to.name, words.subject])).toEqual([
        ["max", "You have a new chat assignment request"],
      ]);
      email.answerWith(() => later);
      await started.write("bea", "I want to talk to a human");
      await started.pass(hour);
      email.answerWith(() => ({ status: "delivered" }));
      await started.pass(hour);
      expect(asked()).toHaveLength(1);
      expect((await inbox("max")).filter(({ told }) => told.kind === "request-received").length).toBeGreaterThan(1);
    });

    test("who left in between gets nothing any more", async () => {
      email.answerWith(() => later);
      await tell({ targets: [{ type: "agent", id: "kim" }] });
      const [stored] = await store.store.load([{ kind: "agent", id: "kim" }]);
      const gone = { ...(stored?.body as Agent), leftAt: started.clock.now() };
      await store.store.commit({ ...emptyCommit(gone.leftAt), puts: [{ kind: "agent", id: "kim", body: gone }] });
      email.answerWith(() => ({ status: "delivered" }));
      await started.pass(hour);
      expect([mailed(), await dead()]).toEqual([[], []]);
    });

    test("of an erased conversation nothing is said any more (I15)", async () => {
      email.answerWith(() => later);
      const id = await waiting();
      const conversation = await started.engine.conversations.get(id);
      await started.engine.erase(conversation?.customerId ?? "");
      email.answerWith(() => ({ status: "delivered" }));
      await started.pass(hour);
      expect(email.delivered).toEqual([]);
      const [item] = await inbox("kim");
      const described = item && (await started.engine.notifications.describe("kim", [item]));
      expect(described?.items[0]?.entry).toBeNull();
    });

    test("how a request ended is looked up where it was recorded", async () => {
      const id = await waiting();
      const record = {
        type: "request",
        seq: 90,
        agentId: "lou",
        end: { status: "rejected", at: 1, reason: "In a meeting" },
      };
      const entry = { log: "records", owner: id, seq: 90, body: record, words: null } as const;
      await store.store.commit({ ...emptyCommit(started.clock.now()), entries: [entry] });
      await tell(
        {
          kind: "request-ended",
          subjectId: `${id}.q7`,
          detail: "rejected",
          targets: [{ type: "agent", id: "kim" }],
          actorId: "lou",
        },
        id,
      );
      const [item] = await inbox("kim");
      const described = item && (await started.engine.notifications.describe("kim", [item]));
      const shown = described?.items[0]?.entry;
      expect(shown?.title).toBe("lou has declined your request.");
      expect(shown?.lines).toContainEqual({ label: "Their answer", value: "In a meeting" });
    });

    describe("webhook endpoints", () => {
      const create = async (kinds: Notice["kind"][] = [], url = "https://erp.shop.example/in") => {
        const created = await started.engine.notifications.endpoints.create({ url, kinds }, null);
        if (created.status !== "created") throw new Error(created.status);
        return created;
      };
      const endpoint = (id: string) => started.engine.notifications.endpoints.get(id);

      test("are told what they want, signed with the secret that was shown, which the store does not show", async () => {
        const { endpoint: all, secret } = await create();
        await create(["sla-breached"], "https://sla.shop.example/in");
        await tell();
        expect(webhook.delivered.map(({ to }) => to)).toEqual([{ type: "endpoint", url: all.url, secret }]);
        const [stored] = await store.store.load([{ kind: "webhook-endpoint", id: all.id }]);
        expect(JSON.stringify(stored)).not.toContain(secret.slice("whsec_".length));
      });

      test("that answer that they are gone are switched off, without a dead letter", async () => {
        const { endpoint: gone } = await create();
        webhook.answerWith(() => ({ status: "failed", isGone: true, error: "erp.shop.example answered 410." }));
        await tell();
        webhook.answerWith(() => ({ status: "delivered" }));
        await tell();
        expect(await endpoint(gone.id)).toMatchObject({ isEnabled: false, lastFailure: { isGone: true } });
        expect([webhook.delivered, await dead()]).toEqual([[], []]);
        await started.engine.notifications.endpoints.change(gone.id, { isEnabled: true });
        await tell();
        expect(webhook.delivered).toHaveLength(1);
        expect(await endpoint(gone.id)).toMatchObject({ isEnabled: true, lastFailure: null });
      });

      test("show what is wrong with them until it works again", async () => {
        const { endpoint: shaky } = await create();
        webhook.answerWith(() => ({ ...later, error: "erp.shop.example answered 503." }));
        await tell();
        expect(await endpoint(shaky.id)).toMatchObject({ lastFailure: { error: "erp.shop.example answered 503." } });
        webhook.answerWith(() => ({ status: "delivered" }));
        await started.pass(minute);
        expect(webhook.delivered).toHaveLength(1);
        expect(await endpoint(shaky.id)).toMatchObject({ isEnabled: true, lastFailure: null });
      });

      test("whose secret was sealed under another BATON_SECRET stop, visibly, and nothing else does (I13)", async () => {
        await create();
        await started.engine.stop();
        started = begin({ sealer: createSealer("another secret of the installation") });
        await tell();
        expect(mailed()).toEqual(["kim", "lou"]);
        expect(await dead()).toMatchObject([{ error: expect.stringContaining("BATON_SECRET") }]);
      });

      test.each([
        { what: "removed", end: (id: string) => started.engine.notifications.endpoints.remove(id) },
        {
          what: "switched off",
          end: (id: string) => started.engine.notifications.endpoints.change(id, { isEnabled: false }),
        },
      ])("that were $what get nothing that was still on its way", async ({ end }) => {
        const { endpoint: ended } = await create();
        webhook.answerWith(() => later);
        await tell();
        await end(ended.id);
        webhook.answerWith(() => ({ status: "delivered" }));
        await started.pass(minute);
        expect([webhook.delivered, await dead()]).toEqual([[], []]);
      });
    });

    describe("a test of the ways to a person", () => {
      const sendTest = (agentId: string) =>
        started.engine.notifications.sendTest(agentId, ["in-app", "email", "slack"]);

      test("goes the real way, and says what became of each", async () => {
        slack.answerWith(() => ({ status: "failed", isGone: false, error: "Slack answered users_not_found." }));
        await prefer("kim", { quietHours: { timeZone: "UTC", from: "00:00", to: "23:59", letsUrgentThrough: false } });
        expect(await sendTest("kim")).toEqual([
          { method: "in-app", status: "delivered", error: null },
          { method: "email", status: "delivered", error: null },
          { method: "slack", status: "failed", error: "Slack answered users_not_found." },
        ]);
        expect(mailed()).toEqual(["kim"]);
        expect((await inbox("kim")).map(({ told }) => told.kind)).toEqual(["test"]);
      });

      test("is honest about what is not configured, and who has no address", async () => {
        await add("max", { email: null });
        expect((await sendTest("max"))?.map(({ status }) => status)).toEqual(["delivered", "no-address", "no-address"]);
        await started.engine.stop();
        started = startTestEngine({ store });
        expect((await sendTest("kim"))?.map(({ status }) => status)).toEqual([
          "delivered",
          "not-configured",
          "not-configured",
        ]);
        expect(await sendTest("stranger")).toBeNull();
      });
    });
  });
}
