import { offerAccepted } from "../../detection/decide.ts";
import { findSignals } from "../../detection/find-signals.ts";
import { readOfferAnswer } from "../../detection/offer-answer.ts";
import type { Signal } from "../../detection/signal.ts";
import { countRepetition, fingerprint } from "../../detection/signals/repetition.ts";
import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { Engagement } from "../state.ts";
import type { Incoming } from "./incoming.ts";

/** Everything a message shows, its words and what came before it; what has to be remembered of it is remembered. */
export function hear(draft: Draft, incoming: Incoming, { policy }: TransitionContext): readonly Signal[] {
  const { message, reading, isFromParticipant } = incoming;
  const { engagement } = draft.conversation;
  const { repetitions } = policy.settings.detection;
  const signals = [...findSignals(message.content, reading, policy)];
  if (isFromParticipant) signals.push({ id: "participant", start: 0, end: 0 });
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
      hasShownNeed: signals.some(({ id }) => needs.has(id)) || engagement.hasShownNeed,
    },
  });
  return signals;
}

/** "Yes please", said to the offer of a person, asks for one; so does the button, or asking in words. */
function acceptsOffer({ offer }: Engagement, { reading }: Incoming, signals: readonly Signal[]): boolean {
  if (!offer?.isOpen) return false;
  return signals.some(({ id }) => asks.has(id)) || (reading !== null && readOfferAnswer(reading) === "person");
}

const asks: ReadonlySet<Signal["id"]> = new Set(["explicit-request", "person-button"]);
/** Whatever the settings make of them, a person is needed. */
const needs: ReadonlySet<Signal["id"]> = new Set([...asks, "self-harm", "threat", "legal", "privacy", "fraud"]);
