import { ignored } from "../decision.ts";
import type { Draft } from "../draft.ts";
import type { EventOf, Stop } from "../handler.ts";
import type { BotControl, ClosedControl } from "../state.ts";
import { lastSubjectOf } from "../wording.ts";
import { activeRestraint } from "./restraint.ts";

/**
 * Written to a customer who was helped and has not come back; whoever has is being helped already. Where it cannot be
 * said, a person has to see to it: the follow-up stays open (I3).
 */
export function checkIn(
  draft: Draft,
  control: BotControl | ClosedControl,
  { taskId, since }: EventOf<"check-in-due">,
): Stop | undefined {
  const { lastCustomerAt } = draft.conversation;
  if (lastCustomerAt > since) return ignored("the customer has written since");
  if (activeRestraint(draft.conversation, draft.at)) return ignored("the customer is not answered for a while");
  if (control.phase === "bot" && (control.pendingTurn || control.alert)) return ignored("an answer is on its way");
  if (!draft.say("followup.checkin", { about: lastSubjectOf({ control }) }))
    return ignored("nothing is said at this moment");
  draft.note({ type: "check-in-sent", data: { taskId } });
  return undefined;
}
