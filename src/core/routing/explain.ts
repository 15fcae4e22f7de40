import type { Candidate, Exclusion, RoutingDecision, RoutingOutcome } from "./decision.ts";
import { exclusionOf } from "./exclusion.ts";
import { isMeant } from "./scope.ts";
import type { Search } from "./search.ts";
import type { Found } from "./widen.ts";

/** A record stays well under 64 kB, however many people there are. */
const mostCandidates = 200;

/** Of very many, those who could have had it, then those for whom little was missing. */
const telling: readonly (Exclusion | null)[] = [
  null,
  ...(["declined", "ringing", "full", "busy", "away", "language", "skill", "absent", "off-shift"] as const),
];

export interface Explained {
  readonly outcome: RoutingOutcome;
  readonly by: string;
}

/** The whole of a decision: whom it was meant for, and why not them (I12). */
export function explain(search: Search, found: Found, { outcome, by }: Explained): RoutingDecision {
  const { input, priority, needs } = search;
  const asked = new Set(idsIn(outcome));
  const special = new Set([...asked, input.handoff.preferredAgentId]);
  const eligible = new Set(found.eligible);
  const candidates: Candidate[] = [];
  for (const agent of input.agents) {
    if (agent.isTest !== input.conversation.isTest) continue;
    if (!isMeant(agent, found.scope) && !special.has(agent.id)) continue;
    candidates.push({
      agentId: agent.id,
      excluded: eligible.has(agent) || asked.has(agent.id) ? null : exclusionOf(agent, search.bounds),
    });
  }
  const listed = candidates.length <= mostCandidates ? candidates : mostTelling(candidates, asked);
  const notes = [...found.notes, ...needs.dropped, ...externalNote(search, by)];
  return {
    outcome,
    by,
    step: found.step,
    candidates: listed,
    elsewhere: input.agents.length - candidates.length,
    ...(listed.length < candidates.length ? { omitted: candidates.length - listed.length } : {}),
    ...(priority === input.handoff.priority ? {} : { priority }),
    ...(notes.length === 0 ? {} : { notes }),
  };
}

function mostTelling(candidates: readonly Candidate[], asked: ReadonlySet<string>): readonly Candidate[] {
  const chosen = candidates.filter(({ agentId }) => asked.has(agentId));
  const others = Map.groupBy(candidates, ({ excluded }) => excluded);
  const inOrder = telling.flatMap((excluded) => others.get(excluded) ?? []);
  const rest = candidates.filter(({ excluded }) => !telling.includes(excluded));
  return [...new Set([...chosen, ...inOrder, ...rest])].slice(0, mostCandidates);
}

function externalNote({ queue, input }: Search, by: string) {
  const wasAsked = queue.strategy.type === "external" && input.external !== null && by.includes("external");
  return wasAsked && input.external ? ([{ code: "external", answer: input.external }] as const) : [];
}

export function idsIn(outcome: RoutingOutcome): readonly string[] {
  if (outcome.type === "ask") return outcome.agentIds;
  return outcome.type === "give" ? [outcome.agentId] : [];
}
