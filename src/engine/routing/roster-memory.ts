import type { Agent } from "../../core/people/agent.ts";

/** Who is who, in which version, and who holds what: the roster's memory, without any reading. */
export interface RosterMemory {
  /** The same array until somebody changes. */
  list(): readonly Agent[];
  person(id: string): Agent | undefined;
  holdersOf(conversationId: string): Iterable<string>;
  doubt(id: string): void;
  takeDoubted(): readonly string[];
  /** Whether that is news; an older version than the known one is not. */
  put(agent: Agent, version: number): boolean;
  remove(id: string): boolean;
  /** A look at everybody begins: what is not put from now on is not there any more. */
  begin(): number;
  dropUnseen(began: number): void;
}

interface Known {
  readonly agent: Agent;
  readonly version: number;
  seen: number;
}

export function createRosterMemory(): RosterMemory {
  const people = new Map<string, Known>();
  const holders = new Map<string, Set<string>>();
  let doubted = new Set<string>();
  let listed: readonly Agent[] | null = null;
  let look = 0;

  function unhold({ id, holds }: Agent): void {
    for (const conversationId in holds) {
      const held = holders.get(conversationId);
      held?.delete(id);
      if (held?.size === 0) holders.delete(conversationId);
    }
  }

  function hold({ id, holds }: Agent): void {
    for (const conversationId in holds) {
      const held = holders.get(conversationId) ?? new Set();
      holders.set(conversationId, held.add(id));
    }
  }

  const memory: RosterMemory = {
    list() {
      listed ??= [...people.values()].map(({ agent }) => agent);
      return listed;
    },
    person: (id) => people.get(id)?.agent,
    holdersOf: (conversationId) => holders.get(conversationId) ?? [],
    doubt: (id) => void doubted.add(id),
    takeDoubted() {
      const taken = [...doubted];
      doubted = new Set();
      return taken;
    },
    put(agent, version) {
      const known = people.get(agent.id);
      if (known && known.version >= version) {
        known.seen = look;
        return false;
      }
      if (known) unhold(known.agent);
      hold(agent);
      people.set(agent.id, { agent, version, seen: look });
      listed = null;
      return true;
    },
    remove(id) {
      const known = people.get(id);
      if (!known) return false;
      unhold(known.agent);
      people.delete(id);
      listed = null;
      return true;
    },
    begin() {
      look += 1;
      return look;
    },
    dropUnseen(began) {
      for (const [id, { seen }] of people) if (seen < began) memory.remove(id);
    },
  };
  return memory;
}
