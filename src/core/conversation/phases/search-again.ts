import type { RoutingDecision } from "../../routing/decision.ts";
import type { Draft } from "../draft.ts";
import type { QueueControl } from "../state.ts";
import { foundNobody } from "./found-nobody.ts";
import { planRoute } from "./search-on.ts";

/** So often in a row somebody is found who cannot take it when it comes to it; after that the wake-up goes on (I5). */
export const mostLooksInARow = 5;

/**
 * Whoever was found cannot take it any more (I7): another look at once, as they have become another person since. Should
 * that ever be so again and again, it ends with a name instead of going round for ever.
 */
export function searchAgain(draft: Draft, control: QueueControl, decision: RoutingDecision, look: number): void {
  if (look < mostLooksInARow) {
    planRoute(draft, control.handoff.id, look + 1);
    return;
  }
  const notes = [...(decision.notes ?? []), { code: "looked-too-often", looks: look } as const];
  foundNobody(draft, control, { ...decision, outcome: { type: "nobody" }, notes });
  draft.note({ type: "routing-gave-up", data: { handoffId: control.handoff.id, looks: look } });
}
