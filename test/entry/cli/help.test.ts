import { describe, expect, it } from "vitest";
import { help, helpOf } from "../../../src/entry/cli/help.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { runHere } from "./served-baton.ts";

const lines = [
  ...["wallboard", "conversations list", "conversations show", "conversations assign", "conversations release"],
  ...["conversations hand-over", "requests list", "requests withdraw", "agents list", "agents add", "agents set"],
  ...["keys list", "keys add", "keys revoke"],
  ...["agents presence", "handoff-cases plan", "handoff-cases start", "handoff-cases undo", "tasks list"],
  ...["tasks export", "tasks done", "ratings list", "ratings export", "report", "export", "settings pull"],
  ...["settings import-calendar", "webhooks list", "webhooks add", "webhooks rotate", "webhooks test"],
  ...[
    "webhooks enable",
    "webhooks disable",
    "webhooks remove",
    "dead-letters list",
    "dead-letters retry",
    "simulate",
    "backtest",
    "eval",
  ],
];

describe("baton help", () => {
  it.each(lines)("knows every option of %s", async (line) => {
    const [name = "", ...words] = line.split(" ");
    const environment = { BATON_DATA_DIR: await temporaryFolder() };
    const { status, stderr } = await runHere([name, ...words, "--strange"], environment);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/no option --strange|no options/)]);
    const options = stderr.match(/--[a-z-]+/g)?.filter((option) => option !== "--strange") ?? [];
    const part = helpOf(name) ?? "";
    expect(options.filter((option) => !part.includes(option))).toEqual([]);
  });

  it("prints one command's part, by either word, and the whole without one", async () => {
    const said = (...words: string[]) => runHere(words, {});
    const whole = await said("help");
    expect([whole.status, whole.stdout]).toEqual([0, `${help}\n`]);
    expect((await said("--help")).stdout).toBe(`${help}\n`);
    for (const part of [await said("help", "ratings"), await said("ratings", "list", "--help")]) {
      expect([part.status, part.stdout]).toEqual([0, `${helpOf("ratings")}\n`]);
      expect(whole.stdout).toContain(part.stdout);
    }
    expect((await said("check", "--help")).stdout).toBe(`${helpOf("check")}\n`);
    const strange = await said("help", "dance");
    expect([strange.status, strange.stderr.split("\n")[0]]).toEqual([2, "There is no command dance."]);
  });
});
