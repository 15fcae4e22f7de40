import type { Agent } from "../people/agent.ts";
import type { CaseStrategy } from "./choices.ts";

export interface ToDistribute {
  readonly reference: string;
  /** What it takes of somebody's room; 0: nothing. */
  readonly units: number;
  readonly channelKind: string | null;
}

/** Everybody's room as it fills up over all modules of a plan. */
export interface Rooms {
  /** Whether there is room for it, and takes it. */
  take(agent: Agent, item: ToDistribute): boolean;
  has(agent: Agent, item: ToDistribute): boolean;
  /** Share of the capacity that is taken, with what was given out here. */
  load(agent: Agent): number;
}

/**
 * Who gets what; `null`: nobody has room. Random is a draw of its own for each item, seeded: the same seed, people and
 * items give the same plan. Whoever has no room is no longer drawn (I7).
 */
export function distribute(
  items: readonly ToDistribute[],
  candidates: readonly Agent[],
  { strategy, seed, rooms }: { readonly strategy: CaseStrategy; readonly seed: string; readonly rooms: Rooms },
): readonly (string | null)[] {
  const inOrder = [...candidates].sort((one, other) => (one.id < other.id ? -1 : 1));
  const random = seeded(seed);
  return items.map((item) => {
    const able = inOrder.filter((agent) => rooms.has(agent, item));
    const chosen = strategy === "random" ? able[Math.floor(random() * able.length)] : leastLoaded(able, rooms);
    if (!chosen) return null;
    rooms.take(chosen, item);
    return chosen.id;
  });
}

function leastLoaded(able: readonly Agent[], rooms: Rooms): Agent | undefined {
  let best: Agent | undefined;
  for (const agent of able) if (!best || rooms.load(agent) < rooms.load(best)) best = agent;
  return best;
}

interface Room {
  units: number;
  /** With what takes no room, so that these are spread evenly too. */
  given: number;
  readonly byKind: Map<string, number>;
}

export function createRooms(): Rooms {
  const rooms = new Map<string, Room>();
  const roomOf = (agent: Agent): Room => {
    const known = rooms.get(agent.id) ?? heldBy(agent);
    rooms.set(agent.id, known);
    return known;
  };
  const has = (agent: Agent, { units, channelKind }: ToDistribute): boolean => {
    if (units === 0) return true;
    const { units: taken, byKind } = roomOf(agent);
    const ofKind = channelKind === null ? 0 : (byKind.get(channelKind) ?? 0);
    const most = channelKind === null ? undefined : agent.channelLimits[channelKind];
    return taken + units <= agent.capacity && ofKind + 1 <= (most ?? Number.POSITIVE_INFINITY);
  };
  return {
    has,
    take(agent, item) {
      if (!has(agent, item)) return false;
      const room = roomOf(agent);
      room.units += item.units;
      room.given += 1;
      const { channelKind } = item;
      if (item.units > 0 && channelKind !== null) room.byKind.set(channelKind, (room.byKind.get(channelKind) ?? 0) + 1);
      return true;
    },
    load(agent) {
      const { units, given } = roomOf(agent);
      return units / Math.max(1, agent.capacity) + given;
    },
  };
}

function heldBy({ holds }: Agent): Room {
  const room: Room = { units: 0, given: 0, byKind: new Map() };
  for (const { as, units, channelKind } of Object.values(holds)) {
    if (as === "idle") continue;
    room.units += units;
    room.byKind.set(channelKind, (room.byKind.get(channelKind) ?? 0) + 1);
  }
  return room;
}

/** A small generator (mulberry32) that always begins the same way for the same words. */
function seeded(seed: string): () => number {
  let state = 2_166_136_261;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
