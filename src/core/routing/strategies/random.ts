import type { Agent } from "../../people/agent.ts";

/**
 * An order that nobody can foresee and everybody can go through again: it hangs on the seed (the handoff and how many it
 * has asked) and on each person alone, so that one who comes or goes shuffles nobody else.
 */
export function atRandom(agents: readonly Agent[], seed: string): readonly Agent[] {
  const drawn = new Map(agents.map(({ id }) => [id, draw(`${seed}\0${id}`)]));
  return agents.toSorted((a, b) => (drawn.get(a.id) ?? 0) - (drawn.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1));
}

/** FNV-1a, and then the finalizer of MurmurHash3: ids differ in their last letters only. */
function draw(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
