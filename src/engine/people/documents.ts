import type { GoneReason } from "../../core/conversation/state.ts";
import type { Agent } from "../../core/people/agent.ts";
import type { DocumentKey, NewEffect, Store } from "../../ports/store.ts";

/** What the engine keeps of a person beside the agent, so that watching them never gets into routing's way. */
export interface AgentWatch {
  readonly schemaVersion: 1;
  readonly agentId: string;
  /** When their console was last heard of, to the minute; `null`: never. */
  readonly lastSeenAt: number | null;
  /** The stored look at whether it still is; `null`: nobody waits for it. */
  readonly checkEffectId: string | null;
  /** The next change of their shift or absences. */
  readonly schedule: { readonly effectId: string; readonly dueAt: number } | null;
  /** What their conversations were told last, or are being told. */
  readonly told: GoneReason | null;
  /** It was begun, and nobody has said that it is done. */
  readonly isTelling: boolean;
  /** The effect that goes on with it; absent or `null`: nobody but one that begins anew. */
  readonly goesOnAs?: string | null;
  /** The end of the shift they were reminded of. */
  readonly warnedOf: number | null;
}

/** Tells their conversations whether they are there; in the agent's own lane, so that going and coming keep their order. */
export interface OwnersTell {
  readonly type: "owners-tell";
  readonly agentId: string;
  /** What they chose, or what was found, for the history of the day; `null`: something else has changed. */
  readonly entry: PresenceEntry | null;
  /** Absent: it begins. */
  readonly on?: TellOn;
}

/** So many conversations have heard, and the rest is told from there on. */
interface TellOn {
  /** Of the effect that began it: what goes on bears its id with a number, however long it goes on. */
  readonly firstId: string;
  readonly piece: number;
  /** Who is before it has heard, as long as nothing else was told since. */
  readonly cursor: string | null;
}

/** Their shift or an absence changes, or did: look, and look again at the next change. */
export interface ShiftCheck {
  readonly type: "shift-check";
  readonly agentId: string;
}

/** Whether their console is still connected. */
export interface PresenceCheck {
  readonly type: "presence-check";
  readonly agentId: string;
}

/** Settings were published, or a process started: hours may be others than those that shifts were planned by. */
export interface RosterArm {
  readonly type: "roster-arm";
}

export type PeopleEffect = OwnersTell | ShiftCheck | PresenceCheck | RosterArm;

/** Of one change of somebody's presence. */
export interface PresenceEntry {
  readonly at: number;
  readonly presence: Agent["presence"];
  readonly statusId: string | null;
  readonly reason: string | null;
  readonly by: Agent["status"]["by"];
}

/** What one person's presence was on one day (UTC), for reports. */
export interface PresenceDay {
  readonly schemaVersion: 1;
  readonly agentId: string;
  /** `2026-11-21`. */
  readonly day: string;
  readonly entries: readonly PresenceEntry[];
}

export const presenceDayViews = {
  /** By agent, the days in order. */
  byAgent: "presence-days-by-agent",
  /** By day. */
  byDay: "presence-days",
};

export function watchKey(agentId: string): DocumentKey {
  return { kind: "agent-watch", id: agentId };
}

export function presenceDayKey(agentId: string, day: string): DocumentKey {
  return { kind: "presence-day", id: `${day}:${agentId}` };
}

export interface StoredWatch {
  readonly version: number;
  readonly body: AgentWatch;
}

export async function readWatch(store: Store, agentId: string): Promise<StoredWatch> {
  const [stored] = await store.load([watchKey(agentId)]);
  return stored ? { version: stored.version, body: stored.body as AgentWatch } : { version: 0, body: noWatch(agentId) };
}

function noWatch(agentId: string): AgentWatch {
  return {
    schemaVersion: 1,
    agentId,
    lastSeenAt: null,
    checkEffectId: null,
    schedule: null,
    told: null,
    isTelling: false,
    warnedOf: null,
  };
}

export function presenceEntry({ presence, status: { id, reason, since, by } }: Agent): PresenceEntry {
  return { at: since, presence, statusId: id, reason, by };
}

interface Planned {
  readonly id: string;
  readonly dueAt: number;
}

/** Due now, in the lane of the one person it is about: a lane must not wait for a time to come. */
export function ownersTell(agentId: string, { id, dueAt }: Planned, entry: PresenceEntry | null = null): NewEffect {
  const body: OwnersTell = { type: "owners-tell", agentId, entry };
  return { ...peopleEffect({ id: `${id}.tell-${agentId}`, dueAt }, body), lane: `people:${agentId}` };
}

export function ownersTellOn(agentId: string, on: TellOn, dueAt: number): NewEffect {
  const body: OwnersTell = { type: "owners-tell", agentId, entry: null, on };
  return { ...peopleEffect({ id: `${on.firstId}.${on.piece}`, dueAt }, body), lane: `people:${agentId}` };
}

export function peopleEffect({ id, dueAt }: Planned, body: PeopleEffect): NewEffect {
  return { id, lane: null, pool: "timer", dueAt, owner: "", body, whenLeased: [] };
}
