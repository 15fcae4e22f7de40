import { expect, it } from "vitest";
import { describeDraft } from "../../../src/entry/cli/settings/draft-text.ts";

const at = "2026-11-21T22:00:00.000Z";
const draft = {
  ...{ id: "drf_1", name: "Hours", note: "", author: "key:key_1", createdAt: at, updatedBy: "key:key_1" },
  ...{ updatedAt: at, revision: 1, baseVersion: 4, parts: ["company", "hours/office"], schedule: null, failure: null },
};
const nameAuthor = (author: string) => (author === "key:key_1" ? `${author} (press, of lea)` : author);
const failure = { at, problems: [], conflicts: [] };

it("says who began a draft, and for when somebody set it", () => {
  const schedule = { at: "2026-12-01T06:00:00.000Z", by: "admin", note: "" };
  expect(describeDraft({ ...draft, schedule }, nameAuthor)).toBe(
    `drf_1  ${at}  key:key_1 (press, of lea)  Hours: company, hours/office, to be published at 2026-12-01T06:00:00.000Z (as admin said)`,
  );
});

it.each([
  [
    { ...failure, because: "conflict" as const, conflicts: ["company"] },
    "somebody else had published company meanwhile",
  ],
  [{ ...failure, because: "unchanged" as const }, "it changed nothing any more"],
  [
    {
      ...{ ...failure, because: "invalid" as const },
      problems: [
        { part: "hours/office", path: "week", code: "x", message: "No day is open.", severity: "error" as const },
      ],
    },
    "hours/office week: No day is open.",
  ],
])("says why one was not published when its time came (%#)", (failed, why) => {
  const [, second] = describeDraft({ ...draft, failure: failed }, nameAuthor).split("\n");
  expect(second).toBe(`  NOT PUBLISHED at ${at}: ${why}`);
});
