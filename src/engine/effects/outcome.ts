import type { Outcome } from "../effect-runner.ts";
import type { Handled } from "../handle-event.ts";

/** A result event that was committed, or came second, has settled its effect; otherwise there is nothing left to do. */
export function outcomeOf(handled: Handled): Outcome {
  switch (handled.status) {
    case "committed":
    case "ignored":
    case "duplicate":
      return { outcome: "settled" };
    default:
      return { outcome: "done" };
  }
}
