import { absenceAt } from "../../core/people/absence.ts";
import { type Agent, readAgent } from "../../core/people/agent.ts";
import type { Commit, Store } from "../../ports/store.ts";

/** Longer chains of substitutes nobody keeps; the head is asked then. */
const longestChain = 5;

export interface PeopleRead {
  readonly people: ReadonlyMap<string, Agent>;
  /** For a commit that counts only while they are as they were read. */
  readonly expects: Commit["expects"];
}

/** Those who may come into a question about an owner: the named ones, and whoever stands in for them when it is due. */
export async function readPeople(
  store: Store,
  named: readonly (string | null)[],
  dueAt: number,
): Promise<PeopleRead["people"]> {
  return (await readPeopleAsTheyAre(store, named, dueAt)).people;
}

/** The same, with the versions they were read in. */
export async function readPeopleAsTheyAre(
  store: Store,
  named: readonly (string | null)[],
  dueAt: number,
): Promise<PeopleRead> {
  const people = new Map<string, Agent>();
  const expects: Commit["expects"][number][] = [];
  let wanted = [...new Set(named)].filter((id) => id !== null);
  for (let round = 0; round < longestChain && wanted.length > 0; round++) {
    const stored = await store.load(wanted.map((id) => ({ kind: "agent", id })));
    expects.push(...stored.flatMap((one) => (one ? [{ kind: "agent", id: one.id, version: one.version }] : [])));
    const agents = stored.flatMap((one) => (one ? [readAgent(one.body)] : []));
    for (const agent of agents) people.set(agent.id, agent);
    const substitutes = agents.flatMap(({ absences }) => absenceAt(absences, dueAt)?.substituteId ?? []);
    wanted = [...new Set(substitutes)].filter((id) => !people.has(id));
  }
  return { people, expects };
}
