import { type Decided, decideAgain } from "../../engine/decide-again.ts";
import type { DecisionMoment } from "../../engine/hear-signals.ts";

/** A decision of the simulation, and whose. */
export interface SeenDecision {
  readonly at: number;
  readonly customerId: string;
  readonly decided: Decided;
}

/** Everything that is decided, once each, although the engine may begin twice. */
export interface DecisionWatch {
  see(moment: DecisionMoment): void;
  /** Those since the last time. */
  take(): readonly SeenDecision[];
}

export function watchDecisions(): DecisionWatch {
  const seen = new Map<string, SeenDecision>();
  return {
    see(moment) {
      const { before, event } = moment;
      const again = decideAgain(moment);
      const customerId = before?.customerId ?? (event.type === "message-received" ? event.customerId : null);
      if (!again || customerId === null) return;
      const { applied, ...decided } = again;
      seen.set(event.id, { at: event.at, customerId, decided });
    },
    take() {
      const taken = [...seen.values()];
      seen.clear();
      return taken;
    },
  };
}
