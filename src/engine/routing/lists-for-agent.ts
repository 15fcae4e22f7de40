import { conversationViews } from "../../core/conversation/index-entries.ts";
import type { Agent } from "../../core/people/agent.ts";
import type { Queue } from "../../core/routing/queue.ts";
import { isMeant } from "../../core/routing/scope.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { Parts } from "../parts.ts";
import { byRank, listOfQueue, listOfView, type WaitingList } from "./waiting-list.ts";

export interface ListsForAgent {
  /** What waits for them by name, and is given to them without ringing. */
  readonly own: WaitingList;
  /** Whatever else they might serve, in one order. */
  readonly shared: WaitingList;
}

/** Everything somebody might be asked to take, in the order in which it is served. */
export function listsForAgent(
  { store, channels }: Pick<Parts, "store" | "channels">,
  agent: Agent,
  settings: Settings,
): ListsForAgent {
  const view = (name: string, key: string) => listOfView(store, name, key);
  if (agent.isTest) return { own: nothing, shared: view(conversationViews.unaskedTests, "all") };
  const queues = Object.values(settings.queues).filter((queue) => queue.mode === "push" && serves(agent, queue));
  const teamIds = agent.teamIds.length > 0 ? agent.teamIds : Object.keys(settings.teams);
  // A team that is a destination by itself stands under its own id, which a queue may bear, too.
  const teams = teamIds.filter((id) => settings.queues[id] === undefined);
  return {
    own: view(conversationViews.unaskedFor, agent.id),
    shared: byRank([
      ...queues.map((queue) => listOfQueue(store, queue, channels)),
      ...teams.map((id) => view(conversationViews.unasked, id)),
      view(conversationViews.unaskedNamed, "all"),
      view(conversationViews.unaskedExhausted, "all"),
    ]),
  };
}

/** At the latest with the last step. */
function serves(agent: Agent, { teams, steps }: Queue): boolean {
  const added = teams.length === 0 ? [] : steps.flatMap((step) => step.teams);
  return isMeant(agent, { type: "teams", teamIds: new Set([...teams, ...added]) });
}

const nothing: WaitingList = { head: async () => null, pass: () => undefined };
