import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { temporaryFolder } from "../temporary-folder.ts";
import { runHere, type ServedBaton, startServedBaton } from "./served-baton.ts";

let baton: ServedBaton;

beforeAll(async () => {
  baton = await startServedBaton();
  await baton.run("agents", "add", "lea", "--name", "Lea", "--role", "lead");
});
afterAll(async () => void (await baton.server.stop()));

/** The same server, with another key. */
function as(token: string, ...words: string[]) {
  const { BATON_URL = "" } = baton.environment;
  return runHere(words, { BATON_URL, BATON_TOKEN: token });
}

it("makes a key that works at once, shows its token once, and takes it back", async () => {
  const scopes = "settings:read,conversations:read,settings:write";
  const made = await baton.run("keys", "add", "Lea at home", "--scopes", scopes, "--agent", "lea");
  const [line = "", secret = ""] = made.stdout.split("\n");
  expect([made.status, line]).toEqual([0, expect.stringMatching(/^key_\S+ {2}Lea at home {2}for lea {2}/)]);
  const token = /^token, shown this once: (\S+)$/.exec(secret)?.[1] ?? "";
  const id = line.split(" ")[0] ?? "";
  expect((await as(token, "agents", "list")).stdout).toContain("lea: Lea, lead, ");
  const listed = await baton.run("keys", "list");
  expect([listed.stdout.includes(line), listed.stdout.includes(token)]).toEqual([true, false]);
  expect(await baton.run("keys", "revoke", id)).toMatchObject({ status: 0, stdout: `${id}: revoked\n` });
  const gone = await as(token, "agents", "list");
  expect([gone.status, gone.stderr]).toEqual([
    1,
    expect.stringContaining(
      `BATON_TOKEN (or else BATON_ADMIN_TOKEN) holds no valid key of the server at ${baton.server.url}`,
    ),
  ]);
  expect((await baton.run("keys", "list")).stdout).toBe("No keys.\n");
  expect((await baton.run("keys", "revoke", "key_none")).status).toBe(1);
  const nobody = await baton.run("keys", "add", "x", "--scopes", "feed:read", "--agent", "none", "--json");
  expect([nobody.status, JSON.parse(nobody.stdout)]).toMatchObject([1, { status: "refused" }]);
});

it("is made on the data itself before anything runs, without a token", async () => {
  const environment = { BATON_DATA_DIR: await temporaryFolder() };
  const made = await runHere(["keys", "add", "console", "--scopes", "keys:write", "--json"], environment);
  expect([made.status, JSON.parse(made.stdout)]).toMatchObject([0, { name: "console", token: expect.any(String) }]);
});

it("is named beside what was done with it", async () => {
  const scopes = "settings:read,settings:write";
  const made = (await baton.json("keys", "add", "press", "--scopes", scopes, "--agent", "lea")) as {
    id: string;
    token: string;
  };
  const call = async (path: string, body: object) => {
    const response = await fetch(`${baton.server.url}/api/v1/settings/drafts${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${made.token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(200);
    return z.looseObject({}).parse(await response.json());
  };
  const folder = join(await temporaryFolder(), "leads");
  await baton.run("settings", "pull", folder);
  const file = join(folder, "company.yaml");
  const company = await readFile(file, "utf8");
  const changes = { company: { ...parse(company), name: "Shop" } };
  const { id } = await call("", { name: "Hours", changes });
  expect((await baton.run("settings", "drafts")).stdout).toContain(`  key:${made.id} (press, of lea)  Hours: company`);
  expect((await as(made.token, "settings", "drafts")).stdout).toContain(`  key:${made.id}  Hours: company`);
  await call(`/${id}/publish`, {});
  await writeFile(file, company.replace('name: ""', "name: Store"));
  const pushed = await baton.run("settings", "push", folder);
  expect(pushed.stdout).toContain(`by key:${made.id} (press, of lea)`);
  expect((await baton.run("settings", "push", folder, "--publish")).stderr).toContain("(press, of lea)");
});

it("says which address does not answer", async () => {
  const environment = { BATON_URL: "http://127.0.0.1:9", BATON_TOKEN: "no-key" };
  const { status, stderr } = await runHere(["agents", "list"], environment);
  const said = "The server at http://127.0.0.1:9 does not answer: ";
  expect([status, stderr]).toEqual([1, expect.stringContaining(said)]);
  expect(stderr).not.toContain("fetch failed");
});
