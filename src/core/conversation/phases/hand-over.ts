import type { Verdict } from "../../detection/decide.ts";
import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { Actor } from "../record.ts";
import type { BotControl, HumanControl } from "../state.ts";
import { wayOf } from "../way.ts";
import { endAlert, openAlert } from "./alert.ts";
import { dropTurn, oweTurn } from "./bot-turns.ts";
import { openHandoff } from "./open-handoff.ts";
import { endPersonal } from "./return-to-queue.ts";

export interface HandOver {
  readonly verdict: Verdict;
  readonly actor: Actor;
  /** Who has it can go on with it: a bot that has just failed cannot. */
  readonly canStay: boolean;
  /** For the person who takes over. */
  readonly note: string | null;
}

/** The bot gives up, or shares: what becomes of it is the rule's to say. */
export function handOver(draft: Draft, control: BotControl, asked: HandOver, context: TransitionContext): void {
  const { verdict, actor, canStay, note } = asked;
  if (note !== null) draft.append({ type: "note", agentId: null }, { type: "text", text: note });
  if (verdict.outcome?.behaviour === "keep-owner" && canStay) {
    const alert = openAlert(draft, control.alert, verdict.cause, verdict.outcome, context);
    draft.set({ control: { ...control, alert, pendingTurn: turnAfterAlert(draft, control, actor, context) } });
    return;
  }
  dropTurn(draft, control);
  endAlert(draft, control.alert);
  openHandoff(draft, { cause: verdict.cause, way: wayOf(verdict.outcome, context), actor }, context);
}

/** The bot still has it, so what the customer has asked is still the bot's to answer, whatever was said since. */
function turnAfterAlert(draft: Draft, { pendingTurn }: BotControl, actor: Actor, { settings }: TransitionContext) {
  if (actor.type !== "customer") return pendingTurn;
  return oweTurn(draft, pendingTurn, settings, draft.conversation.lastCustomerSeq - 1);
}

/** An outside workflow asks for others while a person has it. */
export function handOverFromPerson(
  draft: Draft,
  control: HumanControl,
  { verdict, actor }: HandOver,
  context: TransitionContext,
): void {
  const { outcome, cause } = verdict;
  if (outcome?.behaviour === "keep-owner") {
    draft.set({ control: { ...control, alert: openAlert(draft, control.alert, cause, outcome, context) } });
    return;
  }
  endPersonal(draft, control, context);
  draft.release(context.agents[control.agentId]);
  openHandoff(draft, { cause, way: wayOf(outcome, context), actor, takenFrom: control.agentId }, context);
}
