import { type Agent, hasRoom, type Presence } from "../people/agent.ts";
import type { Priority } from "../rules/rule.ts";
import { isMissed } from "./first-response-promise.ts";
import type { HandoffRow } from "./handoff-row.ts";

/** How it stands right now. */
export interface Wallboard {
  readonly at: number;
  readonly waiting: Waiting;
  readonly queues: readonly QueueBoard[];
  readonly people: PeopleBoard;
  readonly agents: readonly AgentBoard[];
  /** Of open handoffs. */
  readonly sla: { readonly atRisk: number; readonly missed: number };
  /** There is more than was looked at. */
  readonly isCut: boolean;
}

export interface Waiting {
  readonly count: number;
  readonly byPriority: Readonly<Record<Priority, number>>;
  /** Since when the one waits who waits longest; `null`: nobody does. */
  readonly longestSince: number | null;
  /** Those who wait for a call or an e-mail, and not in the queue. */
  readonly elsewhere: number;
}

export interface QueueBoard extends Waiting {
  readonly queueId: string | null;
  readonly teamId: string | null;
}

export interface PeopleBoard extends Readonly<Record<Presence, number>> {
  /** Available, and with room for one more. */
  readonly free: number;
}

export interface AgentBoard {
  readonly agentId: string;
  readonly presence: Presence;
  readonly open: number;
  /** Kept, and taking no room. */
  readonly idle: number;
  readonly offered: number;
}

export interface BoardFacts {
  readonly at: number;
  /** Open ones. */
  readonly handoffs: readonly HandoffRow[];
  readonly agents: readonly Agent[];
  readonly isCut: boolean;
}

export function wallboard({ at, handoffs, agents, isCut }: BoardFacts): Wallboard {
  const people = agents.filter(({ isTest, leftAt }) => !isTest && leftAt === null);
  const waiting = handoffs.filter(({ phase }) => phase === "waiting");
  const queues = Map.groupBy(
    waiting,
    ({ queueId, teamId }) => `${queueId ?? ""}\n${queueId === null ? (teamId ?? "") : ""}`,
  );
  return {
    at,
    waiting: waitingOf(waiting),
    queues: [...queues.values()].map((rows) => ({
      queueId: rows[0]?.queueId ?? null,
      teamId: rows[0]?.teamId ?? null,
      ...waitingOf(rows),
    })),
    people: peopleOf(people),
    agents: people.map(boardOf),
    sla: slaOf(handoffs, at),
    isCut,
  };
}

function waitingOf(rows: readonly HandoffRow[]): Waiting {
  const here = rows.filter(({ waitsElsewhere }) => !waitsElsewhere);
  const byPriority = { urgent: 0, high: 0, normal: 0, low: 0 };
  for (const { priority } of here) byPriority[priority] += 1;
  const longestSince = here.reduce<number | null>(
    (longest, { openedAt }) => (longest === null ? openedAt : Math.min(longest, openedAt)),
    null,
  );
  return { count: here.length, byPriority, longestSince, elsewhere: rows.length - here.length };
}

function peopleOf(agents: readonly Agent[]): PeopleBoard {
  const counts = { available: 0, busy: 0, away: 0, offline: 0, free: 0 };
  for (const agent of agents) {
    counts[agent.presence] += 1;
    if (agent.presence === "available" && hasRoom(agent)) counts.free += 1;
  }
  return counts;
}

function boardOf({ id, presence, holds }: Agent): AgentBoard {
  const held = Object.values(holds);
  const as = (what: string) => held.filter((hold) => hold.as === what).length;
  return { agentId: id, presence, open: as("open"), idle: as("idle"), offered: as("offered") };
}

function slaOf(handoffs: readonly HandoffRow[], at: number): Wallboard["sla"] {
  const open = handoffs.filter(
    ({ isPromised, missedAt, answeredAt }) => answeredAt === null && (isPromised || missedAt !== null),
  );
  const missed = open.filter((row) => isMissed(row, at)).length;
  const warned = open.filter((row) => row.warnedAt !== null && row.warnedAt <= at && !isMissed(row, at)).length;
  return { atRisk: warned, missed };
}
