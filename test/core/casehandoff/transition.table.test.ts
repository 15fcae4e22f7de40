import { describe, expect, it } from "vitest";
import {
  type CaseHandoff,
  type CasePlan,
  type CaseStatus,
  newCaseHandoff,
} from "../../../src/core/casehandoff/case-handoff.ts";
import { startingChoices } from "../../../src/core/casehandoff/choices.ts";
import { countItems } from "../../../src/core/casehandoff/counts.ts";
import { type CaseEventBody, type CaseEventType, transition } from "../../../src/core/casehandoff/transition.ts";

const names = { settingsVersion: 0, places: [], substituteOf: [], changes: null, before: null };
const plan: CasePlan = {
  ...{ id: "plan-1", hash: "seen", verified: { by: "ann", at: 1 }, modules: [], total: 2, names, warnings: [] },
};

const drafted = newCaseHandoff({
  id: "cho_1",
  subjectId: "lea",
  choices: startingChoices,
  created: { by: "ann", at: 0 },
});

/** One of each status; what has been moved has failed once. */
function inStatus(status: CaseStatus): CaseHandoff {
  if (status === "draft") return drafted;
  const counts = countItems([
    { moduleId: "conversations", status: "moved" },
    { moduleId: "conversations", status: status === "completed-with-errors" ? "failed" : "moved" },
  ]);
  const begun = status === "verified" ? null : { by: "ann", at: 2 };
  return { ...drafted, status, plan, counts, started: begun };
}

const events: Readonly<Record<CaseEventType, CaseEventBody>> = {
  edited: { type: "edited", by: "ann", choices: { ...startingChoices, tellsCustomers: true } },
  verified: { type: "verified", by: "ann", plan: { ...plan, id: "plan-2" }, counts: {} },
  started: { type: "started", by: "ann", hash: "seen" },
  "items-settled": { type: "items-settled", changes: [] },
  "names-settled": { type: "names-settled", outcome: { status: "unchanged" } },
  "failures-reopened": { type: "failures-reopened" },
  "went-on": { type: "went-on" },
  "leaving-settled": { type: "leaving-settled", leaving: null },
  ended: { type: "ended", remaining: null },
  stopped: { type: "stopped", by: "ann" },
  continued: { type: "continued", by: "ann" },
  "undo-asked": { type: "undo-asked", by: "ann", isForced: false, cause: "asked" },
};

type Expected = Readonly<Record<CaseStatus, string>>;

const work = {
  ...{ draft: "not-running!", verified: "not-running!", running: "running", completed: "not-running!" },
  ...{ "completed-with-errors": "not-running!", stopped: "not-running!", undoing: "undoing", undone: "not-running!" },
} as const;

/** What each event makes of each status; `!`: refused. */
const table: Readonly<Record<CaseEventType, Expected>> = {
  edited: {
    ...{ draft: "draft", verified: "draft", running: "already-started!", completed: "already-started!" },
    ...{ "completed-with-errors": "already-started!", stopped: "already-started!" },
    ...{ undoing: "already-started!", undone: "already-started!" },
  },
  verified: {
    ...{ draft: "verified", verified: "verified", running: "already-started!", completed: "already-started!" },
    ...{ "completed-with-errors": "already-started!", stopped: "already-started!" },
    ...{ undoing: "already-started!", undone: "already-started!" },
  },
  started: {
    ...{ draft: "not-verified!", verified: "running", running: "already-started!", completed: "already-started!" },
    ...{ "completed-with-errors": "already-started!", stopped: "already-started!" },
    ...{ undoing: "already-started!", undone: "already-started!" },
  },
  "items-settled": work,
  "names-settled": work,
  "failures-reopened": work,
  "went-on": work,
  "leaving-settled": work,
  ended: { ...work, running: "completed", undoing: "undone" },
  stopped: { ...work, running: "stopped", undoing: "stopped" },
  continued: {
    ...{ draft: "not-stopped!", verified: "not-stopped!", running: "still-running!", completed: "not-stopped!" },
    ...{ "completed-with-errors": "running", stopped: "running", undoing: "still-running!", undone: "not-stopped!" },
  },
  "undo-asked": {
    ...{ draft: "nothing-to-undo!", verified: "nothing-to-undo!", running: "still-running!", completed: "undoing" },
    ...{ "completed-with-errors": "undoing", stopped: "undoing", undoing: "still-running!", undone: "already-undone!" },
  },
};

const pairs = Object.entries(table).flatMap(([type, expected]) =>
  Object.entries(expected).map(([status, outcome]) => ({
    type: type as CaseEventType,
    status: status as CaseStatus,
    outcome,
  })),
);

describe("every state and every event", () => {
  it.each(pairs)("$status, $type: $outcome", ({ type, status, outcome }) => {
    const before = inStatus(status);
    const made = transition(before, { ...events[type], at: 9 });
    expect(made.status === "applied" ? made.handoff.status : `${made.code}!`).toBe(outcome);
    if (made.status === "applied") expect(made.handoff.revision).toBe(before.revision + 1);
  });
});

describe("a plan", () => {
  it("is not the one that is started when somebody has verified another one since", () => {
    const made = transition(inStatus("verified"), { type: "started", by: "ann", hash: "other", at: 9 });
    expect(made).toEqual({ status: "refused", code: "plan-changed" });
  });

  it("is taken away by an edit, and its items are remembered to be cleared away", () => {
    const made = transition(inStatus("verified"), { ...events.edited, at: 9 });
    expect(made).toMatchObject({ handoff: { plan: null, counts: {}, oldPlans: ["plan-1"] } });
  });
});

describe("an end", () => {
  it.each(["failed", "skipped-changed"] as const)("with something %s is one with errors", (status) => {
    const running = { ...inStatus("running"), counts: countItems([{ moduleId: "crm", status }]) };
    const made = transition(running, { type: "ended", remaining: null, at: 9 });
    expect(made).toMatchObject({ handoff: { status: "completed-with-errors", endedAt: 9 } });
  });

  it("with a conflict in the settings is one with errors", () => {
    const settings = { status: "conflict", draftId: "d", problems: [], direction: "out" } as const;
    const made = transition({ ...inStatus("running"), settings }, { type: "ended", remaining: null, at: 9 });
    expect(made).toMatchObject({ handoff: { status: "completed-with-errors" } });
  });
});

describe("what was stopped", () => {
  it("on the way back goes on in that direction", () => {
    const before = inStatus("stopped");
    const back: CaseHandoff = { ...before, run: { ...before.run, direction: "back" } };
    expect(transition(back, { type: "continued", by: "ann", at: 9 })).toMatchObject({
      handoff: { status: "undoing", stopped: null, run: { direction: "back", round: 1 } },
    });
  });
});
