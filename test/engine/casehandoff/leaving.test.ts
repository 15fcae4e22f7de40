import { describe, expect, it } from "vitest";
import type { SettingsChanges } from "../../../src/core/settings/parts.ts";
import type { Settings } from "../../../src/core/settings/settings.ts";
import { type Office, officeSettings, openOffice, staff, to } from "./office.ts";

const naming: Settings = {
  ...officeSettings,
  people: { ...officeSettings.people, onCall: "lea" },
  teams: { ...officeSettings.teams, returns: { id: "returns", name: "returns", hours: "always", headId: "lea" } },
};

async function leavingOffice() {
  const office = await openOffice([staff("lea"), staff("kim"), staff("hana")], { starter: naming });
  const ids = await office.give("lea", 3);
  return { office, ids };
}

async function inForce(office: Awaited<ReturnType<typeof openOffice>>): Promise<Settings> {
  const version = await office.engine.settings.versions.current();
  return version.settings;
}

/** Somebody else, meanwhile. */
async function publish({ engine }: Office, changes: SettingsChanges): Promise<void> {
  const meanwhile = { name: "Other", note: "", changes, by: "key:other", baseVersion: null };
  const draft = await engine.settings.drafts.create(meanwhile, null);
  const draftId = draft.status === "created" ? draft.draft.id : "";
  await engine.settings.publish({ draftId, by: "key:other", note: null, revision: null, idempotency: null });
}

describe("settings that name the leaver", () => {
  it("are listed with part and place when it is verified, and stay as they are unless somebody is chosen", async () => {
    const { office } = await leavingOffice();
    const { id } = await office.draft("lea", to("kim"));
    const { plan } = await office.verify(id);
    expect(plan?.names.places).toEqual([
      { part: "people", path: "onCall" },
      { part: "teams/returns", path: "headId" },
    ]);
    expect(plan?.warnings).toContainEqual({ code: "settings-name-them", count: 2 });
    await office.start(id);
    await office.engine.settleAll();
    expect((await inForce(office)).people.onCall).toBe("lea");
  });

  it("name the new person from the same case handoff on, as one version, and the old one after undoing", async () => {
    const { office } = await leavingOffice();
    const handoff = await office.run("lea", { ...to("kim"), replacementId: "kim" });
    expect(handoff.settings).toEqual({ status: "published", version: 1, direction: "out" });
    const changed = await inForce(office);
    expect([changed.people.onCall, changed.teams.returns?.headId]).toEqual(["kim", "kim"]);
    await office.engine.caseHandoffs.undo(handoff.id, { by: "key:lead", isForced: false });
    await office.engine.settleAll();
    const back = await inForce(office);
    expect([back.people.onCall, back.teams.returns?.headId]).toEqual(["lea", "lea"]);
  });

  it("are left to a lead when somebody published one of these parts meanwhile: the conflict is named", async () => {
    const { office, ids } = await leavingOffice();
    const { id } = await office.draft("lea", { ...to("kim"), replacementId: "kim" });
    await office.verify(id);
    const people = { ...naming.people, missedBeforeAway: 7 };
    await publish(office, { people });
    await office.start(id);
    await office.engine.settleAll();
    const handoff = await office.now(id);
    expect(handoff).toMatchObject({
      status: "completed-with-errors",
      settings: { status: "conflict", problems: ["people"], draftId: expect.any(String) },
    });
    expect(await office.owners(ids)).toEqual(["kim", "kim", "kim"]);
    expect((await inForce(office)).people).toEqual(people);
  });

  it("in a place that was not there when it was verified are named when it is to be started, and nothing moves", async () => {
    const { office, ids } = await leavingOffice();
    const { id } = await office.draft("lea", { ...to("kim"), replacementId: "kim" });
    const hash = (await office.verify(id)).plan?.hash ?? "";
    const billing = { id: "billing", name: "billing", hours: "always", headId: "lea" };
    await publish(office, { "teams/billing": billing });
    const start = { by: "key:lead", hash };
    const message =
      "The settings name them in other places since it was verified: teams/billing headId. Look at them, and verify it again.";
    expect(await office.engine.caseHandoffs.start(id, start)).toMatchObject({
      status: "problems",
      problems: [{ path: "replacementId", code: "named-since", message }],
    });
    expect(await office.owners(ids)).toEqual(["lea", "lea", "lea"]);
    await office.verify(id);
    await office.start(id);
    await office.engine.settleAll();
    expect(await office.now(id)).toMatchObject({ status: "completed", settings: { status: "published" } });
    const { teams, people } = await inForce(office);
    expect([teams.billing?.headId, teams.returns?.headId, people.onCall]).toEqual(["kim", "kim", "kim"]);
  });

  it("are not the only places: absences that name them as a substitute are told, too", async () => {
    const absence = { id: "a1", from: 0, to: null, reason: null, substituteId: "lea" };
    const office = await openOffice([staff("lea"), staff("kim", { absences: [absence] })]);
    const { id } = await office.draft("lea", to("kim"));
    expect((await office.verify(id)).plan?.names.substituteOf).toEqual(["kim"]);
  });
});

