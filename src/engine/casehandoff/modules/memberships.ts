import type { CaseItem, ItemResult } from "../../../core/casehandoff/item.ts";
import { type Agent, readAgent } from "../../../core/people/agent.ts";
import { reviseAgent } from "../../../core/people/revise-agent.ts";
import type { Commit, Store } from "../../../ports/store.ts";
import { afterwards } from "../../people/edit-agent.ts";
import type { Carrying, ItemModule } from "./item-module.ts";

interface Person {
  readonly version: number;
  readonly before: Agent;
  agent: Agent;
}

type People = ReadonlyMap<string, Person>;

/**
 * The teams somebody is in, and with them the queues they work. Whoever is in no team takes everybody's work, so a last
 * membership stays until the subject leaves, and somebody without any needs none.
 */
export function membershipsModule(store: Store): ItemModule {
  return {
    id: "memberships",
    name: "Teams and queues",
    batchSize: 25,
    isOutside: false,
    async list({ teamIds }) {
      const item = { kind: "team", units: 0, channelKind: null } as const;
      return { status: "listed", items: teamIds.map((id) => ({ ...item, reference: id, seen: id })), next: null };
    },
    async carry(items, carrying) {
      const people = await readPeople(store, items);
      const carryOne = carrying.direction === "out" ? moveOut : moveBack;
      const results = new Map(items.map((item) => [item.id, carryOne(people, item, carrying)] as const));
      return { results, commit: commitOf(people, carrying), settled: () => undefined };
    },
  };
}

async function readPeople(store: Store, items: readonly CaseItem[]): Promise<People> {
  const ids = [...new Set(items.flatMap(({ fromId, toId }) => (toId === null ? [fromId] : [fromId, toId])))];
  const stored = await store.load(ids.map((id) => ({ kind: "agent", id })));
  return new Map(
    stored.flatMap((one) => {
      if (!one) return [];
      const agent = readAgent(one.body);
      return [[one.id, { version: one.version, before: agent, agent }] as const];
    }),
  );
}

/** In `left`: what was changed of whom, to be put back later. */
const added = "added";
const removed = "removed";

function moveOut(people: People, { fromId, toId, reference: teamId }: CaseItem): ItemResult {
  const from = people.get(fromId);
  const to = toId === null ? undefined : people.get(toId);
  if (!from?.agent.teamIds.includes(teamId)) return { status: "skipped-changed", reason: "not-a-member" };
  if (!to || toId === null) return { status: "failed", reason: "unknown-agent" };
  if (to.agent.leftAt !== null) return { status: "failed", reason: "agent-left" };
  const takesAll = to.agent.teamIds.length === 0;
  const wasAdded = !takesAll && join(to, teamId);
  const wasRemoved = leave(from, teamId);
  const left = [wasAdded ? added : "", wasRemoved ? removed : ""].join(" ").trim();
  const reason = wasRemoved ? (takesAll ? "takes-every-team" : null) : "last-team-kept";
  return { status: "moved", placed: { type: "agent", id: toId }, left, reason };
}

function moveBack(people: People, item: CaseItem, { isForced }: Carrying): ItemResult {
  const { fromId, toId, reference: teamId } = item;
  const done = item.left?.split(" ") ?? [];
  const from = people.get(fromId);
  const to = toId === null ? undefined : people.get(toId);
  if (!from || from.agent.leftAt !== null) return { status: "left-alone", reason: "agent-left" };
  const isAsLeft =
    from.agent.teamIds.includes(teamId) !== done.includes(removed) &&
    (!done.includes(added) || to?.agent.teamIds.includes(teamId) === true);
  if (!isAsLeft && !isForced) return { status: "left-alone", reason: "membership-changed" };
  if (done.includes(removed)) join(from, teamId);
  if (done.includes(added) && to) leave(to, teamId);
  return { status: "returned" };
}

function join(person: Person, teamId: string): boolean {
  const { agent } = person;
  if (agent.teamIds.includes(teamId)) return false;
  person.agent = { ...agent, teamIds: [...agent.teamIds, teamId] };
  return true;
}

/** Never the last one: it would be the work of all teams instead of none. */
function leave(person: Person, teamId: string): boolean {
  const { agent } = person;
  const teamIds = agent.teamIds.filter((id) => id !== teamId);
  if (teamIds.length === 0 || teamIds.length === agent.teamIds.length) return false;
  person.agent = { ...agent, teamIds };
  return true;
}

function commitOf(people: People, { at }: Carrying): Partial<Commit> {
  const changed = [...people.values()].filter(({ before, agent }) => before !== agent);
  const follows = changed.map(({ before, agent, version }) =>
    afterwards(before, agent, { id: `${agent.id}.${version + 1}`, at }),
  );
  return {
    expects: [...people.values()].map(({ before, version }) => ({ kind: "agent", id: before.id, version })),
    puts: changed.map(({ before, agent }) => ({ kind: "agent", id: agent.id, body: reviseAgent(before, agent) })),
    effects: follows.flatMap(({ effects }) => effects),
    feed: follows.flatMap(({ feed }) => feed),
  };
}
