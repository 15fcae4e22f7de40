import { absenceAt } from "../people/absence.ts";
import type { Agent } from "../people/agent.ts";
import type { Exclusion, RoutingNote } from "./decision.ts";
import { personalExclusion } from "./exclusion.ts";
import type { Scope } from "./scope.ts";
import type { Search } from "./search.ts";

export interface Named {
  readonly scope: Scope;
  readonly notes: readonly RoutingNote[];
}

/** Somebody who is there is waited for; these are not. */
const notThere: ReadonlySet<Exclusion> = new Set([
  "test",
  "left",
  "declined",
  "absent",
  "off-shift",
  "offline",
  "away",
]);

/** Meant for one person: them, or who stands in for them, or else the people of their teams. Never a dead end. */
export function findNamed(search: Search): Named {
  const { id } = search.input.handoff.destination;
  const person = search.person(id);
  if (!person) return instead({ agentId: id, excluded: null }, []);
  const excluded = personalExclusion(person, search.bounds);
  if (excluded === null || !notThere.has(excluded)) return only([id], []);
  const substitute = excluded === "absent" ? substituteOf(person, search) : null;
  if (!substitute) return instead({ agentId: id, excluded }, person.teamIds);
  const because = personalExclusion(substitute, search.bounds);
  if (because !== null && notThere.has(because)) return instead({ agentId: id, excluded }, person.teamIds);
  return only([id, substitute.id], [{ code: "substitute", agentId: substitute.id, of: id }]);
}

/** The first in the chain who is not absent themselves; nobody is asked twice. */
export function substituteOf(absent: Agent, { input, person }: Search): Agent | null {
  const seen = new Set([absent.id]);
  let current: Agent | undefined = absent;
  while (current) {
    const absence = absenceAt(current.absences, input.at);
    if (!absence) return current === absent ? null : current;
    if (absence.substituteId === null || seen.has(absence.substituteId)) return null;
    seen.add(absence.substituteId);
    current = person(absence.substituteId);
  }
  return null;
}

function only(ids: readonly string[], notes: readonly RoutingNote[]): Named {
  return { scope: { type: "people", ids: new Set(ids) }, notes };
}

function instead(
  missing: { readonly agentId: string; readonly excluded: Exclusion | null },
  teamIds: readonly string[],
): Named {
  const scope = { type: "teams", teamIds: new Set(teamIds) } as const;
  return { scope, notes: [{ code: "person-not-there", ...missing }] };
}
