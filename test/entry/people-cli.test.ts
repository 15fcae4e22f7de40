import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { secretText } from "../adapters/kit/secrets.ts";
import { runCli } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

it("adds, changes, lists and imports agents, and names what is wrong with a line", async () => {
  const cwd = await temporaryFolder();
  const agents = (...words: string[]) => runCli(["agents", ...words], { cwd });
  const added = await agents("add", "kim", "--name", "Kim", "--skills", "refunds=4,tax=2", "--teams", "support");
  expect([added.status, added.stdout.trim()]).toEqual([
    0,
    "kim: Kim, agent, away, open 0, idle 0, offered 0, capacity 5, support",
  ]);
  const set = await agents("set", "kim", "--presence", "busy", "--teams", "none");
  expect([set.status, set.stderr]).toEqual([1, expect.stringContaining('teams names team "none"')]);
  const file = "id,name,role,skills,capacity\nkim,,lead,refunds=5;tax=3,7\nlee,Lee,,,\nmo,Mo,boss,,\nno,No,,,many\n";
  await writeFile(join(cwd, "agents.csv"), file);
  const imported = await agents("import", "agents.csv");
  expect(imported.status).toBe(1);
  expect(imported.stdout.trim().split("\n")).toEqual([
    "line 2: changed",
    "line 3: added",
    expect.stringMatching(/^line 4: role must be one of/),
    "line 5: capacity must be a whole number.",
  ]);
  const listed = await agents("list", "--role", "lead", "--json");
  expect(JSON.parse(listed.stdout)).toMatchObject([{ id: "kim", skills: { refunds: 5, tax: 3 }, capacity: 7 }]);
}, 60_000);

it("imports customers, and says what became of each line", async () => {
  const cwd = await temporaryFolder();
  const env = { API_SECRET: secretText, API_REPLY_URL: "http://shop.test/in" };
  const file = "channel,address,name,property:plan\nmain.api,ada,Ada,gold\nelse,ben,Ben,\n";
  await writeFile(join(cwd, "customers.csv"), file);
  const imported = await runCli(["customers", "import", "customers.csv"], { cwd, env });
  expect(imported.stdout.trim().split("\n")).toEqual([
    "1 new, 0 changed, 0 as they were, 1 refused",
    "line 3: channel names none that is configured.",
  ]);
  expect(imported.status).toBe(1);
}, 60_000);
