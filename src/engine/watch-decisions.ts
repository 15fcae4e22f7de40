import type { DecisionMoment } from "./hear-signals.ts";
import type { ReadContext } from "./read-context.ts";

/**
 * Told of everything that is about to be decided, before it is. For simulations: it must be quick, and may be told twice
 * of an event whose commit was refused.
 */
export type WatchDecisions = (moment: DecisionMoment) => void;

export function watched(readContext: ReadContext, watch: WatchDecisions | null): ReadContext {
  if (!watch) return readContext;
  return async (known, read, event) => {
    const context = await readContext(known, read, event);
    watch({ before: known.body, event, context });
    return context;
  };
}
