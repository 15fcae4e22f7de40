import { readConversation } from "../../core/conversation/upgrade.ts";
import type { Agent } from "../../core/people/agent.ts";
import { decideRoute } from "../../core/routing/decide-route.ts";
import { ringing } from "../../core/routing/exclusion.ts";
import { openUnits } from "../../core/routing/open-units.ts";
import type { Parts } from "../parts.ts";
import type { PolicyReader } from "../settings/policy-reader.ts";
import { listsForAgent } from "./lists-for-agent.ts";
import { plainInput, type Waiting, waitingOf } from "./read-route-input.ts";
import type { Roster } from "./roster.ts";
import type { Router } from "./router.ts";
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

/** Whom one cannot serve is passed over, this many at most: all of them have stored wake-ups of their own (I5). */
const mostLooked = 200;

export function createServeAgent(parts: Parts, { roster, router, policies }: ServeTools): ServeAgent {
  async function personNow(id: string): Promise<Agent | undefined> {
    await roster.read();
    return roster.person(id);
  }

  /** With this person alone: cheap, and enough to see what they cannot take. */
  async function mightTake(agent: Agent, waiting: Waiting): Promise<boolean> {
    const policy = await policies.for(waiting.conversation.draftId);
    const agents = waiting.handoff.destination.type === "agent" ? await roster.read() : [agent];
    return isFound(decideRoute(plainInput(parts, waiting, agents, policy)).outcome.type);
  }

  /** Read again: in a page that was read before, somebody may have declined since (I6). */
  async function serve({ conversation }: Waiting, causeId: string): Promise<boolean> {
    const [stored] = await parts.store.load([{ kind: "conversation", id: conversation.id }]);
    const waiting = stored ? waitingOf(readConversation(stored.body)) : null;
    if (!waiting) return false;
    const decided = await router.decide(waiting);
    if (!isFound(decided.decision.outcome.type)) return false;
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

    async function work(list: WaitingList, hasRoom: (person: Agent) => boolean): Promise<void> {
      while (agent && hasRoom(agent) && looked.size < mostLooked) {
        const next = await list.head();
        if (!next) return;
        list.pass();
        if (looked.has(next.conversation.id)) continue;
        looked.add(next.conversation.id);
        if ((await mightTake(agent, next)) && (await serve(next, causeId))) agent = await personNow(agentId);
      }
    }

    await work(own, hasPlace);
    await work(shared, (person) => hasPlace(person) && ringing(person) < settings.people.ringsAtOnce);
  };
}

function isFound(type: string): boolean {
  return type === "ask" || type === "give";
}

function hasPlace(agent: Agent): boolean {
  return agent.presence === "available" && agent.leftAt === null && openUnits(agent) < agent.capacity;
}
