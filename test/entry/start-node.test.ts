import { stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readConfig } from "../../src/entry/config.ts";
import { createLogger } from "../../src/entry/node/logger.ts";
import { type NodeStart, startNode } from "../../src/entry/node.ts";
import { startRedis } from "../support/redis.ts";
import { temporaryFolder } from "./temporary-folder.ts";

async function start(environment: Record<string, string>): Promise<NodeStart> {
  const read = readConfig({ PORT: "0", ...environment });
  if (read.status === "invalid") throw new Error(read.problems.map(({ problem }) => problem).join(" "));
  const starting = await startNode(read.config, createLogger("silent"));
  if (starting.status === "started") onTestFinished(() => starting.server.stop());
  return starting;
}

async function started(environment: Record<string, string>) {
  const starting = await start(environment);
  if (starting.status === "refused") throw new Error(starting.problems.join(" "));
  return starting.server;
}

describe("the embedded server", () => {
  it("makes a secret that only its owner can read, and the same demo key at every start", async () => {
    const dataDir = await temporaryFolder();
    const first = await started({ BATON_DATA_DIR: dataDir });
    expect((await stat(join(dataDir, "secret"))).mode & 0o777).toBe(0o600);
    await first.stop();
    const second = await started({ BATON_DATA_DIR: dataDir });
    expect(second.demo?.token).toBe(first.demo?.token);
  });

  it("brings no demo where something of the company's own is configured, and takes its key away", async () => {
    const dataDir = await temporaryFolder();
    const demo = await started({ BATON_DATA_DIR: dataDir });
    await demo.stop();
    const secret = `whsec_${btoa("k".repeat(32))}`;
    const own = { API_SECRET: secret, API_REPLY_URL: "https://shop.example" };
    const server = await started({ BATON_DATA_DIR: dataDir, ...own });
    expect(server).toMatchObject({ demo: null, channelIds: ["main.api"] });
    const headers = { authorization: `Bearer ${demo.demo?.token}` };
    expect((await fetch(`${server.origin}/api/v1/conversations?phase=queue`, { headers })).status).toBe(401);
    expect((await fetch(`${server.origin}/`)).status).toBe(404);
  });

  it("gives its demo key to a page of this machine only", async () => {
    const server = await started({ BATON_DATA_DIR: await temporaryFolder(), BATON_PUBLIC_URL: "https://shop.example" });
    expect(await (await fetch(`${server.origin}/demo/session`)).json()).toMatchObject({ apiKey: null });
  });

  it("serves its page so that nothing foreign runs in it", async () => {
    const server = await started({ BATON_DATA_DIR: await temporaryFolder() });
    const page = await fetch(`${server.origin}/`);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await page.text()).not.toMatch(/<script(?![^>]*src=)|<style| style=| on\w+=/);
  });
});

describe("on Redis", () => {
  const secret = "s".repeat(32);

  it("does not start on one that forgets, and says what to set (I1)", async () => {
    const redis = await startRedis({ appendonly: "no", "maxmemory-policy": "allkeys-lru" });
    onTestFinished(() => redis.stop());
    const starting = await start({ REDIS_URL: redis.url, BATON_SECRET: secret });
    expect(starting).toMatchObject({ status: "refused" });
    const problems = starting.status === "refused" ? starting.problems.join(" ") : "";
    expect(problems).toContain("appendonly yes");
    expect(problems).toContain("noeviction");
  });

  it("does not start on one that does not answer", async () => {
    const starting = await start({ REDIS_URL: "redis://127.0.0.1:1", BATON_SECRET: secret });
    expect(starting).toMatchObject({ status: "refused", problems: [expect.stringContaining("REDIS_URL")] });
  });

  it("shares the demo among processes that start together", async () => {
    const redis = await startRedis();
    onTestFinished(() => redis.stop());
    const environment = { REDIS_URL: redis.url, BATON_SECRET: secret };
    const servers = await Promise.all([started(environment), started(environment)]);
    const token = servers[0].demo?.token;
    const headers = { authorization: `Bearer ${token}` };
    for (const { origin } of servers) {
      const agents = await (await fetch(`${origin}/api/v1/agents`, { headers })).json();
      expect(agents).toMatchObject({ items: [{ id: "baton-demo", presence: "available" }] });
    }
  });
});
