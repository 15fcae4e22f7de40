import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { calendarOf } from "../core/hours/calendars.ts";
import { runCli } from "./run-cli.ts";
import { reach } from "./settings-folder.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Far from any day on which this may run, whatever the clock says. */
const events = [
  ["DTSTART;VALUE=DATE:20201225", "RRULE:FREQ=YEARLY", "SUMMARY:Christmas"],
  ["DTSTART;VALUE=DATE:20200101", "SUMMARY:Long ago"],
] as const;
let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder();
  await writeFile(join(folder, "holidays.ics"), calendarOf(...events));
});

const imported = (...words: readonly string[]) => runCli(["settings", "import-calendar", ...words], { cwd: folder });

describe("baton settings import-calendar", () => {
  it("makes a draft of the holidays and says what is in it and what is not", async () => {
    const { status, stdout } = await imported("holidays.ics", "--hours", "always");
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^added {4}\d{4}-12-25 {2}closed {2}Christmas\n/)]);
    expect(stdout).toContain(
      "left out holidays.ics:8: Long ago: outside-period\n2 added, 0 changed, 0 removed, 0 as they were.\n",
    );
    expect(stdout).toMatch(/Draft \S+ has them; nothing is in force yet\.\n$/);
  });

  it("goes on in a draft there is, for machines, too", async () => {
    const first = JSON.parse((await imported("holidays.ics", "--hours", "always", "--json")).stdout);
    expect(first).toMatchObject({ status: "drafted", added: [{ name: "Christmas" }, {}], leftOutCount: 1 });
    const { stdout } = await imported(
      "holidays.ics",
      "--hours",
      "always",
      "--draft",
      first.draftId,
      "--replace",
      "--json",
    );
    expect(JSON.parse(stdout)).toMatchObject({ draftId: first.draftId, added: [], unchanged: 2 });
  });

  it("prints the hours as a file of a settings folder, and changes nothing", async () => {
    const { status, stdout, stderr } = await imported("holidays.ics", "--hours", "always", "--print");
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^name: Always open\n[\s\S]*name: Christmas\n[\s\S]*isHoliday: true/),
    ]);
    expect(stderr).toBe("left out holidays.ics:8: Long ago: outside-period\n");
  });

  it("names the file and line of what is wrong, and leaves no draft behind", async () => {
    await writeFile(join(folder, "broken.ics"), calendarOf(["DTSTART:soon"]));
    for (const words of [["--print"], []]) {
      const { status, stderr } = await imported("broken.ics", "--hours", "always", ...words);
      expect([status, stderr]).toEqual([1, expect.stringContaining("  - broken.ics:4: DTSTART is no day")]);
    }
    const client = await reach({ BATON_DATA_DIR: folder });
    const drafts = await client.call("GET", "/drafts", { answer: z.object({ items: z.array(z.unknown()) }) });
    expect(drafts).toEqual({ status: "answered", value: { items: [] } });
  });

  it("says what there is not", async () => {
    const { stderr } = await imported("gone.ics", "--hours", "always");
    expect(stderr).toContain("gone.ics cannot be read.");
    expect((await imported("holidays.ics", "--hours", "constructor", "--print")).stderr).toContain(
      "There are no hours",
    );
  });

  it("is not understood without hours, or with a draft to print", async () => {
    expect((await imported("holidays.ics")).status).toBe(2);
    expect((await imported("holidays.ics", "--hours", "always", "--print", "--draft", "d")).status).toBe(2);
  });
});
