import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome, Run } from "../effect-runner.ts";
import type { HandleEvent } from "../handle-event.ts";
import type { Parts } from "../parts.ts";
import type { CustomerEffect } from "./documents.ts";
import { createRunLookUp } from "./run-look-up.ts";
import { createTellConversations } from "./tell-conversations.ts";

export type RunCustomerEffect = (leased: LeasedEffect, effect: CustomerEffect, run: Run) => Promise<Outcome>;

export function createRunCustomerEffect(parts: Parts, handle: HandleEvent, wake: () => void): RunCustomerEffect {
  const tellConversations = createTellConversations(parts, handle);
  const lookUp = createRunLookUp(parts);
  return async (leased, effect, run) => {
    if (effect.type === "customer-tell") return tellConversations(leased, effect);
    const outcome = await lookUp(leased, effect, run);
    wake();
    return outcome;
  };
}
