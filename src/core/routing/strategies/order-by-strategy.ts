import type { Agent } from "../../people/agent.ts";
import { writes } from "../needs.ts";
import type { PlainStrategy } from "../queue.ts";
import type { Search } from "../search.ts";
import { broadcast } from "./broadcast.ts";
import { judgeExternal } from "./external.ts";
import { leastLoaded } from "./least-loaded.ts";
import { longestIdle } from "./longest-idle.ts";
import { atRandom } from "./random.ts";
import { roundRobin } from "./round-robin.ts";

export interface Chosen {
  /** Those who are asked now, in the order in which the strategy thinks of them. */
  readonly agents: readonly Agent[];
  readonly by: string;
}

/** Whom of those who can take it; who writes the customer's language comes first where the queue prefers it. */
export function chooseByStrategy(eligible: readonly Agent[], search: Search): Chosen {
  const { strategy } = search.queue;
  if (strategy.type === "broadcast") {
    return { agents: writersFirst(broadcast(eligible), search).slice(0, strategy.most), by: "broadcast" };
  }
  if (strategy.type !== "external") return chooseOne(strategy.type, eligible, search, strategy.type);
  const { agentId, because } = judgeExternal(search.input.external, new Set(eligible.map(({ id }) => id)));
  const named = eligible.find(({ id }) => id === agentId);
  if (named) return { agents: [named], by: "external" };
  return chooseOne(strategy.fallback, eligible, search, `${strategy.fallback} ${because}`);
}

/** All of them, the first to be asked first: what an outside service is shown. */
export function orderBy(strategy: PlainStrategy, eligible: readonly Agent[], search: Search): readonly Agent[] {
  return writersFirst(plainOrder(strategy, eligible, search), search);
}

function chooseOne(strategy: PlainStrategy, eligible: readonly Agent[], search: Search, by: string): Chosen {
  return { agents: orderBy(strategy, eligible, search).slice(0, 1), by };
}

function plainOrder(strategy: PlainStrategy, eligible: readonly Agent[], { input }: Search): readonly Agent[] {
  switch (strategy) {
    case "longest-idle":
      return longestIdle(eligible);
    case "least-loaded":
      return leastLoaded(eligible);
    case "round-robin":
      return roundRobin(eligible, input.lastAskedId ?? null);
    case "random":
      return atRandom(eligible, seedOf(input));
  }
}

/** Another one with every request that ended without being taken. */
function seedOf({ handoff, conversation }: Search["input"]): string {
  return `${handoff.id ?? conversation.id}:${handoff.course?.asked ?? handoff.declinedBy.length}`;
}

function writersFirst(ordered: readonly Agent[], { needs }: Search): readonly Agent[] {
  const { need, of } = needs.language;
  if (need === "ignored" || of === null) return ordered;
  const writers = ordered.filter((agent) => writes(agent, of));
  if (writers.length === 0 || writers.length === ordered.length) return ordered;
  return [...writers, ...ordered.filter((agent) => !writes(agent, of))];
}
