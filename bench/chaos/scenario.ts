import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../support/free-port.ts";
import type { Random } from "../support/random.ts";
import { type RedisServer, startRedisServer } from "../support/redis-server.ts";
import { sleep } from "../support/sleep.ts";
import { createAgents } from "./agent-driver.ts";
import { createApiClient } from "./api-client.ts";
import { type BatonServer, startBatonServer } from "./baton-server.ts";
import { startBotServer } from "./bot-server.ts";
import type { Evidence } from "./checks/check.ts";
import { collect } from "./collect.ts";
import { createLedger } from "./ledger.ts";
import { createProvider } from "./provider.ts";
import { startReplyServer } from "./reply-server.ts";
import { createSigning } from "./signing.ts";

export interface Scenario {
  readonly name: string;
  readonly servers: number;
  readonly hasRedis: boolean;
  /** What is killed, again and again. */
  readonly victim: "server" | "redis";
}

export const scenarios: readonly Scenario[] = [
  { name: "one process on SQLite, killed", servers: 1, hasRedis: false, victim: "server" },
  { name: "two processes on one Redis, one or the other killed", servers: 2, hasRedis: true, victim: "server" },
  { name: "Redis killed under two processes", servers: 2, hasRedis: true, victim: "redis" },
];

export interface Storm {
  readonly scenario: Scenario;
  readonly random: Random;
  readonly stormMs: number;
  readonly customers: number;
  readonly agents: number;
  /** How long afterwards until everything must have been answered and sent. */
  readonly calmMs: number;
}

export interface StormResult {
  readonly evidence: Evidence;
  readonly kills: number;
  /** What the servers logged, warnings and worse. */
  readonly log: string;
}

const leaseMs = 2_000;

/** Lets the world write, answer and fail while processes are killed, waits for calm, and reads what came of it. */
export async function runStorm(storm: Storm): Promise<StormResult> {
  const { scenario, random, stormMs, customers, agents: count, calmMs } = storm;
  const folder = await mkdtemp(join(tmpdir(), "baton-chaos-"));
  const logFile = join(folder, "servers.log");
  const ledger = createLedger();
  const signing = createSigning();
  const token = randomBytes(24).toString("hex");
  const closers: (() => Promise<void>)[] = [];
  try {
    const bot = await startBotServer(ledger, signing, random.stream("bot"));
    const replies = await startReplyServer(ledger, signing, random.stream("replies"));
    closers.push(bot.close, replies.close);
    const redis = scenario.hasRedis ? await startRedisServer({ folder, logFile: join(folder, "redis.log") }) : null;
    if (redis) closers.push(redis.stop);
    const env = {
      BATON_DATA_DIR: join(folder, "data"),
      BATON_SECRET: randomBytes(32).toString("hex"),
      BATON_ADMIN_TOKEN: token,
      BATON_DEMO: "off",
      BATON_QUIET_MS: "20",
      BATON_LEASE_MS: String(leaseMs),
      API_SECRET: signing.secret,
      API_REPLY_URL: replies.url,
      BOT_WEBHOOK_URL: bot.url,
      BOT_WEBHOOK_SECRET: signing.secret,
      LOG_LEVEL: "warn",
      ...(redis && { REDIS_URL: redis.url }),
    };
    const servers: BatonServer[] = [];
    for (let index = 0; index < scenario.servers; index++) {
      const server = await startBatonServer({ port: await freePort(), env, logFile });
      servers.push(server);
      closers.push(server.stop);
    }
    const [first = "", ...others] = servers.map(({ origin }) => origin);
    const api = createApiClient({ origins: [first, ...others], token, random: random.stream("api") });
    const until = Date.now() + stormMs;
    const giveUpAt = until + calmMs;
    const webhook = (origin: string) => `${origin}/webhooks/main.api`;
    const webhookUrls = [webhook(first), ...others.map(webhook)] as const;
    const provider = createProvider({ webhookUrls, customers, ledger, signing, random: random.stream("provider") });
    const agents = createAgents({ api, ledger, random: random.stream("agents"), count });
    const [kills] = await Promise.all([
      killUntil(until, { scenario, servers, redis, random: random.stream("kills") }),
      provider.run(until, giveUpAt),
      agents.run(until, giveUpAt),
    ]);
    const observed = await collect(api, ledger, calmMs);
    return { evidence: { ledger, observed, leaseMs }, kills, log: await readFile(logFile, "utf8") };
  } finally {
    for (const close of closers.reverse()) await close().catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  }
}

interface Victims {
  readonly scenario: Scenario;
  readonly servers: readonly BatonServer[];
  readonly redis: RedisServer | null;
  readonly random: Random;
}

async function killUntil(until: number, { scenario, servers, redis, random }: Victims): Promise<number> {
  let kills = 0;
  while (Date.now() < until) {
    await sleep(random.between(100, 1_000));
    if (Date.now() >= until) break;
    // One in three falls into the start: that is where leases of before are found.
    const againAfterMs = scenario.victim === "server" && random.happens(0.33) ? random.between(100, 1_500) : null;
    kills += againAfterMs === null ? 1 : 2;
    if (scenario.victim === "redis") await redis?.killAndRestart();
    else await servers[random.between(0, servers.length - 1)]?.killAndRestart(againAfterMs);
  }
  return kills;
}
