import type { Verdict } from "../../detection/decide.ts";
import { choicesFor } from "../../messages/buttons.ts";
import type { TransitionContext } from "../context.ts";
import { type Draft, joined } from "../draft.ts";
import type { Author } from "../message.ts";
import type { HandoffCause } from "../state.ts";
import { resolve } from "../way.ts";
import type { Incoming } from "./incoming.ts";
import { introduction } from "./introduction.ts";

/** Once per engagement, where it is not certain that a person is wanted: the customer decides (I4). */
export function offerPerson(draft: Draft, verdict: Verdict, incoming: Incoming, context: TransitionContext): boolean {
  const isUnreadable = incoming.message.content.type === "attachment";
  const moment = isUnreadable ? "handoff.offer.unreadable" : "handoff.offer";
  return sendOffer(draft, { cause: verdict.cause, moment, author: { type: "system", moment }, after: [] }, context);
}

interface Offer {
  readonly cause: HandoffCause;
  readonly moment: "handoff.offer" | "handoff.offer.unreadable";
  readonly author: Author;
  /** What is said before it, in the same message. */
  readonly after: readonly (string | null)[];
}

/** @returns whether anything was offered: where the lead has muted it, the bot goes on. */
export function sendOffer(draft: Draft, { cause, moment, author, after }: Offer, context: TransitionContext): boolean {
  const { policy } = context;
  const about = { cause, destination: resolve(policy.settings.handoff.destination, policy) };
  const offered = draft.word(moment, { about });
  if (offered === null) return false;
  const text = joined([...introduction(draft, context), ...after, offered]);
  const locale = draft.conversation.locale ?? policy.settings.company.defaultLocale;
  const { seq } = draft.send(author, { type: "offer", text, choices: choicesFor(locale) });
  const { engagement } = draft.conversation;
  draft.set({ engagement: { ...engagement, offer: { seq, isOpen: true, evidence: cause.evidence } } });
  draft.note({ type: "person-offered", data: { seq, reason: cause.reason } });
  return true;
}
