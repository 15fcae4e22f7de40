import { describe, expect, it } from "vitest";
import { readChoices } from "../../src/entry/cli/handling/case-choices.ts";
import { runCli } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const choices = (...words: string[]) => readChoices(words);

describe("baton handoff-cases plan", () => {
  it("understands whom everything goes to", () => {
    expect(choices("lea", "--to", "kim")).toMatchObject({
      ...{ subjectId: "lea", method: "one-person", target: { type: "employee", id: "kim" } },
    });
    expect(choices("lea", "--to", "head")?.target).toEqual({ type: "head", id: null });
    expect(choices("lea", "--to", "head:hana")?.target).toEqual({ type: "head", id: "hana" });
    const department = { type: "department", id: "billing", strategy: "least-loaded" };
    expect(choices("lea", "--to", "department:billing:least-loaded")?.target).toEqual(department);
  });

  it("understands a target for each module, and modules that are left out", () => {
    const read = choices("lea", "--module", "crm=head", "--module", "memberships=off", "--leave", "--replace", "kim");
    expect(read).toMatchObject({ method: "by-module", target: null, leaves: true, replacementId: "kim" });
    expect(read?.modules).toEqual({
      crm: { isEnabled: true, target: { type: "head", id: null } },
      memberships: { isEnabled: false, target: null },
    });
  });

  it("understands how long items are kept, and that it is ninety days by itself", () => {
    expect(choices("lea", "--to", "kim", "--keep-days", "14")?.keptDays).toBe(14);
    expect(choices("lea", "--to", "kim")?.keptDays).toBe(90);
  });

  it.each([
    [["lea", "--to", "kim", "--keep-days", "long"]],
    [[]],
    [["lea", "ben"]],
    [["lea", "--to", "department:"]],
    [["lea", "--to", "department:billing:best"]],
    [["lea", "--module", "crm"]],
    [["lea", "--return-at", "soon"]],
    [["lea", "--when-full", "drop"]],
    [["lea", "--unknown"]],
  ])("does not guess: %j", (words) => {
    expect(readChoices(words)).toBe(null);
  });
});

describe("the command", () => {
  it("says what is wrong, in words and for machines, and with its exit status", async () => {
    const folder = await temporaryFolder();
    const run = (...words: string[]) => runCli(["handoff-cases", ...words], { cwd: folder });
    const unknown = await run("plan", "nobody", "--to", "kim");
    expect([unknown.status, unknown.stderr]).toEqual([1, expect.stringContaining("agent")]);
    const missing = await run("status", "cho_none", "--json");
    expect(missing.status).toBe(1);
    expect(JSON.parse(missing.stdout)).toMatchObject({ problems: ["There is no case handoff with this id."] });
    expect((await run("begin")).status).toBe(2);
  });
});
