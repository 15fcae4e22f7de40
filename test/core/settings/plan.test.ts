import { describe, expect, it } from "vitest";
import { applyChanges } from "../../../src/core/settings/parts.ts";
import { planDraft } from "../../../src/core/settings/plan-draft.ts";
import { planRestore } from "../../../src/core/settings/plan-restore.ts";
import { starterSettings } from "../../../src/core/settings/starter.ts";
import { text } from "./examples.ts";

const base = applyChanges(starterSettings, { "texts/hi": text("hi", { en: "Hi" }) });
const mine = { "texts/hi": text("hi", { en: "Hello" }) };
const named = { ...starterSettings.company, name: "Northwind" };

describe("publishing a draft", () => {
  it("takes the draft's parts and leaves what others published meanwhile", () => {
    const inForce = applyChanges(base, { company: named });
    const plan = planDraft({ changes: mine, base, inForce });
    expect(plan.conflicts).toEqual([]);
    expect(plan.changes.map(({ part }) => part)).toEqual(["texts/hi"]);
    expect([plan.settings.company.name, plan.settings.texts.hi?.byLocale.en]).toEqual(["Northwind", "Hello"]);
  });

  it.each([
    ["another text", text("hi", { en: "Good morning" })],
    ["none at all", null],
  ])("is a conflict where somebody else published %s", (_what, theirs) => {
    const inForce = applyChanges(base, { "texts/hi": theirs, company: named });
    expect(planDraft({ changes: mine, base, inForce }).conflicts).toEqual(["texts/hi"]);
    expect(planDraft({ changes: mine, base: inForce, inForce }).conflicts).toEqual([]);
  });

  it("is none where somebody else published the very same, or took it back", () => {
    const same = planDraft({ changes: mine, base, inForce: applyChanges(base, mine) });
    expect([same.changes, same.conflicts]).toEqual([[], []]);
    const back = planDraft({
      changes: mine,
      base,
      inForce: applyChanges(applyChanges(base, mine), { "texts/hi": text("hi", { en: "Hi" }) }),
    });
    expect(back.conflicts).toEqual([]);
  });
});

describe("restoring", () => {
  const inForce = applyChanges(base, { ...mine, company: named, "texts/new": text("new", { en: "New" }) });

  it("brings all of a version back", () => {
    const plan = planRestore(inForce, base, null);
    expect(plan).toMatchObject({ status: "planned", settings: base });
  });

  it("brings one text back alone, and removes what was not there then", () => {
    const plan = planRestore(inForce, base, ["texts/hi", "texts/new"]);
    if (plan.status !== "planned") throw new Error(plan.status);
    expect(plan.changes.map(({ part }) => part)).toEqual(["texts/hi", "texts/new"]);
    expect(plan.settings).toEqual({ ...base, company: named });
  });

  it("names parts that never were", () => {
    expect(planRestore(inForce, base, ["texts/hi", "texts/never"])).toEqual({
      status: "unknown-parts",
      parts: ["texts/never"],
    });
  });
});
