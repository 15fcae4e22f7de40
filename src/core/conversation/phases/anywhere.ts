import type { TransitionContext } from "../context.ts";
import { ignored, refused } from "../decision.ts";
import type { Draft } from "../draft.ts";
import { countBotMessage } from "../engagement.ts";
import type { EventOf, Handler, Stop } from "../handler.ts";
import type { Delivery, Message } from "../message.ts";
import type { Control } from "../state.ts";
import { mayDecide } from "./colleagues.ts";
import { bounded } from "./incoming.ts";

/** Events that mean the same whoever is in control. */
export const anywhere = {
  "send-settled": ((draft, _control, event, context) => {
    const message = expected(context, event.seq);
    if (!message) return ignored("the message is gone");
    const delivery = settledDelivery(event, draft.at);
    if (rank(delivery) < rank(message.delivery)) return ignored("the platform has reported more already");
    const isHeldBack = delivery.status === "withheld" && message.delivery.status !== "withheld";
    if (isHeldBack && isOfBot(draft, message)) draft.set(countBotMessage(draft.conversation, -1));
    return updateDelivery(draft, message, delivery);
  }) satisfies Handler<Control, "send-settled">,

  "delivery-reported": ((draft, _control, event, context) => {
    const message = expected(context, event.seq);
    if (!message) return ignored("the message is gone");
    if (message.delivery.status === "none") return ignored("a report about a message that was not sent");
    const delivery: Delivery =
      event.status === "failed"
        ? { status: "failed", at: draft.at, error: event.detail ?? "the platform reported a failure" }
        : { status: event.status, at: draft.at };
    if (rank(delivery) <= rank(message.delivery)) return ignored("nothing new about this message");
    return updateDelivery(draft, message, delivery);
  }) satisfies Handler<Control, "delivery-reported">,

  "note-added": ((draft, control, { agentId, text }): Stop | undefined => {
    const isAdvice = control.phase === "human" && control.advisers.includes(agentId);
    draft.append({ type: "note", agentId, ...(isAdvice ? { isAdvice } : {}) }, { type: "text", text });
    return undefined;
  }) satisfies Handler<Control, "note-added">,

  "details-changed": ((draft, _control, event): Stop | undefined => {
    const { tags, properties } = draft.conversation;
    const kept = tags.filter((tag) => !event.removeTags.includes(tag));
    const changed = { ...properties, ...event.properties };
    draft.set({
      tags: [...new Set([...kept, ...event.addTags])].slice(0, mostTags),
      properties: bounded(
        Object.fromEntries(Object.entries(changed).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))),
      ),
    });
    draft.note({ type: "details-changed", data: {} });
    return undefined;
  }) satisfies Handler<Control, "details-changed">,

  /** Said after the end, too: one click is easily forgotten. By whoever has or had it: it counts in their figures. */
  "wrap-up-noted": ((draft, control, event, context): Stop | undefined => {
    if (control.phase !== "human" && control.phase !== "closed") return ignored("nothing has been worked on");
    if (!control.handoff) return ignored("nobody was asked for");
    const ownerId = control.phase === "human" ? control.agentId : draft.conversation.engagement.lastAgentId;
    if (!mayDecide(event.agentId, ownerId, context)) return refused("not-allowed");
    const handoff = { ...control.handoff, course: { ...control.handoff.course, wrapUp: event.wrapUp } };
    draft.set({ control: { ...control, handoff } });
    draft.note({ type: "wrap-up-noted", data: { agentId: event.agentId } });
    return undefined;
  }) satisfies Handler<Control, "wrap-up-noted">,

  "language-set": ((draft, _control, event): Stop | undefined => {
    draft.set({ locale: event.locale, localeSource: "agent" });
    draft.note({ type: "language-set", data: { locale: event.locale } });
    return undefined;
  }) satisfies Handler<Control, "language-set">,

  "restraint-lifted": ((draft, _control, event): Stop | undefined => {
    if (!draft.conversation.restraint) return ignored("nothing is imposed");
    const { engagement } = draft.conversation;
    draft.set({ restraint: null, engagement: { ...engagement, insults: 0 } });
    draft.note({ type: "restraint-lifted", data: { agentId: event.agentId } });
    return undefined;
  }) satisfies Handler<Control, "restraint-lifted">,
};

const mostTags = 50;

function expected(context: TransitionContext, seq: number): Message | null {
  return context.message?.seq === seq ? context.message : null;
}

function isOfBot({ conversation }: Draft, { author, engagement }: Message): boolean {
  return author.type === "bot" && engagement === conversation.engagement.number;
}

function updateDelivery(draft: Draft, message: Message, delivery: Delivery): undefined {
  draft.update({ ...message, delivery });
  if (delivery.status === "failed" || delivery.status === "unknown") {
    draft.note({ type: "message-undelivered", data: { seq: message.seq, status: delivery.status } });
  }
}

function settledDelivery(event: EventOf<"send-settled">, at: number): Delivery {
  const { result } = event;
  switch (result.status) {
    case "sent":
      return { status: "sent", at, providerId: result.providerId };
    case "failed":
      return { status: "failed", at, error: result.error };
    default:
      return { status: result.status, at };
  }
}

/** Reports arrive in any order; a later stage is never overwritten by an earlier one. */
function rank(delivery: Delivery): number {
  const order: Record<Delivery["status"], number> = {
    none: 0,
    queued: 1,
    sending: 2,
    unknown: 3,
    withheld: 3,
    sent: 4,
    failed: 5,
    delivered: 6,
    read: 7,
  };
  return order[delivery.status];
}
