import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { main } from "../../src/entry/cli/main.ts";
import { isCommaSeparated } from "../../src/entry/eval/comma-separated.ts";
import { temporaryFolder } from "./temporary-folder.ts";

afterEach(() => void vi.restoreAllMocks());

/** `baton …` in this process, on data of its own. */
async function run(words: readonly string[]) {
  const told = { stdout: "", stderr: "" };
  const take = (name: keyof typeof told) => (chunk: unknown) => {
    told[name] += `${String(chunk)}\n`;
    return true;
  };
  vi.spyOn(console, "log").mockImplementation(take("stdout"));
  vi.spyOn(console, "error").mockImplementation(take("stderr"));
  vi.spyOn(process.stdout, "write").mockImplementation(take("stdout"));
  const status = await main(words, { BATON_DATA_DIR: await temporaryFolder() });
  vi.restoreAllMocks();
  return { status, ...told };
}

describe("a word or an option that cannot be", () => {
  it.each([
    ["tasks begin", 'baton tasks must be list, export or done, not "begin".'],
    ["tasks list --status late", '--status must be open, done or cancelled, not "late".'],
    ["tasks export --status late", '--status must be open, done or cancelled, not "late".'],
    ["tasks list --owner", "--owner needs a value after it."],
    ["tasks list --csv=1", "--csv takes no value."],
    ["tasks done --what", "There is no option --what. There are --note, --agent."],
    ["tasks done", "Name one follow-up: baton tasks done ID."],
    ["agents dance", 'baton agents must be list, add, set, presence or import, not "dance".'],
    ["agents list --role boss", '--role must be admin, lead or agent, not "boss".'],
    ["agents set kim --presence gone", '--presence must be available, busy, away or offline, not "gone".'],
    ["agents add kim --capacity many", '--capacity must be a whole number, not "many".'],
    ["agents add kim --skills tax=9", '--skills must look like refunds=4,tax=2, with levels from 1 to 5, not "tax=9".'],
    ["report mood", /^The name of a report must be overview, .* or quality, not "mood"\.$/],
    ["report --tz Mars/Base", '--tz must be a time zone, such as Europe/Berlin, not "Mars/Base".'],
    ["report --from soon", /^--from must be a day, as 2026-11-01, or an instant, .*, not "soon"\.$/],
    ["report --within 0", '--within must be a whole number of seconds from 1 to 604800, not "0".'],
    ["report queue ownership", "One report at a time: queue, and then ownership."],
    ["export --table people", '--table must be handoffs, engagements or requests, not "people".'],
    ["export --to soon", /^--to must be a day, .*, not "soon"\.$/],
    ["export --from 2026-11-20 --to 2026-11-19", '--from must be before --to, not "2026-11-20".'],
    ["export handoffs", 'An export has options only, and no "handoffs".'],
    ["backtest --draft d --limit many", '--limit must be a whole number from 1 to 10000, not "many".'],
    ["backtest --draft d --limit 0", '--limit must be a whole number from 1 to 10000, not "0".'],
    ["backtest --draft d --since soon", /^--since must be a day, .*, not "soon"\.$/],
    ["backtest --draft d folder", "One thing at a time: --draft, folder."],
    ["simulate a.yaml --draft d --in-force", "--draft and --in-force are two settings: give one of them."],
    ["simulate a.yaml --loud", "There is no option --loud. There are --trace, --draft, --in-force."],
    ["settings shove x", /^baton settings must be pull, diff, push, .*, not "shove"\.$/],
    ["settings pull x --publish", "--publish and --note are of baton settings push; pull changes nothing there."],
    ["settings discard", /^Name the drafts to throw away/],
    ["settings import-calendar a.ics", "--hours must name the hours that get the closed days."],
    ["settings import-calendar a.ics --hours h --draft d --print", /^--print changes no draft/],
    ["eval a.tsv --loud", "There is no option --loud. There are --errors."],
    ["eval - -", "Standard input (-) can be read once."],
  ])("baton %s: is named in one line, with what there is", async (line, expected) => {
    const { status, stdout, stderr } = await run(line.split(" "));
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.trimEnd()).toEqual(typeof expected === "string" ? expected : expect.stringMatching(expected));
  });

  it("is one JSON value where a machine asks", async () => {
    const { status, stdout, stderr } = await run(["tasks", "list", "--status", "late", "--json"]);
    expect([status, stderr]).toEqual([2, ""]);
    const problems = ['--status must be open, done or cancelled, not "late".'];
    expect(JSON.parse(stdout)).toEqual({ status: "refused", problems });
  });

  it("that only the server knows is named by the option that was written", async () => {
    const { status, stderr } = await run(["report", "queue", "--by", "mood"]);
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/- --by must be one or two of channel, .*, not "mood"\./),
    ]);
  });

  it("of a command that has no options is named above the help", async () => {
    const { status, stderr } = await run(["check", "--loud"]);
    expect([status, stderr.split("\n")[0]]).toEqual([2, "There is no option --loud. There are --json, --help."]);
  });
});

describe("sentences with commas between their columns", () => {
  it.each([
    ["sentences.csv", "text,language,label\nWhere is my parcel?,en,none\n"],
    ["sentences.csv", "text;language;label\n"],
    ["sentences.csv", '"I want a person, now",en\n'],
    ["sentences.txt", '\uFEFF"text","language","label"\n'],
  ])("in %s as %j are not scored as what nobody said", async (name, content) => {
    const file = join(await temporaryFolder(), name);
    await writeFile(file, content);
    const { status, stderr } = await run(["eval", file]);
    const said = `${file} has commas or semicolons between its columns. Save it with tabs between: text, language, label, note.`;
    expect([status, stderr.trimEnd()]).toEqual([2, said]);
  });

  it.each([
    ["sentences.csv", "text\tlanguage\nWhere is my parcel, please?\ten\n"],
    ["sentences.csv", "Where is my parcel?\n"],
    ["sentences.txt", "Hello, where is my parcel?\n"],
  ])("are not what %s holds with %j", async (name, content) => {
    const file = join(await temporaryFolder(), name);
    await writeFile(file, content);
    expect(await isCommaSeparated(file)).toBe(false);
  });
});
