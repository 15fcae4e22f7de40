import { describe, expect } from "vitest";
import type { SettingsChanges } from "../../../src/core/settings/parts.ts";
import type { PublishRequest } from "../../../src/engine/settings/publish.ts";
import type { OpenStore } from "../../../src/ports/store.ts";
import { text } from "../../core/settings/examples.ts";
import { testClock } from "../../support/clock.ts";
import { person, startTestEngine, type TestEngine } from "../../support/engine.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { type InWorkspace, testIn } from "../../support/workspace.ts";

const { company } = quietSettings;
const broken = { "texts/hi": text("hi", { en: "{{ nobody }}" }) };
const hour = 3_600_000;

/** What settings promise on every store, in one process and in two. */
export function settingsPromises(name: string, inWorkspace: InWorkspace): void {
  describe(`settings on ${name}`, () => {
    let one: TestEngine;
    let two: TestEngine;
    let shared: OpenStore;

    const it = testIn(inWorkspace, {
      async begin(first, second) {
        shared = first;
        const clock = testClock();
        one = startTestEngine({ store: first, clock, processName: "one" });
        two = startTestEngine({ store: second, clock, processName: "two" });
      },
      async end() {
        await one.close();
        await two.close();
      },
    });

    async function draft(changes: SettingsChanges, by = "ada", from = one): Promise<string> {
      const fresh = { name: "A draft", note: "", changes, by, baseVersion: null };
      const created = await from.engine.settings.drafts.create(fresh, null);
      if (created.status !== "created") throw new Error(created.status);
      return created.draft.id;
    }

    function publish(draftId: string, from = one, differing: Partial<PublishRequest> = {}) {
      const request = { draftId, by: "ada", note: null, revision: null, idempotency: null, ...differing };
      return from.engine.settings.publish(request);
    }

    /** Everything that would still come, however late. */
    async function waiting() {
      const request = { now: one.clock.now() + 1_000 * hour, limit: 10, leaseUntilMs: 1_001 * hour, busyPools: [] };
      // New hours may be in it, so people's shifts are looked at anew: that is another story.
      const { effects } = await shared.store.takeDue(request);
      return effects.filter(({ id }) => !id.startsWith("roster-arm"));
    }

    const called = (companyName: string) => ({ company: { ...company, name: companyName } });
    const inForce = async (from = one) => (await from.engine.settings.versions.current()).settings;

    it("begin with version 0, which is what the workspace starts with and in no list", async () => {
      const { versions } = one.engine.settings;
      expect(await versions.current()).toEqual({ number: 0, version: null, settings: quietSettings });
      expect((await versions.list({ limit: 10, cursor: null })).items).toEqual([]);
      expect(await versions.get(1)).toBeNull();
    });

    it("publish exactly the parts of a draft, with who, when and why", async () => {
      const id = await draft({ ...called("Northwind"), "texts/hi": text("hi", { en: "Hi" }) });
      const published = await publish(id, one, { by: "grace", note: "our name" });
      expect(published).toMatchObject({
        status: "published",
        version: { number: 1, base: 0, author: "grace", note: "our name", parts: ["company", "texts/hi"] },
      });
      expect((await inForce(two)).company.name).toBe("Northwind");
      expect(await one.engine.settings.drafts.get(id)).toBeNull();
      expect(await publish(id)).toEqual({ status: "missing" });
      expect(await one.engine.settings.versions.diff(1, 0)).toMatchObject([{ part: "company" }, { part: "texts/hi" }]);
    });

    it("leave what others published meanwhile, and refuse to write over it unseen", async () => {
      const [mine, theirs] = [
        await draft({ ...called("Mine"), "texts/a": text("a", { en: "A" }) }),
        await draft(called("Theirs")),
      ];
      const [other, same] = [await draft({ "texts/b": text("b", { en: "B" }) }), await draft(called("Theirs"))];
      await publish(theirs, two, { by: "grace" });
      expect(await publish(other)).toMatchObject({ status: "published", version: { number: 2 } });
      expect(await publish(same)).toEqual({ status: "unchanged" });
      const conflict = { part: "company", version: 1, author: "grace" };
      expect(await publish(mine)).toEqual({ status: "conflict", conflicts: [conflict] });
      expect((await inForce()).company.name).toBe("Theirs");

      const seen = { id: mine, by: "ada", revision: null };
      expect(await one.engine.settings.drafts.rebase(seen, 3)).toEqual({ status: "unknown-version" });
      expect(await one.engine.settings.drafts.rebase(seen, null)).toMatchObject({ status: "changed" });
      expect(await publish(mine)).toMatchObject({ status: "published", version: { number: 3 } });
      expect(await inForce(two)).toMatchObject({ company: { name: "Mine" }, texts: { a: {}, b: {} } });
    });

    it("stay in force when a draft has errors in itself or only with what is in force now", async () => {
      const [self, needing] = [
        await draft(broken),
        await draft({ "teams/b": { id: "b", name: "b", hours: "late", headId: null } }),
      ];
      for (const id of [self, needing]) expect(await publish(id)).toMatchObject({ status: "invalid" });
      expect((await one.engine.settings.versions.current()).number).toBe(0);
      expect(await one.engine.settings.examine(self)).toMatchObject({
        problems: [{ part: "texts/hi", path: "byLocale.en", code: "bad-template", severity: "error" }],
      });
      const late = { ...quietSettings.hours.always, id: "late" } as SettingsChanges[string];
      await publish(await draft({ "hours/late": late }));
      expect(await publish(needing)).toMatchObject({ status: "published" });
    });

    it("get one number for each of many that publish at once in two processes, and lose none", async () => {
      const ids = await Promise.all(
        Array.from({ length: 12 }, (_, index) => draft({ [`texts/t${index}`]: text(`t${index}`, { en: "Hi" }) })),
      );
      const published = await Promise.all(ids.map((id, index) => publish(id, index % 2 === 0 ? one : two)));
      const numbers = published.map((each) => (each.status === "published" ? each.version.number : each.status));
      expect(numbers.toSorted((a, b) => Number(a) - Number(b))).toEqual(ids.map((_, index) => index + 1));
      expect(Object.keys((await inForce()).texts)).toHaveLength(13);
      const listed = await two.engine.settings.versions.list({ limit: 50, cursor: null });
      expect(listed.items.map(({ number }) => number)).toEqual(ids.map((_, index) => 12 - index));
    });

    it("are published once by the same draft and key, however often it is asked for", async () => {
      const idempotency = { key: "k", fingerprint: "f" };
      const id = await draft(called("Northwind"));
      const both = await Promise.all([publish(id, one, { idempotency }), publish(id, two, { idempotency })]);
      expect(both.map(({ status }) => status).toSorted()).toEqual(["published", "repeated"]);
      expect(await publish(id, one, { idempotency })).toEqual({ status: "repeated", result: "1" });
      expect(await publish(id, one, { idempotency: { ...idempotency, fingerprint: "g" } })).toEqual({
        status: "clash",
      });
    });

    it("let nobody change or publish a draft that they have not seen", async () => {
      const id = await draft(called("Northwind"));
      const { drafts } = one.engine.settings;
      const change = { name: null, note: "now with a note", changes: {}, undo: [] };
      const changed = await drafts.change({ id, by: "grace", revision: 1 }, change);
      expect(changed).toMatchObject({ status: "changed", draft: { revision: 2, updatedBy: "grace", author: "ada" } });
      expect(await drafts.change({ id, by: "ada", revision: 1 }, change)).toEqual({ status: "stale", revision: 2 });
      expect(await publish(id, one, { revision: 1 })).toEqual({ status: "stale", revision: 2 });
      expect(await publish(id, one, { revision: 2 })).toMatchObject({ version: { note: "now with a note" } });
    });

    it("forget a part that a draft undoes, and the draft when it is discarded", async () => {
      const id = await draft({ ...called("Northwind"), ...broken });
      const { drafts } = one.engine.settings;
      const change = { name: null, note: null, changes: { "texts/yes": text("yes", { en: "Y" }) }, undo: ["texts/hi"] };
      await drafts.change({ id, by: "ada", revision: null }, change);
      expect((await one.engine.settings.examine(id))?.changes.map(({ part }) => part)).toEqual([
        "company",
        "texts/yes",
      ]);
      expect((await drafts.list({ limit: 10, cursor: null })).items.map((each) => each.id)).toEqual([id]);
      expect(await drafts.discard({ id, by: "ada", revision: null })).toMatchObject({ status: "discarded" });
      expect((await drafts.list({ limit: 10, cursor: null })).items).toEqual([]);
    });

    describe("published at a time", () => {
      const later = (byAgentId: string | null = null) => ({ at: one.clock.now() + hour, note: null, byAgentId });
      const seen = (id: string) => ({ id, by: "ada", revision: null });

      it("come into force then, in whichever process looks", async () => {
        const id = await draft(called("Northwind"));
        expect(await one.engine.settings.schedule(seen(id), later())).toMatchObject({ status: "scheduled" });
        expect(one.nextWake()).toBe(one.clock.now() + hour);
        await two.pass(hour - 1);
        expect((await inForce()).company.name).toBe("");
        expect(
          await one.engine.settings.drafts.change(seen(id), { name: "x", note: null, changes: {}, undo: [] }),
        ).toEqual({
          status: "locked",
        });
        await two.pass(1);
        expect(await inForce()).toMatchObject({ company: { name: "Northwind" } });
        expect((await one.engine.settings.versions.current()).version).toMatchObject({
          author: "ada",
          at: one.clock.now(),
        });
        expect(await waiting()).toEqual([]);
      });

      it("do not when they were cancelled, or published by hand before, and nothing is left of it", async () => {
        const [cancelled, early] = [
          await draft({ "texts/a": text("a", { en: "A" }) }),
          await draft(called("Northwind")),
        ];
        for (const id of [cancelled, early]) await one.engine.settings.schedule(seen(id), later());
        const cancel = () => two.engine.settings.cancelSchedule(cancelled, "grace");
        expect(await cancel()).toMatchObject({ status: "cancelled", draft: { schedule: null } });
        expect(await cancel()).toEqual({ status: "not-scheduled" });
        expect(await publish(early)).toMatchObject({ status: "published" });
        expect(await waiting()).toEqual([]);
        await one.pass(2 * hour);
        expect((await one.engine.settings.versions.current()).number).toBe(1);
        expect(await publish(cancelled)).toMatchObject({ status: "published" });
      });

      it("are refused at once when they could not be published now, and stay drafts when they cannot be then", async () => {
        expect(await one.engine.settings.schedule(seen(await draft(broken)), later())).toMatchObject({
          status: "invalid",
        });
        const id = await draft({ "texts/a": text("a", { en: "A" }, { scope: forTeam("night") }) });
        await publish(await draft({ "teams/night": { id: "night", name: "night", hours: "always", headId: null } }));
        await one.engine.settings.drafts.rebase(seen(id), null);
        expect(await one.engine.settings.schedule(seen(id), later())).toMatchObject({ status: "scheduled" });
        await publish(await draft({ "teams/night": null }));
        const before = await readFeed(shared, null);
        await one.pass(hour);
        expect((await one.engine.settings.versions.current()).number).toBe(2);
        expect(await two.engine.settings.drafts.get(id)).toMatchObject({
          schedule: null,
          failure: { at: one.clock.now(), because: "invalid", problems: [{ part: "texts/a", code: "missing-team" }] },
        });
        const told = await readFeed(shared, before.cursor);
        const failed = { type: "settings-publish-failed", data: { draftId: id, because: "invalid" } };
        expect(told).toMatchObject({ entries: expect.arrayContaining([expect.objectContaining(failed)]) });
      });

      it("are told to whoever scheduled them when they fail, or to those in charge where nobody did", async () => {
        const people = [person("lea", { role: "lead", teamIds: ["support"] }), person("root", { role: "admin" })];
        for (const agent of people) await one.engine.agents.add(agent);
        const fails = async (byAgentId: string | null) => {
          const id = await draft(called(`For ${byAgentId}`));
          await one.engine.settings.schedule(seen(id), later(byAgentId));
          await publish(await draft(called(`Before ${byAgentId}`)));
          await two.pass(hour);
          // Now, and not whenever somebody looks next.
          expect(two.nextWake()).toBe(two.clock.now());
          await two.pass(0);
          return id;
        };
        const failed = (id: string) => ["settings-publish-failed", id, "conflict"];
        const ofLea = await fails("lea");
        expect([await told("lea"), await told("root")]).toEqual([[failed(ofLea)], []]);
        const ofNobody = await fails(null);
        expect([...(await told("lea")), ...(await told("root"))]).toContainEqual(failed(ofNobody));
        const { items } = await two.engine.notifications.describe("lea", await inboxOf("lea"));
        expect(items.map(({ entry }) => entry?.title)).toContain(
          "A scheduled draft of the settings was not published. What was in force stays in force.",
        );
      });

      const inboxOf = async (agentId: string) =>
        (await one.engine.notifications.inbox.list(agentId, { limit: 9, cursor: null, onlyUnread: false })).items;

      const told = async (agentId: string) =>
        (await inboxOf(agentId)).map(({ told: { kind, subjectId, detail } }) => [kind, subjectId, detail]);
    });

    it("come back as a new version, wholly or one text alone", async () => {
      await publish(await draft({ ...called("First"), "texts/a": text("a", { en: "one" }) }));
      await publish(await draft({ ...called("Second"), "texts/a": text("a", { en: "two" }) }));
      const restore = (number: number, parts: string[] | null) =>
        two.engine.settings.restore({ number, parts, by: "ada", note: "", idempotency: null });
      expect(await restore(1, ["texts/a"])).toMatchObject({
        status: "published",
        version: { number: 3, parts: ["texts/a"] },
      });
      expect(await inForce()).toMatchObject({ company: { name: "Second" }, texts: { a: { byLocale: { en: "one" } } } });
      expect(await restore(0, null)).toMatchObject({ version: { number: 4, origin: { type: "restored", number: 0 } } });
      expect(await inForce()).toEqual(quietSettings);
      expect(await restore(0, null)).toEqual({ status: "unchanged" });
      expect(await restore(9, null)).toEqual({ status: "missing" });
      expect(await restore(1, ["texts/z"])).toEqual({ status: "unknown-parts", parts: ["texts/z"] });
    });

    it("are switched at once, with who and until when, and over by themselves", async () => {
      const { switches } = one.engine.settings;
      const until = one.clock.now() + hour;
      const at = one.clock.now();
      const closed = { until, by: "ada", at };
      expect(await switches.turnOn({ name: "closed", until, by: "ada", byLocale: {} })).toEqual({
        closed,
        incident: null,
      });
      const on = {
        name: "incident",
        until: until + hour,
        by: "grace",
        byLocale: { en: "Payments are late." },
      } as const;
      expect(await two.engine.settings.switches.turnOn(on)).toMatchObject({ closed, incident: { by: "grace" } });
      one.clock.advance(hour);
      expect(await switches.get()).toMatchObject({
        closed: null,
        incident: { byLocale: { en: "Payments are late." } },
      });
      expect(await switches.turnOff("incident", "ada")).toEqual({ closed: null, incident: null });
      await switches.turnOff("incident", "ada");
      const { items } = await switches.history({ limit: 10, cursor: null });
      expect(items.map((use) => [use.switch, use.by, use.until])).toEqual([
        ["incident", "ada", null],
        ["incident", "grace", until + hour],
        ["closed", "ada", until],
      ]);
    });

    it("say who was sent a text of which version", async () => {
      const hi = text("hi", { en: "Hi, what's up?" }, { moment: "bot.introduction" });
      await publish(await draft({ "texts/no-introduction": null, "texts/hi": hi }));
      const told = await one.write("ann", "hello");
      if (told.status !== "accepted") throw new Error(told.status);
      await one.pass(0);
      const options = { limit: 10, cursor: null };
      const receipts = await two.engine.settings.receipts({ textId: "hi", version: 1 }, options);
      expect(receipts.items).toEqual([told.conversationId]);
      expect((await two.engine.settings.receipts({ textId: "hi", version: 2 }, options)).items).toEqual([]);
    });
  });
}

function forTeam(team: string) {
  return { rule: null, channel: null, team, reason: null, hours: null };
}

async function readFeed({ store }: OpenStore, after: string | null) {
  return store.feed({ after, limit: 100, waitMs: 0, signal: AbortSignal.timeout(5_000) });
}
