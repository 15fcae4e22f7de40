import type { Control } from "../conversation/state.ts";
import { pendingAsks } from "./pending-asks.ts";

/** With whom a place is kept for it: whoever has it, and whoever is being asked to take it. Advice takes no room. */
export function holdersOf(control: Control): ReadonlySet<string> {
  const asked = pendingAsks(control).flatMap(({ kind, pending }) =>
    kind === "discuss" ? [] : pending.map(({ agentId }) => agentId),
  );
  return new Set(control.phase === "human" ? [control.agentId, ...asked] : asked);
}
