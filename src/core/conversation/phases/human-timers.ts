import type { TransitionContext } from "../context.ts";
import { ignored } from "../decision.ts";
import type { Draft } from "../draft.ts";
import type { EventOf, Stop } from "../handler.ts";
import type { HumanControl } from "../state.ts";
import { alertDeadline } from "./alert-deadline.ts";
import { colleagueTimedOut } from "./colleague-asks.ts";
import { watchFired } from "./first-response.ts";
import { ownerDeadline } from "./owner-changed.ts";
import { silenceLooked, snoozeEnded } from "./quiet.ts";

/** A stored time has come while a person has it; one that was cancelled, or has been, does nothing (I9). */
export function humanTimer(
  draft: Draft,
  control: HumanControl,
  event: EventOf<"timer-fired">,
  context: TransitionContext,
): Stop | undefined {
  const { timer } = event;
  switch (timer.kind) {
    case "alert-deadline":
      return alertDeadline(draft, control, event, context);
    case "request-expiry":
      return colleagueTimedOut(draft, control, timer.askId, context);
    case "first-response":
      return watchFired(draft, control, event, context);
    case "owner-deadline":
      return ownerDeadline(draft, control, event, context);
    case "snooze-end":
      return snoozeEnded(draft, control, event, context);
    case "idle":
      return silenceLooked(draft, control, event, context);
    case "sla":
    case "handoff-wake-up":
      return ignored("a person has it");
  }
}
