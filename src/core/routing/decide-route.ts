import type { RoutingDecision } from "./decision.ts";
import { type Explained, explain } from "./explain.ts";
import { type ExternalQuestion, mostNamed } from "./external.ts";
import { belongsTo } from "./gift.ts";
import { openUnits } from "./open-units.ts";
import { overflowAfter } from "./overflow-after.ts";
import type { RouteInput } from "./route-input.ts";
import { beginSearch, type Search } from "./search.ts";
import { chooseByStrategy, orderBy } from "./strategies/order-by-strategy.ts";
import { type Found, widen } from "./widen.ts";

export type { RouteInput } from "./route-input.ts";

/** Who is asked next, and why not the others (I6, I7, I12). */
export function decideRoute(input: RouteInput): RoutingDecision {
  const search = beginSearch(input);
  const found = widen(search);
  return explain(search, found, belongsTo(search) ?? chosen(search, found));
}

/** What the queue's outside service is to be asked before it is decided; `null`: it has no say in this. */
export function questionFor(input: RouteInput): { readonly question: ExternalQuestion; readonly url: string } | null {
  const search = beginSearch(input);
  const { queue, intake } = search;
  if (queue.strategy.type !== "external" || intake === "pull" || belongsTo(search)) return null;
  const { eligible } = widen(search);
  if (eligible.length === 0) return null;
  const { handoff, conversation, load } = input;
  const question = {
    conversationId: conversation.id,
    handoffId: handoff.id ?? "",
    queueId: queue.id,
    reason: handoff.reason ?? "",
    priority: search.priority,
    locale: conversation.locale,
    channelKind: load.channelKind,
    enteredQueueAt: handoff.enteredQueueAt,
    agents: orderBy(queue.strategy.fallback, eligible, search)
      .slice(0, mostNamed)
      .map((agent) => ({ id: agent.id, openUnits: openUnits(agent), capacity: agent.capacity })),
  };
  return { question, url: queue.strategy.url };
}

function chosen(search: Search, found: Found): Explained {
  const { queue, intake } = search;
  // People claim from it, or a lead assigns; nothing rings, and nothing times out on a person.
  if (intake === "pull") return nobody(search, found, "pull");
  const { strategy } = queue;
  if (found.eligible.length === 0) {
    // The service is only asked to choose among people.
    return nobody(search, found, strategy.type === "external" ? strategy.fallback : strategy.type);
  }
  const { agents, by } = chooseByStrategy(found.eligible, search);
  const [first] = agents;
  if (!first) return nobody(search, found, by);
  if (intake === "give") return { outcome: { type: "give", agentId: first.id }, by };
  return { outcome: { type: "ask", agentIds: agents.map(({ id }) => id) }, by };
}

/** Nobody at once. Only now is it asked whether to wait for them here. */
function nobody(search: Search, { scope }: Found, by: string): Explained {
  const action = overflowAfter(search, scope);
  return { outcome: action ? { type: "overflow", action } : { type: "nobody" }, by };
}
