import type { WaitRange, Workload } from "../core/conversation/context.ts";
import { conversationViews } from "../core/conversation/index-entries.ts";
import { hasRoom } from "../core/people/agent.ts";
import { peopleOnDuty } from "../core/routing/nobody-on-duty.ts";
import { neededFacts } from "../core/rules/evaluate.ts";
import type { QueueFacts } from "../core/rules/rule.ts";
import type { Policy } from "../core/settings/policy.ts";
import { countView } from "./count-view.ts";
import type { Parts } from "./parts.ts";
import { createRecentWaits } from "./recent-waits.ts";
import { readLine } from "./routing/line.ts";
import type { Roster } from "./routing/roster.ts";

/** How busy the queues are and how long people wait: read now and then, for rules and texts. Work is given by routing. */
export interface WorkloadReader {
  at(policy: Policy): Promise<Workload>;
  /** The first who wait for this destination, in the order in which they are served. */
  line(destinationId: string, policy: Policy): Promise<readonly string[]>;
}

const queuesAgeMs = 2_000;
const waitsAgeMs = 60_000;
/** Fewer, and an estimate would be a guess; older, and it would be about another week. */
const fewestWaits = 20;
const oldestWaitMs = 7 * 24 * 3_600_000;

type WorkloadParts = Pick<Parts, "store" | "clock" | "channels">;

interface QueueNow {
  readonly facts: QueueFacts;
  readonly isAttended: boolean;
}

export function createWorkload(
  { store, clock, channels }: WorkloadParts,
  roster: Pick<Roster, "read">,
): WorkloadReader {
  const queues = remembered(clock.now, queuesAgeMs, readQueue);
  const waits = remembered(clock.now, waitsAgeMs, readWaits);
  const recentWaits = createRecentWaits(store);
  const lines = remembered(clock.now, queuesAgeMs, (id, { settings }) => readLine({ store, channels }, id, settings));

  async function readQueue(id: string, policy: Policy): Promise<QueueNow> {
    const waiting = await countView(store, conversationViews.waiting, id);
    const onDuty = peopleOnDuty({ agents: await roster.read(), settings: policy.settings }, id, clock.now());
    const available = onDuty.filter((agent) => agent.presence === "available" && hasRoom(agent));
    return {
      facts: { waiting, available: available.length },
      isAttended: onDuty.length > 0,
    };
  }

  async function readWaits(id: string): Promise<WaitRange | null> {
    const since = clock.now() - oldestWaitMs;
    const found = (await recentWaits(id)).filter(({ at }) => at >= since);
    return rangeOf(found.map(({ ms }) => ms));
  }

  return {
    async at(policy) {
      const asked = neededFacts(policy.rules).queues;
      const all = Object.values(policy.settings.queues);
      const limited = all
        .filter(({ limit, overflow }) => limit !== null || overflow.before.length > 0)
        .map(({ id }) => id);
      const facts: Record<string, QueueFacts> = {};
      const unattended: string[] = [];
      for (const id of new Set([...asked, ...limited])) {
        const now = await queues(id, policy);
        facts[id] = now.facts;
        if (!now.isAttended) unattended.push(id);
      }
      const ranges: Record<string, WaitRange> = {};
      for (const { id } of all) {
        const range = await waits(id, policy);
        if (range) ranges[id] = range;
      }
      return { queues: facts, unattended, waits: ranges, line: [] };
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

/** One reading at a time, and it holds for a while, under the policy it was made with: a draft may have other people (I16). */
function remembered<Value>(
  now: () => number,
  ageMs: number,
  readOne: (id: string, policy: Policy) => Promise<Value>,
): (id: string, policy: Policy) => Promise<Value> {
  const byPolicy = new WeakMap<Policy, Map<string, { readonly at: number; readonly value: Promise<Value> }>>();
  return (id, policy) => {
    const known = byPolicy.get(policy) ?? new Map();
    byPolicy.set(policy, known);
    const old = known.get(id);
    if (old && now() - old.at < ageMs) return old.value;
    const value = readOne(id, policy);
    known.set(id, { at: now(), value });
    value.catch(() => known.delete(id));
    return value;
  };
}
