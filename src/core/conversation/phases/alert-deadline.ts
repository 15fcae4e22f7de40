import type { TransitionContext } from "../context.ts";
import { ignored } from "../decision.ts";
import type { Draft } from "../draft.ts";
import type { EventOf, Stop } from "../handler.ts";
import type { BotControl, HumanControl } from "../state.ts";
import { wayOf } from "../way.ts";
import { dropTurn } from "./bot-turns.ts";
import { openHandoff } from "./open-handoff.ts";
import { endPersonal } from "./return-to-queue.ts";

/** Nobody has claimed it in time: the fallback gets it (I5). */
export function alertDeadline(
  draft: Draft,
  control: BotControl | HumanControl,
  { timer }: EventOf<"timer-fired">,
  context: TransitionContext,
): Stop | undefined {
  const { alert } = control;
  if (timer.kind !== "alert-deadline" || alert?.id !== timer.alertId) return ignored("a deadline that is over");
  if (control.phase === "bot") dropTurn(draft, control);
  else {
    endPersonal(draft, { ...control, alert: null }, context);
    draft.release(context.agents[control.agentId]);
  }
  const way = { ...wayOf(null, context), ...alert.becomes, destination: alert.fallback };
  const takenFrom = control.phase === "human" ? control.agentId : null;
  openHandoff(draft, { cause: alert.cause, way, actor: { type: "system" }, takenFrom }, context);
  return undefined;
}
