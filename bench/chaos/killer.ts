import type { Random } from "../support/random.ts";
import type { RedisServer } from "../support/redis-server.ts";
import { sleep } from "../support/sleep.ts";
import type { ApiClient } from "./api-client.ts";
import type { BatonServer } from "./baton-server.ts";
import { observedRecord } from "./collect.ts";
import { searchesKilled } from "./killed-inside.ts";
import type { Ledger } from "./ledger.ts";
import type { Crowd, Provider } from "./provider.ts";

export interface Victims {
  /** What is killed, again and again. */
  readonly victim: "server" | "redis";
  readonly servers: readonly BatonServer[];
  readonly redis: RedisServer | null;
}

export interface Killer {
  /** At random moments until then, and aimed at the search for a person. */
  run(until: number, giveUpAt: number): Promise<void>;
  /** Until one of the kills has surely fallen into a search; a few more where none did. */
  insideSearch(giveUpAt: number): Promise<void>;
  /** Everything that could be at work, at once. */
  killAll(): Promise<void>;
  /** One of them, whether or not it is at work. */
  killOne(): Promise<void>;
}

export interface KillerOptions extends Victims {
  readonly random: Random;
  readonly api: Pick<ApiClient, "records">;
  readonly ledger: Ledger;
  readonly provider: Pick<Provider, "crowd">;
}

/** More than a search takes, one after the other: a process that dies now dies in the middle of it. */
const crowdSize = 12;
const mostTries = 8;

export function createKiller({ victim, servers, redis, random, api, ledger, provider }: KillerOptions): Killer {
  const isRedis = victim === "redis";
  const crowds: Crowd[] = [];

  /** `server`: which one; it answers the next call. */
  async function kill(server: number, againAfterMs: number | null = null): Promise<void> {
    const at = Date.now();
    if (isRedis) await redis?.killAndRestart();
    else await servers[server]?.killAndRestart(againAfterMs);
    ledger.kills.push({ at, backAt: Date.now() });
    // The first one ended what the second one found half done.
    if (againAfterMs !== null && !isRedis) ledger.kills.push({ at: at + againAfterMs, backAt: Date.now() });
  }

  /** New customers ask for a person, and whoever looks for one dies. */
  async function killSearch(giveUpAt: number): Promise<void> {
    const server = anyServer();
    const crowd = provider.crowd(crowdSize, server, giveUpAt);
    crowds.push(crowd);
    await Promise.race([crowd.first, sleep(2_000)]);
    await kill(server);
  }

  async function hasKilledSearch(): Promise<boolean> {
    const addresses = new Set(crowds.flatMap((crowd) => crowd.addresses));
    const posted = ledger.posted.filter(({ address }) => addresses.has(address));
    for (const id of posted.flatMap(({ conversationIds }) => [...conversationIds])) {
      const records = (await api.records(id)).map(observedRecord);
      if (searchesKilled(ledger, [{ id, records }]).length > 0) return true;
    }
    return false;
  }

  const anyServer = () => random.between(0, servers.length - 1);

  return {
    async run(until, giveUpAt) {
      for (let round = 1; Date.now() < until; round++) {
        await sleep(random.between(100, 1_000));
        if (Date.now() >= until) break;
        if (round % 3 === 1) {
          await killSearch(giveUpAt);
          continue;
        }
        // One in three falls into the start: that is where leases of before are found.
        await kill(anyServer(), random.happens(0.33) ? random.between(100, 1_500) : null);
      }
      await Promise.all(crowds.map(({ all }) => all));
    },
    async insideSearch(giveUpAt) {
      for (let tries = 0; tries < mostTries && !(await hasKilledSearch()); tries++) {
        await killSearch(giveUpAt);
        await Promise.all(crowds.map(({ all }) => all));
      }
    },
    async killAll() {
      if (isRedis) await kill(0);
      else await Promise.all(servers.map((_server, index) => kill(index)));
    },
    killOne: () => kill(anyServer()),
  };
}
