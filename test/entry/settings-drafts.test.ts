import { expect, it, vi } from "vitest";
import { settings } from "../../src/entry/cli/settings/settings.ts";
import { leadsFolder } from "./settings-folder.ts";
import { temporaryFolder } from "./temporary-folder.ts";

it("throws away what was pushed and not published, and says of each what became of it", async () => {
  const environment = { BATON_DATA_DIR: await temporaryFolder() };
  const run = async (...words: string[]) => {
    const lines: string[] = [];
    const take = (line: unknown) => void lines.push(String(line));
    vi.spyOn(console, "log").mockImplementation(take);
    vi.spyOn(console, "error").mockImplementation(take);
    const status = await settings({ words, environment, isJson: words.includes("--json") });
    vi.restoreAllMocks();
    return { status, lines };
  };
  const folder = await leadsFolder();
  await run("pull", folder.path);
  await folder.edit("company.yaml", 'name: ""', "name: Shop");
  const pushed = await run("push", folder.path, "--note", "Our name");
  const id = /Draft (\S+) changes company\. To throw it away: baton settings discard \1$/.exec(
    pushed.lines.at(-1) ?? "",
  )?.[1];
  expect([pushed.status, id]).toEqual([0, expect.any(String)]);
  expect((await run("drafts")).lines).toEqual([expect.stringMatching(`^${id}  \\S+  admin  Our name: company$`)]);
  const discarded = await run("discard", id ?? "", "none");
  expect(discarded).toEqual({
    status: 1,
    lines: [`${id} is discarded.`, "none: There is no draft with this id."],
  });
  expect(await run("drafts")).toEqual({ status: 0, lines: ["No drafts."] });
}, 60_000);
