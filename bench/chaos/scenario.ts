import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../support/free-port.ts";
import type { Random } from "../support/random.ts";
import { type RedisServer, startRedisServer } from "../support/redis-server.ts";
import { createAgents } from "./agent-driver.ts";
import { type ApiClient, createApiClient } from "./api-client.ts";
import { type BatonServer, startBatonServer } from "./baton-server.ts";
import { startBotServer } from "./bot-server.ts";
import type { Evidence } from "./checks/check.ts";
import { collect } from "./collect.ts";
import { createCommands } from "./commands.ts";
import { promiseFollowUps } from "./follow-up-driver.ts";
import { createKiller, type Killer } from "./killer.ts";
import { leadPeople } from "./lead-driver.ts";
import type { CaseEvidence } from "./leaver/case-evidence.ts";
import { startCrmServer } from "./leaver/crm-server.ts";
import { type Cuts, handOverAndBack } from "./leaver/hand-over.ts";
import { giveWork, hireLeaver, type LeaverSize, type LeaverWorld, promiseWork } from "./leaver/leaver.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { openOffice, requestSeconds } from "./office.ts";
import { createProvider, type Provider } from "./provider.ts";
import { startReplyServer } from "./reply-server.ts";
import { watchRoom } from "./room-watch.ts";
import { createSigning, type Signing } from "./signing.ts";

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
  readonly leaver: LeaverSize;
  /** When the case handoff is killed, there and back. */
  readonly cuts: { readonly out: Cuts; readonly back: Cuts };
}

export interface StormResult {
  readonly evidence: Evidence;
  /** What the servers logged, warnings and worse. */
  readonly log: string;
}

const leaseMs = 2_000;
/** For the case handoff, there and back; by far too much, where nobody else wants the machine. */
const handOverMs = 120_000;

interface World extends LeaverWorld {
  readonly storm: Storm;
  readonly provider: Provider;
  readonly killer: Killer;
  readonly ledger: Ledger;
}

/** Lets the world write, answer and fail while processes are killed, waits for calm, and reads what came of it. */
export async function runStorm(storm: Storm): Promise<StormResult> {
  const folder = await mkdtemp(join(tmpdir(), "baton-chaos-"));
  const logFile = join(folder, "servers.log");
  const closers: (() => Promise<void>)[] = [];
  try {
    const world = await openWorld(storm, { folder, logFile, closers });
    const { api, ledger } = world;
    const hasLeaver = storm.scenario.victim === "server";
    await openOffice(api);
    if (hasLeaver) await hireLeaver(world, Date.now() + storm.calmMs);
    const room = watchRoom(api, ledger);
    closers.push(room.end);
    const agentIds = await rage(world, hasLeaver);
    const caseHandoff = hasLeaver ? await leave(world, agentIds) : null;
    const observed = await collect(api, ledger, storm.calmMs);
    await room.end();
    const evidence = { ledger, observed, caseHandoff, leaseMs, requestMs: requestSeconds * 1_000 };
    return { evidence, log: await readFile(logFile, "utf8") };
  } finally {
    for (const close of closers.reverse()) await close().catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  }
}

async function rage(world: World, hasLeaver: boolean): Promise<readonly string[]> {
  const { storm, api, commands, ledger, provider, killer } = world;
  const { random, stormMs, calmMs } = storm;
  const agents = createAgents({ api, commands, random: random.stream("agents"), count: storm.agents });
  const { ids: agentIds } = agents;
  await agents.hire();
  const from = Date.now();
  const until = from + stormMs;
  const giveUpAt = until + calmMs;
  await Promise.all([
    killer.run(until, giveUpAt),
    provider.run(until, giveUpAt),
    agents.run(until, giveUpAt),
    leadPeople({ api, commands, random: random.stream("lead"), agentIds }, from, until, giveUpAt),
    promiseFollowUps({ api, ledger, random: random.stream("follow-ups"), ownerIds: agentIds }, until, giveUpAt),
    hasLeaver ? giveWork(world, giveUpAt) : null,
  ]);
  await killer.insideSearch(giveUpAt);
  return agentIds;
}

async function leave(world: World, agentIds: readonly string[]): Promise<CaseEvidence> {
  const { killer, storm } = world;
  const giveUpAt = Date.now() + handOverMs;
  await promiseWork(world, agentIds, giveUpAt);
  return handOverAndBack({ world, killer, cuts: storm.cuts, agentIds, giveUpAt });
}

interface Place {
  readonly folder: string;
  readonly logFile: string;
  /** Called at the end, the last one first. */
  readonly closers: (() => Promise<void>)[];
}

/** The company's own servers, Redis where there is one, and Baton. */
async function openWorld(storm: Storm, place: Place): Promise<World> {
  const { scenario, random, customers, leaver: size } = storm;
  const { folder, closers } = place;
  const ledger = createLedger();
  const signing = createSigning();
  const token = randomBytes(24).toString("hex");
  const bot = await startBotServer(ledger, signing, random.stream("bot"));
  const replies = await startReplyServer(ledger, signing, random.stream("replies"));
  const crm = await startCrmServer(random.stream("crm"));
  closers.push(bot.close, replies.close, crm.close);
  const redis = scenario.hasRedis ? await startRedisServer({ folder, logFile: join(folder, "redis.log") }) : null;
  if (redis) closers.push(redis.stop);
  const urls = { replies: replies.url, bot: bot.url, crm: crm.url };
  const env = environment({ folder, token, signing, urls, redis });
  const servers = await startServers(scenario.servers, env, place);
  const [first = "", ...others] = servers.map(({ origin }) => origin);
  const api: ApiClient = createApiClient({ origins: [first, ...others], token, random: random.stream("api") });
  const webhook = (origin: string) => `${origin}/webhooks/main.api`;
  const webhookUrls = [webhook(first), ...others.map(webhook)] as const;
  const provider = createProvider({ webhookUrls, customers, ledger, signing, random: random.stream("provider") });
  const commands = createCommands({ api, ledger, random: random.stream("commands") });
  const victims = { victim: scenario.victim, servers, redis };
  const killer = createKiller({ ...victims, random: random.stream("kills"), api, ledger, provider });
  return { storm, api, ledger, provider, commands, killer, crm, size };
}

interface Surroundings {
  readonly folder: string;
  readonly token: string;
  readonly signing: Signing;
  readonly urls: { readonly replies: string; readonly bot: string; readonly crm: string };
  readonly redis: RedisServer | null;
}

function environment({ folder, token, signing, urls, redis }: Surroundings): Record<string, string> {
  return {
    BATON_DATA_DIR: join(folder, "data"),
    BATON_SECRET: randomBytes(32).toString("hex"),
    BATON_ADMIN_TOKEN: token,
    BATON_DEMO: "off",
    BATON_QUIET_MS: "20",
    BATON_LEASE_MS: String(leaseMs),
    API_SECRET: signing.secret,
    API_REPLY_URL: urls.replies,
    BOT_WEBHOOK_URL: urls.bot,
    BOT_WEBHOOK_SECRET: signing.secret,
    FAKE_CRM_URL: urls.crm,
    LOG_LEVEL: "warn",
    ...(redis && { REDIS_URL: redis.url }),
  };
}

async function startServers(
  count: number,
  env: Readonly<Record<string, string>>,
  { logFile, closers }: Place,
): Promise<readonly BatonServer[]> {
  const servers: BatonServer[] = [];
  for (let index = 0; index < count; index++) {
    const server = await startBatonServer({ port: await freePort(), env, logFile });
    servers.push(server);
    closers.push(server.stop);
  }
  return servers;
}
