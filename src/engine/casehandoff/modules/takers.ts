import type { CaseItem } from "../../../core/casehandoff/item.ts";
import { readAgent } from "../../../core/people/agent.ts";
import type { Commit, Store } from "../../../ports/store.ts";
import type { Carrying } from "./item-module.ts";

/** Those who are to have some items now: on the way back, whoever had them. */
export interface Takers {
  /** Nobody is given anything who works here no more; `null`: nothing stands against it. */
  whyNot(item: CaseItem): "unknown-agent" | "agent-left" | null;
  /** Whoever leaves before the commit makes it stale. */
  readonly expects: Commit["expects"];
}

export async function readTakers(
  store: Store,
  items: readonly CaseItem[],
  { direction }: Pick<Carrying, "direction">,
): Promise<Takers> {
  const takerOf = ({ fromId, toId }: CaseItem) => (direction === "out" ? toId : fromId);
  const ids = [...new Set(items.flatMap((item) => takerOf(item) ?? []))];
  const stored = await store.load(ids.map((id) => ({ kind: "agent", id })));
  const found = stored.flatMap((one) => (one ? [{ ...one, agent: readAgent(one.body) }] : []));
  const agents = new Map(found.map(({ id, agent }) => [id, agent] as const));
  return {
    whyNot(item) {
      const agent = agents.get(takerOf(item) ?? "");
      if (!agent) return "unknown-agent";
      return agent.leftAt === null ? null : "agent-left";
    },
    expects: found.map(({ kind, id, version }) => ({ kind, id, version })),
  };
}
