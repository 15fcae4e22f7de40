import type { KnownCustomer } from "../../core/customers/read-lines.ts";

/** Runs the work of a line when those before it that it depends on are done. To be called in the order of the file. */
export type InTurn = <Result>(customer: KnownCustomer, work: () => Promise<Result>) => Promise<Result>;

/**
 * The same customer twice in a file is one after the other, as the file has it. One reference on several channels is one
 * customer, so these wait for each other; a second address on the same channel is somebody else and waits only for the
 * one that gets the reference there. So a file with one reference everywhere is as fast as any other.
 */
export function createTurns(): InTurn {
  const ends = new Map<string, Promise<unknown>>();
  const firsts = new Map<string, string>();

  function dependsOn({ channelId, address, reference }: KnownCustomer) {
    const own = keyOf("address", channelId, address);
    if (reference === null) return { after: [own], holds: [own] };
    const place = keyOf("place", reference, channelId);
    const first = firsts.get(place) ?? address;
    firsts.set(place, first);
    if (first !== address) return { after: [place, own], holds: [own] };
    const shared = keyOf("reference", reference);
    return { after: [shared, own], holds: [shared, place, own] };
  }

  return (customer, work) => {
    const { after, holds } = dependsOn(customer);
    const before = after.flatMap((key) => ends.get(key) ?? []);
    const turn = Promise.all(before).then(work);
    for (const key of holds) ends.set(key, turn);
    return turn;
  };
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
