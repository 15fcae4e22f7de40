import type { Conversation } from "../../core/conversation/state.ts";
import { readConversation } from "../../core/conversation/upgrade.ts";
import type { Agent } from "../../core/people/agent.ts";
import { decideRoute } from "../../core/routing/decide-route.ts";
import type { RoutingDecision } from "../../core/routing/decision.ts";
import { ringing } from "../../core/routing/exclusion.ts";
import { openUnits } from "../../core/routing/open-units.ts";
import type { Parts } from "../parts.ts";
import type { PolicyReader } from "../settings/policy-reader.ts";
import { listsForAgent } from "./lists-for-agent.ts";
import { plainInput, queuedOf, type Waiting, waitingOf } from "./read-route-input.ts";
import type { Roster } from "./roster.ts";
import type { Router } from "./router.ts";
import { waitingSameCustomers } from "./same-customer.ts";
import type { WaitingList } from "./waiting-list.ts";

/**
 * Somebody got room, came on duty or learned something: those who wait are looked through in the order in which they are
 * served, and only as many are routed as this person has places for. Four hundred who wait and three who sign in are
 * three requests, and the next ones when these are answered (I7).
 */
export type ServeAgent = (agentId: string, causeId: string) => Promise<void>;

export interface ServeTools {
  readonly roster: Roster;
  readonly router: Router;
  readonly policies: Pick<PolicyReader, "for">;
}

/**
 * Whom one cannot serve is passed over, this many looks at most for one drain: all of them have stored wake-ups of their
 * own (I5).
 */
export const mostLooks = 200;
/** One who waits may stand in several lists: passing them by again costs little, and has an end, too. */
const mostPassed = 5 * mostLooks;

/** Which of those who wait are looked at, and what of it is settled. */
interface Serving {
  readonly of: (conversation: Conversation) => Waiting | null;
  readonly isWanted: (decision: RoutingDecision) => boolean;
}

export function createServeAgent(parts: Parts, { roster, router, policies }: ServeTools): ServeAgent {
  async function personNow(id: string): Promise<Agent | undefined> {
    await roster.read();
    return roster.person(id);
  }

  /** With this person alone: cheap, and enough to see what they cannot take. `pulled`: it is given to nobody. */
  async function mightTake(agent: Agent, waiting: Waiting): Promise<boolean | "pulled"> {
    const policy = await policies.for(waiting.conversation.draftId);
    const agents = waiting.handoff.destination.type === "agent" ? await roster.read() : [agent];
    const decision = decideRoute(plainInput(parts, waiting, agents, policy));
    return isFound(decision) || (decision.by === "pull" ? "pulled" : false);
  }

  /** Read again: in a page that was read before, somebody may have declined since (I6). */
  async function serve({ conversation }: Waiting, causeId: string, { of, isWanted }: Serving): Promise<boolean> {
    const [stored] = await parts.store.load([{ kind: "conversation", id: conversation.id }]);
    const waiting = stored ? of(readConversation(stored.body)) : null;
    if (!waiting) return false;
    const decided = await router.decide(waiting);
    if (!isWanted(decided.decision)) return false;
    const id = `${causeId}:${conversation.id}`;
    await router.settle(waiting, decided, { id, effectId: causeId, settles: [] });
    return true;
  }

  return async (agentId, causeId) => {
    const { settings } = await policies.for(null);
    await roster.read();
    await roster.isFresh([agentId]);
    let agent = roster.person(agentId);
    if (!agent || !hasPlace(agent)) return;
    const { own, shared } = listsForAgent(parts, agent, settings);
    const looked = new Set<string>();
    let [looks, passed] = [0, 0];
    const isOver = () => looks >= mostLooks || passed >= mostPassed;

    /** Each once: whoever was found for one may be no more when it comes to it, and would be found for ever. */
    function isNew({ conversation: { id } }: Waiting): boolean {
      const isFirst = !looked.has(id);
      looked.add(id);
      return isFirst;
    }

    async function giveSameCustomers(): Promise<void> {
      for (const waiting of agent ? await waitingSameCustomers(parts.store, agent) : []) {
        if (!agent || !hasPlace(agent) || isOver()) return;
        looks += 1;
        if (await serve(waiting, causeId, sameCustomers)) agent = await personNow(agentId);
      }
    }

    async function work(list: WaitingList, hasRoom: (person: Agent) => boolean): Promise<void> {
      while (agent && hasRoom(agent) && !isOver()) {
        const next = await list.head();
        if (!next) return;
        list.pass();
        passed += 1;
        if (!isNew(next)) continue;
        const might = await mightTake(agent, next);
        // Letters in a queue that rings do not keep anybody from being found behind them.
        if (might === "pulled") continue;
        looks += 1;
        if (might && (await serve(next, causeId, anybodys))) agent = await personNow(agentId);
      }
    }

    await giveSameCustomers();
    await work(own, hasPlace);
    await work(shared, (person) => hasPlace(person) && ringing(person) < settings.people.ringsAtOnce);
    if (isOver()) parts.logger.info("queue-drain-cut-short", { agentId, looks });
  };
}

function isFound({ outcome: { type } }: RoutingDecision): boolean {
  return type === "ask" || type === "give";
}

const anybodys: Serving = { of: waitingOf, isWanted: isFound };
/** It may ring for others: that ends with it. */
const sameCustomers: Serving = { of: queuedOf, isWanted: isSameCustomers };

function isSameCustomers({ outcome, by }: RoutingDecision): boolean {
  return outcome.type === "give" && by === "same-customer";
}

function hasPlace(agent: Agent): boolean {
  return agent.presence === "available" && agent.leftAt === null && openUnits(agent) < agent.capacity;
}