describe("absences that name the leaver as a substitute", () => {
  const until = (to: number | null) => ({ id: `until-${to}`, from: 0, to, reason: null, substituteId: "lea" });

  /** Kim, whose name is to be there instead, is away as well; Bob's first absence is long over. */
  async function absentOffice() {
    const absences = { kim: [until(null)], bob: [until(1), until(null)], eva: [until(null)] };
    const people = Object.entries(absences).map(([id, each]) => staff(id, { absences: each }));
    const office = await openOffice([staff("lea"), staff("hana"), ...people]);
    const substitutes = async (id: string) =>
      (await office.engine.agents.get(id))?.absences.map(({ substituteId }) => substituteId);
    const all = () => Promise.all(["kim", "bob", "eva"].map(substitutes));
    const undo = async (id: string) => {
      await office.engine.caseHandoffs.undo(id, { by: "key:lead", isForced: false });
      await office.engine.settleAll();
    };
    return { office, all, undo };
  }

  it("stay as they are unless somebody is chosen", async () => {
    const { office, all } = await absentOffice();
    expect(await office.run("lea", to("hana"))).toMatchObject({ status: "completed", substitutes: null });
    expect(await all()).toEqual([["lea"], ["lea", "lea"], ["lea"]]);
  });

  it("name the new person from then on, except in their own, and the old one after undoing", async () => {
    const { office, all, undo } = await absentOffice();
    const { id, substitutes } = await office.run("lea", { ...to("hana"), replacementId: "kim" });
    expect(await all()).toEqual([["lea"], ["lea", "kim"], ["kim"]]);
    const changed = ["bob", "eva"].map((agentId) => ({ agentId, absenceId: "until-null" }));
    expect(substitutes).toEqual({ direction: "out", changed, keptOf: ["kim"] });
    await undo(id);
    expect(await all()).toEqual([["lea"], ["lea", "lea"], ["lea"]]);
  });

  it("are left alone where somebody named another one meanwhile, before and after", async () => {
    const { office, all, undo } = await absentOffice();
    const { id } = await office.draft("lea", { ...to("hana"), replacementId: "kim" });
    await office.verify(id);
    const other = [{ ...until(null), substituteId: "hana" }];
    await office.engine.agents.change("eva", { absences: other });
    await office.start(id);
    await office.engine.settleAll();
    expect(await all()).toEqual([["lea"], ["lea", "kim"], ["hana"]]);
    await office.engine.agents.change("bob", { absences: other });
    await undo(id);
    expect(await all()).toEqual([["lea"], ["hana"], ["hana"]]);
  });
});

describe("leaving", () => {
  it("follows when everything has gone: from then on they work here no more and are in no team", async () => {
    const { office } = await leavingOffice();
    const handoff = await office.run("lea", { ...to("kim"), leaves: true });
    expect(handoff).toMatchObject({ status: "completed", leaving: { status: "left", teamIds: ["billing"] } });
    expect(await office.engine.agents.get("lea")).toMatchObject({ leftAt: office.clock.now(), teamIds: [] });
    await office.engine.caseHandoffs.undo(handoff.id, { by: "key:lead", isForced: false });
    await office.engine.settleAll();
    expect(await office.engine.agents.get("lea")).toMatchObject({ leftAt: null, teamIds: ["billing"] });
  });

  it("is undone first: whoever comes back gets their work back, too", async () => {
    const { office, ids } = await leavingOffice();
    const { id } = await office.run("lea", { ...to("kim"), leaves: true });
    await office.engine.caseHandoffs.undo(id, { by: "key:lead", isForced: false });
    await office.engine.settleAll();
    expect(await office.owners(ids)).toEqual(["lea", "lea", "lea"]);
    expect((await office.items(id)).map(({ status, reason }) => [status, reason])).toEqual(
      Array.from({ length: 4 }, () => ["returned", null]),
    );
    expect(await office.engine.agents.get("lea")).toMatchObject({ leftAt: null, teamIds: ["billing"] });
  });

  it("is undone with the presence and the status they had: nobody takes their work from them for being away", async () => {
    const { office, ids } = await leavingOffice();
    const status = { id: "lunch", reason: "Back at two", since: 7, by: "self" } as const;
    await office.engine.agents.change("lea", { presence: "busy", status });
    const { id } = await office.run("lea", { ...to("kim"), leaves: true });
    expect((await office.engine.agents.get("lea"))?.presence).toBe("offline");
    await office.engine.caseHandoffs.undo(id, { by: "key:lead", isForced: false });
    await office.engine.settleAll();
    expect(await office.engine.agents.get("lea")).toMatchObject({ leftAt: null, presence: "busy", status });
    expect(await office.owners(ids)).toEqual(["lea", "lea", "lea"]);
    for (const conversationId of ids) {
      expect((await office.conversation(conversationId)).control).toMatchObject({ ownerGone: null });
    }
  });

  it("waits while something is still theirs", async () => {
    const { office } = await leavingOffice();
    await office.engine.agents.change("kim", { capacity: 1 });
    const handoff = await office.run("lea", { ...to("kim"), whenFull: "skip", leaves: true });
    expect(handoff).toMatchObject({ status: "completed-with-errors", leaving: { status: "holds", count: 2 } });
    expect((await office.engine.agents.get("lea"))?.leftAt).toBe(null);
  });

  it("and coming back at a date exclude each other", async () => {
    const { office } = await leavingOffice();
    const returnAt = office.clock.now() + 1_000;
    const { id } = await office.draft("lea", { ...to("kim"), leaves: true, returnAt });
    expect(await office.engine.caseHandoffs.verify(id, "key:lead")).toMatchObject({
      status: "problems",
      problems: [{ path: "leaves", code: "left-and-back" }],
    });
  });
});
