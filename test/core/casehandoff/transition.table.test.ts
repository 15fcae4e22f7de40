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

const ended: ReadonlySet<CaseStatus> = new Set(["completed", "completed-with-errors", "undone"]);
const longAfter = 3 + 90 * 24 * 3_600_000;

/** One of each status; what has been moved has failed once. */
function inStatus(status: CaseStatus): CaseHandoff {
  if (status === "draft") return drafted;
  const counts = countItems([
    { moduleId: "conversations", status: "moved" },
    { moduleId: "conversations", status: status === "completed-with-errors" ? "failed" : "moved" },
  ]);
  const begun = status === "verified" ? null : { by: "ann", at: 2 };
  const endedAt = ended.has(status) ? 3 : null;
  const stopped = status === "stopped" ? { by: "ann", at: 3 } : null;
  return { ...drafted, status, plan, counts, started: begun, stopped, endedAt };
}

const events: Readonly<Record<CaseEventType, CaseEventBody>> = {
  edited: { type: "edited", by: "ann", choices: { ...startingChoices, tellsCustomers: true } },
  verified: { type: "verified", by: "ann", plan: { ...plan, id: "plan-2" }, counts: {} },
  started: { type: "started", by: "ann", hash: "seen" },
  "items-settled": { type: "items-settled", changes: [] },
  "names-settled": { type: "names-settled", outcome: { status: "unchanged" } },
  "substitutes-settled": { type: "substitutes-settled", outcome: { changed: [], keptOf: [] } },
  "failures-reopened": { type: "failures-reopened" },
  "went-on": { type: "went-on" },
  "leaving-settled": { type: "leaving-settled", leaving: null },
  ended: { type: "ended", remaining: null },
  stopped: { type: "stopped", by: "ann" },
  "unanswered-marked": { type: "unanswered-marked" },
  "plan-expired": { type: "plan-expired", planId: "plan-1" },
  "given-up": { type: "given-up" },
  "items-expired": { type: "items-expired" },
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
  "items-settled": { ...work, stopped: "stopped" },
  "names-settled": work,
  "substitutes-settled": work,
  "failures-reopened": work,
  "went-on": work,
  "leaving-settled": work,
  ended: { ...work, running: "completed", undoing: "undone" },
  stopped: { ...work, running: "stopped", undoing: "stopped" },
  "unanswered-marked": { ...work, stopped: "stopped" },
  "plan-expired": {
    ...{ draft: "not-verified!", verified: "draft", running: "already-started!", completed: "already-started!" },
    ...{ "completed-with-errors": "already-started!", stopped: "already-started!" },
    ...{ undoing: "already-started!", undone: "already-started!" },
  },
  "given-up": {
    ...{ draft: "not-stopped!", verified: "not-stopped!", running: "not-stopped!", completed: "not-stopped!" },
    ...{ "completed-with-errors": "not-stopped!", stopped: "completed-with-errors" },
    ...{ undoing: "not-stopped!", undone: "not-stopped!" },
  },
  "items-expired": {
    ...{ draft: "items-kept!", verified: "items-kept!", running: "items-kept!", completed: "completed" },
    ...{ "completed-with-errors": "completed-with-errors", stopped: "items-kept!" },
    ...{ undoing: "items-kept!", undone: "undone" },
  },
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
    const made = transition(before, { ...events[type], at: longAfter });
    expect(made.status === "applied" ? made.handoff.status : `${made.code}!`).toBe(outcome);
    if (made.status === "applied") expect(made.handoff.revision).toBe(before.revision + 1);
  });
});

describe("every event when the items are gone", () => {
  const gone: readonly [CaseStatus, CaseEventType, string][] = [
    ["completed", "undo-asked", "items-gone"],
    ["completed", "continued", "not-stopped"],
    ["completed", "items-expired", "items-gone"],
    ["completed-with-errors", "undo-asked", "items-gone"],
    ["completed-with-errors", "continued", "items-gone"],
    ["completed-with-errors", "items-expired", "items-gone"],
    ["undone", "undo-asked", "already-undone"],
    ["undone", "continued", "not-stopped"],
    ["undone", "items-expired", "items-gone"],
  ];
  const others = Object.keys(events).filter((type) => gone.every(([, named]) => named !== type)) as CaseEventType[];

  it.each(gone)("%s, %s: %s", (status, type, code) => {
    const made = transition({ ...inStatus(status), itemsGoneAt: 8 }, { ...events[type], at: longAfter });
    expect(made).toEqual({ status: "refused", code });
  });

  it.each(others)("%s: as before", (type) => {
    for (const status of ended) {
      const made = transition({ ...inStatus(status), itemsGoneAt: 8 }, { ...events[type], at: longAfter });
      expect(made.status === "refused" ? `${made.code}!` : made.status).toBe(table[type][status]);
    }
  });
});

