import type { Resolved } from "../conversation/state.ts";

/** A person who answers, and what they hold. Routing reserves here in the same commit that offers (I7). */
export interface Agent {
  readonly schemaVersion: 2;
  readonly id: string;
  readonly name: string;
  readonly presence: "available" | "away";
  readonly capacity: number;
  /** Conversation id → held as. Sets, not counters: reserving twice is reserving once. */
  readonly holds: Readonly<Record<string, "offered" | "open">>;
  /** When they were last given something; longest idle goes first. */
  readonly lastAssignedAt: number;
  readonly isTest: boolean;
  /** Whose work they take. Nobody's in particular: everybody's. */
  readonly teamIds: readonly string[];
}

/** Agents are stored as they are; those of before there were teams belong to none. */
export function readAgent(body: unknown): Agent {
  const stored = body as Omit<Agent, "schemaVersion" | "teamIds"> & Partial<Pick<Agent, "teamIds">>;
  return { ...stored, schemaVersion: 2, teamIds: stored.teamIds ?? [] };
}

/** Whether a destination means this person. */
export function isAmong(agent: Agent, { type, id, teamIds }: Resolved): boolean {
  if (type === "agent") return agent.id === id;
  return teamIds.length === 0 || agent.teamIds.length === 0 || agent.teamIds.some((team) => teamIds.includes(team));
}

export function hasRoom(agent: Agent): boolean {
  return Object.keys(agent.holds).length < agent.capacity;
}

export function hold(agent: Agent, conversationId: string, as: "offered" | "open", at: number): Agent {
  return { ...agent, holds: { ...agent.holds, [conversationId]: as }, lastAssignedAt: at };
}

export function release(agent: Agent, conversationId: string): Agent {
  const { [conversationId]: _released, ...holds } = agent.holds;
  return { ...agent, holds };
}
