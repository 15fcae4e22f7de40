import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { readConfig } from "../../src/entry/config.ts";
import { openStore } from "../../src/entry/node/open-store.ts";
import { startTestEngine, type TestEngine } from "../support/engine.ts";
import { startServer } from "../support/server.ts";
import { runCli } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Each command is a process that loads all of Baton. */
const timeout = 90_000;
const token = "t".repeat(24);

const script = `name: A greeting of our own
locale: en
policy: a folder that only its author has
steps:
  - customer: I want to talk to a person
  - expect: { lastText: "Hold on, please." }
`;

const greeting = {
  moment: "handoff.confirmation",
  scope: { rule: null, channel: null, team: null, reason: null, hours: null },
  isMuted: false,
  byLocale: { en: "Hold on, please." },
};

/** On the data that commands find there. */
async function engineOn(cwd: string): Promise<TestEngine> {
  const read = readConfig({ BATON_DATA_DIR: cwd });
  if (read.status === "invalid") throw new Error("The settings of this test are wrong.");
  const opening = await openStore(read.config);
  if (opening.status === "refused") throw new Error(opening.problems.join(" "));
  return startTestEngine({ store: opening.opened });
}

it("plays a script on a draft of a running server, and on what is in force there", { timeout }, async () => {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, "script.yaml"), script);
  const server = await startServer({ env: { BATON_ADMIN_TOKEN: token } });
  onTestFinished(async () => void (await server.stop()));
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const body = JSON.stringify({ name: "Greeting", changes: { "texts/greeting": { id: "greeting", ...greeting } } });
  const created = await fetch(`${server.url}/api/v1/settings/drafts`, { method: "POST", headers, body });
  const { id } = (await created.json()) as { id: string };
  const simulate = (...words: string[]) =>
    runCli(["simulate", ...words, "script.yaml"], { cwd, env: { BATON_URL: server.url, BATON_TOKEN: token } });
  const [onDraft, inForce, unknown] = await Promise.all([
    simulate("--draft", id, "--trace"),
    simulate("--in-force", "--json"),
    simulate("--draft", "drf_none"),
  ]);
  expect(onDraft.stdout).toContain("all 1 expectations hold");
  expect(onDraft.stdout).toContain("Asks for a person (request): matched");
  expect(JSON.parse(inForce.stdout)).toMatchObject({ status: "failed", simulations: [{ failed: 1, draftId: null }] });
  expect(unknown.stderr).toContain("There is no draft with this id");
  expect([onDraft.status, inForce.status, unknown.status]).toEqual([0, 1, 1]);
});

it("plays it here with the draft's settings where no server can", { timeout }, async () => {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, "script.yaml"), script);
  await runCli(["settings", "pull", "leads"], { cwd });
  await mkdir(join(cwd, "leads/texts"), { recursive: true });
  await writeFile(join(cwd, "leads/texts/greeting.yaml"), JSON.stringify(greeting));
  const pushed = await runCli(["settings", "push", "leads", "--json"], { cwd });
  const { draftId } = JSON.parse(pushed.stdout);
  const played = await runCli(["simulate", "--draft", draftId, "script.yaml"], { cwd });
  expect([played.status, played.stdout]).toEqual([0, expect.stringContaining("all 1 expectations hold")]);
  expect((await runCli(["simulate", "--in-force", "script.yaml"], { cwd })).status).toBe(1);
});

it("does not understand a script without settings to choose between, or none at all", { timeout }, async () => {
  const cwd = await temporaryFolder();
  const runs = await Promise.all(
    [
      ["simulate"],
      ["simulate", "--draft", "x", "--in-force", "script.yaml"],
      ["backtest"],
      ["backtest", "leads", "--draft", "x"],
      ["backtest", "leads", "--since", "yesterday"],
    ].map((words) => runCli(words, { cwd })),
  );
  expect(runs.map(({ status }) => status)).toEqual([2, 2, 2, 2, 2]);
});

it("tests a folder on the conversations there have been, as a table or as one JSON value", { timeout }, async () => {
  const cwd = await temporaryFolder();
  const engine = await engineOn(cwd);
  await engine.write("one", "Where is my parcel?");
  await engine.write("two", "I want to talk to a person");
  await engine.pass(1_000);
  await engine.close();
  await runCli(["settings", "pull", "leads"], { cwd });
  await rm(join(cwd, "leads/rules/request.yaml"));
  const detection = join(cwd, "leads/detection.yaml");
  await writeFile(
    detection,
    (await readFile(detection, "utf8")).replace("explicit-request: handoff", "explicit-request: offer"),
  );
  const table = await runCli(["backtest", "leads"], { cwd });
  expect(table.status, table.stderr).toBe(0);
  expect(table.stdout).toMatch(/2 engagements in 2 conversations\./);
  expect(table.stdout).toMatch(/handed over +1 +0 +-1\n/);
  expect(table.stdout).toMatch(/offered a person +0 +1 +\+1\n/);
  expect(table.stdout).toMatch(/1 × was handed over, becomes offered a person\n {2}con_\S+, message 1\n/);
  const json = await runCli(["backtest", "leads", "--limit", "1", "--json"], { cwd });
  expect(JSON.parse(json.stdout)).toMatchObject({ status: "ended", limit: 1, result: { isCut: true } });
  const none = await runCli(["backtest", "leads", "--since", "2030-01-01"], { cwd });
  expect(none.stdout).toContain("Nothing goes another way.");
  const drafts = await runCli(["backtest", "--draft", "drf_none"], { cwd });
  expect([drafts.status, drafts.stderr]).toEqual([1, expect.stringContaining("There is no draft with this id")]);
  const after = await engineOn(cwd);
  const left = await after.engine.settings.drafts.list({ limit: 10, cursor: null });
  await after.close();
  expect(left.items).toEqual([]);
});
