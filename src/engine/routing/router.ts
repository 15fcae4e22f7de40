import type { Agent } from "../../core/people/agent.ts";
import { decideRoute, questionFor, type RouteInput } from "../../core/routing/decide-route.ts";
import type { RoutingDecision } from "../../core/routing/decision.ts";
import { idsIn } from "../../core/routing/explain.ts";
import { queueOf } from "../../core/routing/queue-of.ts";
import type { Policy } from "../../core/settings/policy.ts";
import type { Handled, HandleEvent } from "../handle-event.ts";
import type { Parts } from "../parts.ts";
import type { PolicyReader } from "../settings/policy-reader.ts";
import type { AskExternal } from "./ask-external.ts";
import { goesAround, readRouteInput, type Waiting } from "./read-route-input.ts";
import type { Roster } from "./roster.ts";
import { createTellNobodyOnDuty } from "./tell-nobody-on-duty.ts";
import { createTurns } from "./turns.ts";

/** Finds a person for one conversation that waits: read, decide, commit. */
export interface Router {
  decide(waiting: Waiting): Promise<Decided>;
  /** The decision as an event; whatever it found is written down. */
  settle(waiting: Waiting, decided: Decided, event: SettleEvent): Promise<Handled>;
}

export interface Decided {
  readonly decision: RoutingDecision;
  readonly policy: Policy;
  /** As they were when it was decided. */
  readonly agents: readonly Agent[];
}

interface SettleEvent {
  readonly id: string;
  readonly effectId: string;
  readonly settles: readonly string[];
  /** How many looks in a row this one is; absent: the first. */
  readonly look?: number;
}

export interface RouterTools {
  readonly handle: HandleEvent;
  readonly policies: Pick<PolicyReader, "for">;
  readonly roster: Roster;
  readonly askExternal: AskExternal;
}

/** Chosen on what was known, and somebody turned out to be another: more often than this, the commit will tell. */
const mostLooks = 5;
/** Everybody's routing waits meanwhile, and the effect's lease has to outlast several questions. */
const longestAskMs = 5_000;
/** A place that somebody got back may not have been told of; of very many, the next look finds it. */
const mostLookedAgain = 50;

export function createRouter(parts: Parts, { handle, policies, roster, askExternal }: RouterTools): Router {
  const turns = createTurns(parts);
  const tellNobodyOnDuty = createTellNobodyOnDuty(parts);

  async function withExternal(input: RouteInput): Promise<RouteInput> {
    const asked = questionFor(input);
    if (!asked) return input;
    const { strategy } = queueOf(input.handoff.destination, input.policy.settings);
    const timeoutMs = strategy.type === "external" ? Math.min(strategy.timeoutSeconds * 1_000, longestAskMs) : 0;
    const id = `${asked.question.handoffId}.${input.handoff.course?.asked ?? 0}`;
    return { ...input, external: await askExternal({ id, ...asked, timeoutMs }) };
  }

  function logEndOfSearch(handled: Handled, handoffId: string, looks: number): void {
    if (handled.status !== "committed") return;
    const hasGivenUp = handled.decision.feed.some(({ type }) => type === "routing-gave-up");
    if (hasGivenUp) parts.logger.warn("routing-gave-up", { handoffId, looks });
  }

  return {
    async decide(waiting) {
      const policy = await policies.for(waiting.conversation.draftId);
      let agents = await roster.read();
      const read = await withExternal(await readRouteInput(parts, turns, waiting, agents, policy));
      let decision = decideRoute(read);
      for (let look = 1; look < mostLooks && !(await roster.isFresh(decisive(decision))); look++) {
        agents = await roster.read();
        decision = decideRoute({ ...read, agents });
      }
      return { decision, policy, agents };
    },
    async settle(waiting, { decision, policy, agents }, { id, effectId, settles, look = 1 }) {
      const { conversation, handoff } = waiting;
      const at = parts.clock.now();
      const event = { type: "route-settled", id, at, effectId, handoffId: handoff.id, decision, look } as const;
      const handled = await handle(conversation.id, event, { settles });
      logEndOfSearch(handled, handoff.id, look);
      const [firstId] = idsIn(decision.outcome);
      const queue = queueOf(handoff.destination, policy.settings);
      const hasTaken = handled.status === "committed" && firstId !== undefined && decision.by.startsWith("round-robin");
      if (hasTaken && goesAround(queue)) await turns.write(queue.id, firstId);
      await tellNobodyOnDuty(waiting, decision, { agents, settings: policy.settings });
      return handled;
    },
  };
}

/** On whom it hangs: whoever is chosen, or, when nobody is, those for whom only a place was missing. */
function decisive({ outcome, candidates }: RoutingDecision): readonly string[] {
  const chosen = idsIn(outcome);
  if (chosen.length > 0) return chosen;
  const isShort = (excluded: string | null) => excluded === "ringing" || excluded === "full";
  return candidates
    .filter(({ excluded }) => isShort(excluded))
    .slice(0, mostLookedAgain)
    .map(({ agentId }) => agentId);
}
