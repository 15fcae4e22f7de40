import type { Agent } from "../people/agent.ts";
import type { RoutingNote } from "./decision.ts";
import { exclusionOf } from "./exclusion.ts";
import { findNamed } from "./named-person.ts";
import { isMeant, type Scope } from "./scope.ts";
import type { Search } from "./search.ts";

/** How far the search went, and who of those it reached could take it. */
export interface Found {
  readonly scope: Scope;
  readonly step: number;
  readonly eligible: readonly Agent[];
  readonly notes: readonly RoutingNote[];
}

/** From its own people on, step by step, as far as the time in the queue and the steps that are passed over allow. */
export function widen(search: Search): Found {
  const { handoff } = search.input;
  if (handoff.exhaustedAt !== null) return reach(search, { type: "everybody" }, search.begun, []);
  if (handoff.destination.type === "agent") return named(search);
  const notes: RoutingNote[] = [];
  for (let step = search.begun; ; step++) {
    const found = reach(search, scopeAt(search, step), step, notes);
    const isPassedOver = search.steps[step - 1]?.skipIf === "nobody-available" && step < search.steps.length;
    if (found.eligible.length > 0 || !isPassedOver) return found;
    notes.push({ code: "step-passed-over", step });
  }
}

/** The teams it was resolved to, and those of every step up to this one. */
export function scopeAt({ input, steps }: Search, step: number): Scope {
  const { teamIds } = input.handoff.destination;
  const added = teamIds.length === 0 ? [] : steps.slice(0, step).flatMap(({ teams }) => teams);
  return { type: "teams", teamIds: new Set([...teamIds, ...added]) };
}

function named(search: Search): Found {
  const { scope, notes } = findNamed(search);
  return reach(search, scope, 0, notes);
}

function reach(search: Search, scope: Scope, step: number, notes: readonly RoutingNote[]): Found {
  const eligible = search.input.agents.filter(
    (agent) => isMeant(agent, scope) && exclusionOf(agent, search.bounds) === null,
  );
  return { scope, step, eligible, notes };
}
