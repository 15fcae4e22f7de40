/** A person who answers, and what they hold. Routing reserves here in the same commit that offers (I7). */
export interface Agent {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly name: string;
  readonly presence: "available" | "away";
  readonly capacity: number;
  /** Conversation id → held as. Sets, not counters: reserving twice is reserving once. */
  readonly holds: Readonly<Record<string, "offered" | "open">>;
  /** When they were last given something; longest idle goes first. */
  readonly lastAssignedAt: number;
  readonly isTest: boolean;
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
