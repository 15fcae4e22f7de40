import { expect, it } from "vitest";
import { printPlan, printProgress } from "../../src/entry/cli/handling/case-table.ts";
import type { CaseHandoffBody } from "../../src/protocol/case-handoffs.ts";

const counts = { pending: 0, moved: 0, "skipped-changed": 0, failed: 0, returned: 0, "left-alone": 0 };

function ended(status: CaseHandoffBody["status"], leaving: "left" | "holds") {
  return {
    ...{ id: "cho_1", subjectId: "lea", status, counts, settings: null, remaining: null, itemsGoneAt: null },
    leaving: { status: leaving, at: null, count: null },
  };
}

it.each([
  ["completed", "left", "they work here no more"],
  ["completed-with-errors", "holds", "something is still theirs"],
  ["undone", "left", "they work here again"],
  ["undoing", "left", "they work here again"],
] as const)("of a case handoff that is %s and whose subject %s, it says that %s", (status, leaving, words) => {
  expect(printProgress(ended(status, leaving), [])).toContain(`leaving: ${words}`);
});

it("says of what nobody has room for where it waits", () => {
  const shares = [{ agentId: null, count: 3 }];
  const modules = [{ id: "conversations", shares, overflow: { type: "team", id: "billing" } }];
  const names = { places: [], substituteOf: [], changedParts: [] };
  const plan = { total: 3, hash: "h", modules, names, warnings: [] };
  expect(printPlan({ id: "cho_1", subjectId: "lea", plan } as unknown as CaseHandoffBody)).toContain(
    "conversations: 3 to nobody: no room (waits where it came from, else with team billing)",
  );
});
