import type { WaitRange, Workload } from "../core/conversation/context.ts";
import { conversationViews } from "../core/conversation/index-entries.ts";
import type { Conversation } from "../core/conversation/state.ts";
import { hasRoom, isAmong } from "../core/people/agent.ts";
import { neededFacts } from "../core/rules/evaluate.ts";
import type { QueueFacts } from "../core/rules/rule.ts";
import type { Policy } from "../core/settings/policy.ts";
import type { Parts } from "./parts.ts";
import { readAgents } from "./read-agents.ts";

/** How busy the queues are and how long people wait: read now and then, for rules and texts. Work is given by routing. */
export interface WorkloadReader {
  at(policy: Policy): Promise<Workload>;
  /** The first who wait for this destination, in the order in which they are served. */
  line(destinationId: string, policy: Policy): Promise<readonly string[]>;
}

const queuesAgeMs = 2_000;
const waitsAgeMs = 60_000;
/** More than this many waiting is "many" to every rule. */
const mostCounted = 100;
/** "You are number 73" helps nobody. */
const mostPlaces = 50;
/** Fewer, and an estimate would be a guess; older, and it would be about another week. */
const fewestWaits = 20;
const waitsLookedAt = 50;
const oldestWaitMs = 7 * 24 * 3_600_000;

export function createWorkload({ store, clock }: Parts): WorkloadReader {
  const queues = remembered(clock.now, queuesAgeMs, readQueue);
  const waits = remembered(clock.now, waitsAgeMs, readWaits);
  const lines = remembered(clock.now, queuesAgeMs, readLine);

  async function readLine(id: string): Promise<readonly string[]> {
    const first = { limit: mostPlaces, order: "ascending", cursor: null } as const;
    const page = await store.query({ view: conversationViews.waiting, key: id, ...first });
    return page.items.flatMap((item) => ("id" in item ? [item.id] : []));
  }

  async function readQueue(id: string, policy: Policy): Promise<QueueFacts> {
    const counted = { limit: mostCounted, order: "ascending", cursor: null } as const;
    const waiting = await store.query({ view: conversationViews.waiting, key: id, ...counted });
    const teamIds = policy.settings.queues[id]?.teams ?? [];
    const available = (await readAgents(store))
      .filter((agent) => !agent.isTest && agent.presence === "available" && hasRoom(agent))
      .filter((agent) => isAmong(agent, { type: "queue", id, teamIds }));
    return { waiting: waiting.items.length, available: available.length };
  }

  async function readWaits(id: string): Promise<WaitRange | null> {
    const last = { limit: waitsLookedAt, order: "descending", cursor: null } as const;
    const page = await store.query({ view: conversationViews.waits, key: id, ...last });
    const since = clock.now() - oldestWaitMs;
    const found = page.items.flatMap(({ body }) => (body as Conversation).lastWait ?? []);
    return rangeOf(found.filter(({ at }) => at >= since).map(({ ms }) => ms));
  }

  return {
    async at(policy) {
      const asked = neededFacts(policy.rules).queues;
      const all = Object.values(policy.settings.queues);
      const limited = all
        .filter(({ limit, overflow }) => limit !== null || overflow.before.length > 0)
        .map(({ id }) => id);
      const facts: Record<string, QueueFacts> = {};
      for (const id of new Set([...asked, ...limited])) facts[id] = await queues(id, policy);
      const ranges: Record<string, WaitRange> = {};
      for (const { id } of all) {
        const range = await waits(id, policy);
        if (range) ranges[id] = range;
      }
      return { queues: facts, waits: ranges, line: [] };
    },
    line: lines,
  };
}

/** From a quarter who waited less to a quarter who waited more; nothing where it is under a minute. */
function rangeOf(waits: readonly number[]): WaitRange | null {
  if (waits.length < fewestWaits) return null;
  const sorted = [...waits].sort((one, other) => one - other);
  const minutesAt = (share: number) => Math.ceil((sorted[Math.floor(sorted.length * share)] ?? 0) / 60_000);
  const range = { fromMinutes: minutesAt(0.25), toMinutes: minutesAt(0.75) };
  return range.toMinutes <= 1 ? null : range;
}

/** One reading at a time, and it holds for a while. */
function remembered<Value>(
  now: () => number,
  ageMs: number,
  readOne: (id: string, policy: Policy) => Promise<Value>,
): (id: string, policy: Policy) => Promise<Value> {
  const known = new Map<string, { readonly at: number; readonly value: Promise<Value> }>();
  return (id, policy) => {
    const old = known.get(id);
    if (old && now() - old.at < ageMs) return old.value;
    const value = readOne(id, policy);
    known.set(id, { at: now(), value });
    value.catch(() => known.delete(id));
    return value;
  };
}