describe("items", () => {
  const dayMs = 24 * 3_600_000;
  const expire = (handoff: CaseHandoff, at: number) => transition(handoff, { type: "items-expired", at });
  const kept = { status: "refused", code: "items-kept" };

  it("are kept for as long as was chosen, counted from the end", () => {
    const done: CaseHandoff = { ...inStatus("completed"), choices: { ...startingChoices, keptDays: 2 } };
    expect(expire(done, 3 + 2 * dayMs - 1)).toEqual(kept);
    expect(expire(done, 3 + 2 * dayMs)).toMatchObject({ handoff: { status: "completed", itemsGoneAt: 3 + 2 * dayMs } });
  });

  it("of a temporary one are kept until it has gone back, and then as long as those of any other", () => {
    const temporary: CaseHandoff = { ...inStatus("completed"), choices: { ...startingChoices, returnAt: 5 * dayMs } };
    expect(expire(temporary, 999 * dayMs)).toEqual(kept);
    const undo = { by: "ann", at: 5 * dayMs, cause: "date", isForced: false } as const;
    const back: CaseHandoff = { ...temporary, status: "undone", undo, endedAt: 5 * dayMs };
    expect(expire(back, 95 * dayMs - 1)).toEqual(kept);
    expect(expire(back, 95 * dayMs)).toMatchObject({ status: "applied" });
  });
});

describe("a plan", () => {
  it("whose date of return has passed is not started: it would go back at once", () => {
    const verified: CaseHandoff = { ...inStatus("verified"), choices: { ...startingChoices, returnAt: 9 } };
    const start = (at: number) => transition(verified, { type: "started", by: "ann", hash: "seen", at });
    expect(start(9)).toEqual({ status: "refused", code: "date-has-passed" });
    expect(start(8)).toMatchObject({ handoff: { status: "running" } });
  });

  it("is not the one that is started when somebody has verified another one since", () => {
    const made = transition(inStatus("verified"), { type: "started", by: "ann", hash: "other", at: 9 });
    expect(made).toEqual({ status: "refused", code: "plan-changed" });
  });

  it("is taken away by an edit, and its items are remembered to be cleared away", () => {
    const made = transition(inStatus("verified"), { ...events.edited, at: 9 });
    expect(made).toMatchObject({ handoff: { plan: null, counts: {}, oldPlans: ["plan-1"] } });
  });
});

describe("what nobody goes on with", () => {
  const dayMs = 24 * 3_600_000;

  it("is a plan for seven days after it was verified, and a draft from then on", () => {
    const expire = (at: number, planId = "plan-1") =>
      transition(inStatus("verified"), { type: "plan-expired", planId, at });
    expect(expire(1 + 7 * dayMs - 1)).toEqual({ status: "refused", code: "items-kept" });
    expect(expire(1 + 7 * dayMs, "plan-0")).toEqual({ status: "refused", code: "plan-changed" });
    const draft = { status: "draft", plan: null, counts: {}, oldPlans: ["plan-1"] };
    expect(expire(1 + 7 * dayMs)).toMatchObject({ handoff: draft });
  });

  it.each([
    ["out", "completed-with-errors"],
    ["back", "undone"],
  ] as const)("ends when it was stopped on its way %s and its items were kept long enough: %s", (direction, status) => {
    const before = inStatus("stopped");
    const choices = { ...startingChoices, keptDays: 2 };
    const stopped: CaseHandoff = { ...before, choices, run: { ...before.run, direction } };
    const giveUp = (at: number) => transition(stopped, { type: "given-up", at });
    expect(giveUp(3 + 2 * dayMs - 1)).toEqual({ status: "refused", code: "items-kept" });
    expect(giveUp(3 + 2 * dayMs)).toMatchObject({ handoff: { status, endedAt: 3 + 2 * dayMs } });
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
