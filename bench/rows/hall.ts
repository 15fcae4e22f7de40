import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Generator, startGenerator } from "../load/generator.ts";
import type { AckPlan, CyclePlan } from "../load/plan.ts";
import { type MeasuredServer, startServer } from "../servers/server-process.ts";
import { choosePins, type Pins } from "../support/machine.ts";
import { type RedisServer, startRedisServer } from "../support/redis-server.ts";

/** How much is measured: the whole takes its time, the quick one shows the direction. */
export interface Size {
  readonly rounds: number;
  readonly firstRunMs: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
  readonly patienceMs: number;
  readonly connections: number;
  readonly storedCounts: readonly number[];
}

/** Where everything takes place: folders, the load generator, one Redis, and servers on request. */
export interface Hall {
  readonly size: Size;
  readonly generator: Generator;
  readonly token: string;
  /** An empty database of the one Redis. */
  redisUrl(): string;
  baseline(store: string, env?: Readonly<Record<string, string>>): Promise<MeasuredServer>;
  baton(store: "sqlite" | "redis", env?: Readonly<Record<string, string>>): Promise<MeasuredServer>;
  plan<Type extends "ack" | "cycle">(type: Type, servers: readonly MeasuredServer[], who: Who): PlanOf<Type>;
  close(): Promise<void>;
}

export interface Who {
  readonly addressPrefix: string;
  readonly addresses: number;
  readonly stride?: number;
}

type PlanOf<Type extends "ack" | "cycle"> = Extract<AckPlan | CyclePlan, { type: Type }>;

const fillTimeoutMs = 20 * 60_000;

export async function openHall(size: Size, nodeOptions: readonly string[]): Promise<Hall> {
  const folder = await mkdtemp(join(tmpdir(), "baton-bench-"));
  const pins: Pins = choosePins();
  const secret = `whsec_${randomBytes(32).toString("base64")}`;
  const token = randomBytes(24).toString("hex");
  const logFile = (name: string) => join(folder, `${name}.log`);
  const generator = await startGenerator({ pin: pins.others, logFile: logFile("generator") });
  const redis: RedisServer = await startRedisServer({ folder, logFile: logFile("redis"), pin: pins.others });
  let databases = 0;

  async function start(program: string, env: Readonly<Record<string, string>>): Promise<MeasuredServer> {
    const ownFolder = await mkdtemp(join(folder, "server-"));
    const shared = { BENCH_SECRET: secret, BENCH_TOKEN: token, BENCH_FOLDER: ownFolder };
    return startServer({
      program,
      env: { ...shared, ...env },
      logFile: logFile("servers"),
      pin: pins.server,
      nodeOptions,
      startTimeoutMs: fillTimeoutMs,
    });
  }

  const hall: Hall = {
    size,
    generator,
    token,
    redisUrl() {
      databases += 1;
      return `${redis.url}/${databases % 16}`;
    },
    baseline: (store, env = {}) => start("baseline", { BENCH_STORE: store, REDIS_URL: hall.redisUrl(), ...env }),
    baton: (store, env = {}) =>
      start("baton", {
        BENCH_STORE: store,
        REDIS_URL: store === "redis" && env.REDIS_URL === undefined ? hall.redisUrl() : "",
        BENCH_REPLY_URL: generator.replyUrl,
        ...env,
      }),
    plan: <Type extends "ack" | "cycle">(type: Type, servers: readonly MeasuredServer[], who: Who) => {
      const [first, ...others] = servers.map(({ port }) => port);
      if (first === undefined) throw new Error("A plan needs a server.");
      const { warmUpMs, measureMs, connections } = size;
      const ports = [first, ...others] as const;
      const target = { ports, path: "/webhooks/main.api", secret, connections, warmUpMs, measureMs, ...who };
      return { type, ...target } as unknown as PlanOf<Type>;
    },
    async close() {
      await generator.stop();
      await redis.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return hall;
}

export async function endServers(servers: readonly MeasuredServer[]): Promise<void> {
  await Promise.all(servers.map(({ child }) => child.kill()));
}
