import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "../temporary-folder.ts";
import { runHere, type ServedBaton, startServedBaton } from "./served-baton.ts";

const command = resolve(import.meta.dirname, "../../../src/entry/cli.ts");
let baton: ServedBaton;

beforeAll(async () => {
  baton = await startServedBaton();
  await baton.run("agents", "add", "kim", "--name", "Kim", "--presence", "busy");
  await baton.write("ada");
});
afterAll(async () => void (await baton.server.stop()));

it("says how it stands, for people and machines", async () => {
  const { status, stdout } = await baton.run("wallboard");
  expect(status).toBe(0);
  expect(stdout).toMatch(/waiting +1 in queues, 0 urgent, 0 high, the longest for \d+ s, 0 elsewhere/);
  expect(stdout).toMatch(/people +0 available \(0 with room\), 1 busy, 0 away, 0 offline/);
  expect(stdout).toMatch(/^chat +1 +0 +0 +1 +0 +\d+ s +0$/m);
  expect(stdout).toMatch(/^kim +busy +0 +0 +0$/m);
  expect(await baton.json("wallboard")).toMatchObject({ waiting: { count: 1 }, people: { busy: 1 } });
});

it("says it again when it has changed, until it is ended", async () => {
  const env = { PATH: process.env.PATH ?? "", ...baton.environment };
  const child = spawn(process.execPath, [command, "wallboard", "--watch", "--json"], {
    ...{ cwd: await temporaryFolder(), env },
    stdio: ["ignore", "pipe", "ignore"],
  });
  const exited = once(child, "exit");
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await lines.next()).value ?? "null");
  expect(await next()).toMatchObject({ people: { busy: 1, away: 0 } });
  await baton.run("agents", "presence", "kim", "away");
  expect(await next()).toMatchObject({ people: { busy: 0, away: 1 } });
  child.kill("SIGINT");
  expect(await exited).toEqual([0, null]);
});

it("follows nothing where no server runs or the key may not", async () => {
  const none = await runHere(["wallboard", "--watch"], { BATON_DATA_DIR: await temporaryFolder() });
  expect([none.status, none.stderr]).toEqual([1, expect.stringContaining("--watch follows a server, and none runs.")]);
  const { BATON_URL = "" } = baton.environment;
  const strange = await runHere(["wallboard", "--watch"], { BATON_URL, BATON_TOKEN: "no-key" });
  expect([strange.status, strange.stderr]).toEqual([1, expect.stringMatching(/key/)]);
  const gone = await runHere(["wallboard", "--watch"], { BATON_URL: "http://127.0.0.1:9", BATON_TOKEN: "no-key" });
  expect([gone.status, gone.stderr]).toEqual([1, expect.stringContaining("does not answer")]);
});

it("names the scopes where a server wants a key", async () => {
  const { BATON_URL = "" } = baton.environment;
  const { status, stderr } = await runHere(["wallboard"], { BATON_URL });
  expect([status, stderr]).toEqual([1, expect.stringContaining("the scopes reports:read and feed:read")]);
});
