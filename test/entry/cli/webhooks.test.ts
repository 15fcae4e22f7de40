import { afterAll, beforeAll, expect, it } from "vitest";
import { type Outside, startOutside } from "../outside.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { runHere, type ServedBaton, startServedBaton } from "./served-baton.ts";

let baton: ServedBaton;
let erp: Outside;
const signatures: number[] = [];

beforeAll(async () => {
  erp = await startOutside((_body, response, request) => {
    signatures.push(String(request.headers["webhook-signature"]).split(" ").length);
    response.writeHead(request.url === "/broken" ? 500 : 204).end();
  });
  baton = await startServedBaton({ env: { NOTIFY_PRIVATE_HOSTS: new URL(erp.url).host } });
});
afterAll(async () => {
  await baton.server.stop();
  await erp.close();
});

const webhooks = (...words: string[]) => baton.run("webhooks", ...words);

async function added(url: string): Promise<string> {
  const { id } = (await baton.json("webhooks", "add", url)) as { id: string };
  return id;
}

it("adds a system, shows its secret once, replaces it in time, and removes it", async () => {
  const made = await webhooks("add", erp.url, "--kinds", "sla-breached,task-due");
  expect([made.status, made.stdout]).toEqual([0, expect.stringMatching(/secret, shown this once: whsec_\S+\n$/)]);
  const id = made.stdout.split(" ")[0] ?? "";
  const line = `${id}  on  ${erp.url}  sla-breached, task-due`;
  expect((await webhooks("list")).stdout).toBe(`${line}\n`);
  const rotated = await webhooks("rotate", id, "--overlap-hours", "3");
  expect(rotated.stdout).toMatch(/also signed with the secret of before until [\s\S]*whsec_\S+\n$/);
  expect(rotated.stdout).not.toContain(made.stdout.split("whsec_")[1]);
  expect(await webhooks("test", id)).toMatchObject({ status: 0, stdout: `${id}: delivered\n` });
  expect(signatures.at(-1)).toBe(2);
  expect((await webhooks("disable", id)).stdout).toContain(`${id}  off  `);
  expect((await webhooks("enable", id)).stdout).toContain(`${id}  on  `);
  expect((await webhooks("remove", id)).stdout).toBe(`${id}: removed\n`);
  expect(await baton.json("webhooks", "list")).toEqual([]);
});

it("answers 1 with the reason when a test does not arrive, or there is nothing to be told", async () => {
  const id = await added(`${erp.url}broken`);
  expect(await webhooks("test", id)).toMatchObject({ status: 1, stdout: expect.stringContaining("answered 500") });
  expect(await webhooks("test", "whe_none")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("no webhook"),
  });
  const open = await webhooks("add", "http://shop.example/");
  expect([open.status, open.stderr]).toEqual([1, expect.stringContaining("- The address must begin with https://.")]);
  const near = await webhooks("add", "https://10.0.0.7/");
  expect([near.status, near.stderr]).toEqual([1, expect.stringContaining("NOTIFY_PRIVATE_HOSTS")]);
});

it("seals secrets on the data as the server does that finds them there", async () => {
  const dataDir = await temporaryFolder();
  const environment = { BATON_DATA_DIR: dataDir, NOTIFY_PRIVATE_HOSTS: new URL(erp.url).host };
  const made = await runHere(["webhooks", "add", erp.url, "--json"], environment);
  const { id } = JSON.parse(made.stdout) as { id: string };
  const served = await startServedBaton({ dataDir, env: { NOTIFY_PRIVATE_HOSTS: new URL(erp.url).host } });
  const tested = await served.run("webhooks", "test", id);
  await served.server.stop();
  expect([tested.status, tested.stdout]).toEqual([0, `${id}: delivered\n`]);
});
