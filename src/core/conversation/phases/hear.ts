import { offerAccepted } from "../../detection/decide.ts";
import { findSignals } from "../../detection/find-signals.ts";
import { readOfferAnswer } from "../../detection/offer-answer.ts";
import type { Signal } from "../../detection/signal.ts";
import { countRepetition, fingerprint } from "../../detection/signals/repetition.ts";
import type { Policy } from "../../settings/policy.ts";
import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { Engagement } from "../state.ts";
import type { Incoming } from "./incoming.ts";

/** Everything a message shows, its words and what came before it; what has to be remembered of it is remembered. */
export function hear(draft: Draft, incoming: Incoming, { policy }: TransitionContext): readonly Signal[] {
  const { message, reading } = incoming;
  const { engagement } = draft.conversation;
  const { repetitions } = policy.settings.detection;
  const signals = [...shownBy(incoming, policy)];
  if (acceptsOffer(engagement, incoming, signals)) {
    signals.push({ id: "explicit-request", detail: offerAccepted, start: 0, end: reading?.original.length ?? 0 });
  }
  const isText = reading !== null && message.content.type === "text";
  const print = isText ? fingerprint(reading) : "";
  if (print !== "" && countRepetition(engagement.said, print) >= repetitions) {
    signals.push({ id: "customer-repeats", start: 0, end: reading?.original.length ?? 0 });
  }
  const hasInsulted = signals.some(({ id }) => id === "insult");
  draft.set({
    engagement: {
      ...engagement,
      said: print === "" ? engagement.said : [...engagement.said, print].slice(-repetitions),
      insults: engagement.insults + (hasInsulted ? 1 : 0),
      offer: engagement.offer && { ...engagement.offer, isOpen: false },
      hasShownNeed: showsNeed(signals) || engagement.hasShownNeed,
    },
  });
  return signals;
}

/**
 * What a message shows while the bot is not asked: nothing is counted, since nothing that somebody repeats to an empty
 * room, or says about the wait, is held against them.
 */
export function listen(draft: Draft, incoming: Incoming, { policy }: TransitionContext): readonly Signal[] {
  const signals = shownBy(incoming, policy);
  const { engagement } = draft.conversation;
  if (showsNeed(signals)) draft.set({ engagement: { ...engagement, hasShownNeed: true } });
  return signals;
}

function shownBy({ message, reading, isFromParticipant }: Incoming, policy: Policy): readonly Signal[] {
  const signals = findSignals(message.content, reading, policy);
  return isFromParticipant ? [...signals, { id: "participant", start: 0, end: 0 }] : signals;
}

function showsNeed(signals: readonly Signal[]): boolean {
  return signals.some(({ id }) => needs.has(id));
}

/** "Yes please", said to the offer of a person, asks for one; so does the button, or asking in words. */
function acceptsOffer({ offer }: Engagement, { reading }: Incoming, signals: readonly Signal[]): boolean {
  if (!offer?.isOpen) return false;
  return signals.some(({ id }) => asks.has(id)) || (reading !== null && readOfferAnswer(reading) === "person");
}

const asks: ReadonlySet<Signal["id"]> = new Set(["explicit-request", "person-button"]);
/** Whatever the settings make of them, a person is needed. */
const needs: ReadonlySet<Signal["id"]> = new Set([...asks, "self-harm", "threat", "legal", "privacy", "fraud"]);
