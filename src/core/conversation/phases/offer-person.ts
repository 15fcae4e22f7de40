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
export function offerPerson(draft: Draft, verdict: Verdict, incoming: Incoming, context: TransitionContext): void {
  const isUnreadable = incoming.message.content.type === "attachment";
  const moment = isUnreadable ? "handoff.offer.unreadable" : "handoff.offer";
  sendOffer(draft, { cause: verdict.cause, moment, author: { type: "system", moment }, after: [] }, context);
}

interface Offer {
  readonly cause: HandoffCause;
  readonly moment: "handoff.offer" | "handoff.offer.unreadable";
  readonly author: Author;
  /** What is said before it, in the same message. */
  readonly after: readonly (string | null)[];
}

export function sendOffer(draft: Draft, { cause, moment, author, after }: Offer, context: TransitionContext): void {
  const { policy } = context;
  const about = { cause, destination: resolve(policy.settings.handoff.destination, policy) };
  const opening = introduction(draft, context);
  const offered = draft.word(moment, { about });
  const text = joined([...opening, ...after, offered]);
  if (text === "") return;
  const locale = draft.conversation.locale ?? policy.settings.company.defaultLocale;
  const content =
    offered === null
      ? ({ type: "text", text } as const)
      : ({ type: "offer", text, choices: choicesFor(locale) } as const);
  const { seq } = draft.send(author, content);
  const { engagement } = draft.conversation;
  draft.set({ engagement: { ...engagement, offer: { seq, isOpen: offered !== null, evidence: cause.evidence } } });
  draft.note({ type: "person-offered", data: { seq, reason: cause.reason } });
}
