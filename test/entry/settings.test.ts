import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { starterSettings } from "../../src/core/settings/starter.ts";
import { startServer } from "../support/server.ts";
import { startOutside } from "./outside.ts";
import { runCli } from "./run-cli.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Each command is a process that loads all of Baton. */
const timeout = 60_000;

it("pulls, compares and pushes the data of a server that does not run, and exits as it came out", {
  timeout,
}, async () => {
  const cwd = await temporaryFolder();
  const settings = (...words: string[]) => runCli(["settings", ...words], { cwd });
  expect(await settings("pull", "leads")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("written  company.yaml"),
  });
  const company = join(cwd, "leads/company.yaml");
  await writeFile(company, (await readFile(company, "utf8")).replace('name: ""', "name: Northwind # as on the sign"));
  const different = await settings("diff", "leads");
  expect(different).toMatchObject({ status: 1, stdout: expect.stringContaining('name: "" → "Northwind"') });
  const pushed = await settings("push", "leads", "--publish", "--note", "our name", "--json");
  expect([pushed.status, JSON.parse(pushed.stdout)]).toEqual([
    0,
    { status: "published", version: 1, base: 0, parts: ["company"] },
  ]);
  expect(await settings("diff", "leads")).toMatchObject({ status: 0 });
});

it("compares a folder with the version it was taken from, as a push does, and says that others have published", {
  timeout,
}, async () => {
  const cwd = await temporaryFolder();
  const settings = (...words: string[]) => runCli(["settings", ...words], { cwd });
  await settings("pull", "mine");
  await settings("pull", "theirs");
  const offer = "moment: handoff.offer\nscope: { rule: null, channel: null, team: null, reason: null, hours: null }\n";
  await mkdir(join(cwd, "theirs/texts"));
  await writeFile(join(cwd, "theirs/texts/hi.yaml"), `${offer}isMuted: false\nbyLocale: { en: Hi }\n`);
  expect(await settings("push", "theirs", "--publish")).toMatchObject({ status: 0 });
  expect(await settings("diff", "mine")).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(
      /^mine says what version 0 says\.\nIt was pulled from version 0; others .* up to 1\./,
    ),
  });
  expect(await settings("push", "mine")).toMatchObject({ status: 0, stdout: "mine says nothing new.\n" });
});

it("asks a server that runs on the data, which wants a key", { timeout }, async () => {
  const cwd = await temporaryFolder();
  const token = "t".repeat(24);
  const server = await startServer({ dataDir: cwd, env: { BATON_ADMIN_TOKEN: token } });
  onTestFinished(async () => void (await server.stop()));
  const pull = (env: Record<string, string>) => runCli(["settings", "pull", "leads", "--json"], { cwd, env });
  const [without, wrong, right] = await Promise.all([
    pull({}),
    pull({ BATON_TOKEN: "bk_main_key.nonsense" }),
    pull({ BATON_ADMIN_TOKEN: token }),
  ]);
  expect(JSON.parse(without.stdout)).toEqual({
    status: "refused",
    problems: [expect.stringContaining("Set BATON_TOKEN")],
  });
  expect([wrong.status, JSON.parse(wrong.stdout).status]).toEqual([1, "refused"]);
  expect([right.status, JSON.parse(right.stdout).version]).toEqual([0, 0]);
});

it("pulls beside other YAML files, and nothing that would be written elsewhere", { timeout }, async () => {
  const cwd = await temporaryFolder();
  const foreign = "services: { web: { image: nginx } }\n";
  await mkdir(join(cwd, "rules"));
  await Promise.all(["compose.yaml", "rules/lint.yaml"].map((name) => writeFile(join(cwd, name), foreign)));
  expect(await runCli(["settings", "pull", "."], { cwd })).toMatchObject({ status: 0 });
  expect(await readFile(join(cwd, "compose.yaml"), "utf8")).toBe(foreign);
  expect(await readFile(join(cwd, "rules/lint.yaml"), "utf8")).toBe(foreign);

  const { queues } = starterSettings;
  const settings = { ...starterSettings, queues: { ...queues, "../../elsewhere": queues.chat } };
  const version = { number: 1, author: "key:a", note: "", at: null, base: 0, draft: null, restoredFrom: null };
  const liar = await startOutside((_body, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ ...version, parts: [], settings }));
  });
  onTestFinished(liar.close);
  const env = { BATON_URL: liar.url, BATON_TOKEN: "x" };
  const pulled = await runCli(["settings", "pull", "deep/er", "--json"], { cwd, env });
  expect([pulled.status, JSON.parse(pulled.stdout).problems]).toEqual([
    1,
    [expect.stringContaining("names parts that cannot be")],
  ]);
  expect((await readdir(cwd)).filter((name) => name === "deep" || name.startsWith("elsewhere"))).toEqual([]);
});

it("says what is wrong when nobody answers, there is no folder, or the words make no sense", { timeout }, async () => {
  const cwd = await temporaryFolder();
  const nobody = { BATON_URL: "http://127.0.0.1:9", BATON_TOKEN: "x" };
  const runs = await Promise.all([
    runCli(["settings", "pull", "leads"], { cwd, env: nobody }),
    runCli(["settings", "push", "nowhere", "--publish"], { cwd }),
    ...[["pull"], ["dance", "leads"], ["pull", "leads", "--publish"], ["push", "leads", "--loud"]].map((words) =>
      runCli(["settings", ...words], { cwd }),
    ),
  ]);
  expect(runs.map(({ status }) => status)).toEqual([1, 1, 2, 2, 2, 2]);
  expect(runs[0]?.stderr).toContain("does not answer");
  expect(runs[1]?.stderr).toContain("There is no folder nowhere");
});
