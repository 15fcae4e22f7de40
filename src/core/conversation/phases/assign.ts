import type { TransitionContext } from "../context.ts";
import { ignored, refused } from "../decision.ts";
import type { Draft } from "../draft.ts";
import type { EventOf, Stop } from "../handler.ts";
import type { Actor, ControlReason } from "../record.ts";
import type { BotControl, HumanControl, QueueControl } from "../state.ts";
import { endAlert } from "./alert.ts";
import { dropTurn } from "./bot-turns.ts";
import { colleague, mayDecide } from "./colleagues.ts";
import { leaveQueue } from "./leave-queue.ts";
import { endPersonal } from "./return-to-queue.ts";
import { takeControl } from "./take-control.ts";

/** Given to a person without asking them: one record, one epoch, and never more than they can take (I2, I7). */
export function assign(
  draft: Draft,
  control: BotControl | QueueControl | HumanControl,
  event: EventOf<"conversation-assigned">,
  context: TransitionContext,
): Stop | undefined {
  const holderId = control.phase === "human" ? control.agentId : null;
  if (!mayDecide(event.byAgentId, holderId, context)) return refused("not-allowed");
  if (event.agentId === holderId) return ignored("already theirs");
  const { jobId } = event;
  const movesAsItIs = jobId !== null && control.phase === "human" ? control : null;
  const takesRoom = movesAsItIs?.isIdle !== true;
  const found = colleague(draft.conversation, { ...event, takesRoom }, context, draft.at);
  if ("stop" in found) return found.stop;
  leave(draft, control, context);
  const reason: ControlReason = jobId === null ? { code: "assigned" } : { code: "moved", jobId };
  const actor: Actor = event.byAgentId === null ? { type: "system" } : { type: "agent", agentId: event.byAgentId };
  takeControl(draft, found.agent, { reason, actor, isSilent: !event.tellsCustomer, movesAsItIs }, context);
  const targets = [{ type: "agent", id: event.agentId } as const];
  const subjectId = draft.conversation.id;
  draft.notify({ kind: "conversation-assigned", subjectId, targets, actorId: event.byAgentId });
  return undefined;
}

function leave(draft: Draft, control: BotControl | QueueControl | HumanControl, context: TransitionContext): void {
  switch (control.phase) {
    case "bot":
      dropTurn(draft, control);
      endAlert(draft, control.alert);
      return;
    case "queue":
      leaveQueue(draft, control, context);
      return;
    case "human":
      endPersonal(draft, control, context);
      draft.release(context.agents[control.agentId]);
  }
}
