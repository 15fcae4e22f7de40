import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Outside, startOutside } from "../outside.ts";
import { runHere, type ServedBaton, startServedBaton } from "./served-baton.ts";

let app: Outside;
let baton: ServedBaton;
let dataDir: string;
/** What the company's app answers. */
let answer = 400;
const received: string[] = [];

async function start(): Promise<ServedBaton> {
  return startServedBaton({ dataDir, env: { API_REPLY_URL: app.url } });
}

beforeAll(async () => {
  app = await startOutside((body, response) => {
    if (answer < 300) received.push(body);
    response.writeHead(answer).end();
  });
  dataDir = await mkdtemp(join(tmpdir(), "baton-dead-letters-"));
  baton = await start();
});
afterAll(async () => {
  await baton.server.stop();
  await app.close();
  await rm(dataDir, { recursive: true });
});

interface Letter {
  readonly id: string;
  readonly conversationId: string;
}

const listed = async () => (await baton.json("dead-letters", "list")) as Letter[];

/** Somebody to whom nothing can be said. */
async function unreachable(from: string): Promise<Letter> {
  const conversationId = await baton.write(from);
  const found = async () => (await listed()).find((letter) => letter.conversationId === conversationId);
  await expect.poll(found, { timeout: 20_000 }).toBeDefined();
  return (await found()) ?? { id: "", conversationId };
}

it("says what failed for good, how long ago, of which conversation and why", async () => {
  const { id, conversationId } = await unreachable("ada");
  const { status, stdout } = await baton.run("dead-letters");
  expect(status).toBe(0);
  expect(stdout).toMatch(
    new RegExp(String.raw`^${id}  +\d+ s ago  +message-send \d+  +${conversationId}  +1 try  +.*400`, "m"),
  );
  expect((await baton.run("dead-letters", "list")).stdout.split("\n").length).toBe(stdout.split("\n").length);
  expect(await listed()).toContainEqual(
    expect.objectContaining({ id, conversationId, type: "message-send", error: expect.stringContaining("400") }),
  );
});

it("sends one again, names what is not there, and then all of them", async () => {
  const [ben, cleo] = [await unreachable("ben"), await unreachable("cleo")];
  answer = 204;
  const one = await baton.run("dead-letters", "retry", "none.0", ben.id);
  expect([one.status, one.stdout]).toEqual([1, `${ben.id}: it is tried again\n`]);
  expect(one.stderr).toContain("There is no dead letter none.0.");
  await expect.poll(() => received.length, { timeout: 20_000 }).toBeGreaterThan(0);
  const left = await listed();
  expect(left.map(({ id }) => id)).toContain(cleo.id);
  expect(await baton.json("dead-letters", "retry", "--all")).toEqual({
    items: left.map(({ id }) => ({ id, status: "waits", problem: null })),
  });
  expect((await baton.run("dead-letters")).stdout).toBe("No dead letters.\n");
  expect(await baton.run("dead-letters", "retry", "--all")).toMatchObject({ status: 0, stdout: "No dead letters.\n" });
});

it("waits on the data itself for the server that takes it up", async () => {
  answer = 400;
  const { id } = await unreachable("dora");
  await baton.server.stop();
  answer = 204;
  received.length = 0;
  const environment = { BATON_DATA_DIR: dataDir };
  expect((await runHere(["dead-letters"], environment)).stdout).toContain(id);
  expect((await runHere(["dead-letters", "retry", id], environment)).stdout).toBe(`${id}: it is tried again\n`);
  expect(received).toEqual([]);
  baton = await start();
  await expect.poll(() => received.length, { timeout: 20_000 }).toBeGreaterThan(0);
});
