import { decide } from "../../detection/decide.ts";
import type { Signal, SignalId } from "../../detection/signal.ts";
import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { BotControl, Restraint } from "../state.ts";
import { dropTurn, oweTurn } from "./bot-turns.ts";
import { handOver } from "./hand-over.ts";
import { hear } from "./hear.ts";
import type { Incoming } from "./incoming.ts";
import { offerPerson } from "./offer-person.ts";
import { activeRestraint, imposeRestraint } from "./restraint.ts";

/** A message in the bot's phase: to a person, an offer of one, or the bot's turn. Decided before the bot is asked. */
export function react(draft: Draft, control: BotControl, incoming: Incoming, context: TransitionContext): void {
  const restraint = activeRestraint(draft.conversation, draft.at);
  const signals = audible(hear(draft, incoming, context), restraint);
  if (restraint && signals.length === 0) return;
  const { conversation, at } = draft;
  const verdict = decide({ conversation, at, signals, messageSeq: incoming.message.seq }, context);
  if (verdict.action === "handoff") {
    handOver(draft, control, { verdict, actor: { type: "customer" }, canStay: true, note: null }, context);
    return;
  }
  if (restraint || imposeRestraint(draft, control, signals, context)) return;
  const mayOffer = verdict.action === "offer" && conversation.engagement.offer === null;
  if (mayOffer && offerPerson(draft, verdict, incoming, context)) {
    dropTurn(draft, control);
    draft.set({ control: { ...control, pendingTurn: null } });
    return;
  }
  draft.set({ control: { ...control, pendingTurn: oweTurn(draft, control.pendingTurn, context.settings) } });
}

/** Whoever is held back for insults is still heard when it matters. */
function audible(signals: readonly Signal[], restraint: Restraint | null): readonly Signal[] {
  if (!restraint) return signals;
  const heard = restraint.type === "blocked" ? risks : requests;
  return signals.filter(({ id }) => heard.has(id));
}

const risks: ReadonlySet<SignalId> = new Set(["self-harm", "threat", "fraud", "legal", "privacy"]);
const requests: ReadonlySet<SignalId> = new Set([...risks, "explicit-request", "person-button", "phrase", "flag"]);
