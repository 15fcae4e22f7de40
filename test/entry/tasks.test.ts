import { expect, it } from "vitest";
import { reachServer } from "../../src/entry/cli/reach/reach-server.ts";
import { task } from "../../src/protocol/tasks.ts";
import { runCli } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A follow-up in the data of this folder. */
async function added(folder: string, title: string): Promise<string> {
  const server = await reachServer({ BATON_DATA_DIR: folder }, { isStill: true });
  if (server.status === "unreachable") throw new Error(server.problems.join(" "));
  const { client, close } = server.reached;
  const body = { title, kind: "note", teamId: "support", dueAt: new Date(Date.now() + 3_600_000).toISOString() };
  const answer = await client.call("POST", "/api/v1/tasks", { body, answer: task });
  await close();
  if (answer.status === "refused") throw new Error(JSON.stringify(answer.problems));
  return answer.value.id;
}

it("lists what is open, for people, machines and spreadsheets, and says that something is done", async () => {
  const folder = await temporaryFolder();
  const run = (...words: string[]) => runCli(["tasks", ...words], { cwd: folder });
  const id = await added(folder, '=HYPERLINK("http://evil.example")');
  const listed = await run("list");
  expect(listed.stdout).toMatch(/^tsk_\S+ {2}due \S+ {2}anybody of support {2}=HYPERLINK/);
  const sheet = await run("list", "--csv", "--team", "support");
  expect(sheet.stdout.split("\r\n")[0]).toBe("id,status,due,overdue,owner,team,kind,title,conversation");
  expect(sheet.stdout).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  const [names, exported] = (await run("export", "--team", "support", "--kind", "note")).stdout.split("\r\n");
  expect(names).toMatch(/^id,status,kind,title,cause,ownerId,teamId,/);
  expect(exported).toContain(`${id},open,note,"'=HYPERLINK(""http://evil.example"")",agent,,support,`);
  expect((await run("export", "--kind", "call-back")).stdout.trimEnd()).toBe(names);
  expect(JSON.parse((await run("list", "--overdue", "--json")).stdout)).toEqual([]);
  const done = await run("done", id, "--note", "Called.", "--json");
  expect(JSON.parse(done.stdout)).toMatchObject({ id, status: "done", note: "Called." });
  const again = await run("done", id);
  expect([again.status, again.stdout, again.stderr]).toEqual([
    1,
    "",
    expect.stringMatching(`- ${id} was done already at \\S+, by key:admin\\.`),
  ]);
  expect((await run("list")).stdout).toBe("None.\n");
  const slip = await run("list", "--team", "nosuch", "--json");
  expect([slip.status, JSON.parse(slip.stdout)]).toEqual([
    1,
    { status: "refused", problems: [expect.stringContaining("nosuch")] },
  ]);
  expect((await run("list", "--status", "done")).stdout).toContain("  done  ");
}, 60_000);

it("says what is wrong, and does not guess", async () => {
  const folder = await temporaryFolder();
  const run = (...words: string[]) => runCli(["tasks", ...words], { cwd: folder });
  const missing = await run("done", "tsk_none");
  expect([missing.status, missing.stderr]).toEqual([1, expect.stringContaining("no follow-up")]);
  for (const words of [["begin"], ["done"], ["list", "--what"]]) expect((await run(...words)).status).toBe(2);
});
