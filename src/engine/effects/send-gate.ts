import type { Effect } from "../../core/conversation/effect.ts";
import type { SendSettled } from "../../core/conversation/event.ts";
import { type Delivery, isAutomatic, type Message } from "../../core/conversation/message.ts";
import type { Conversation } from "../../core/conversation/state.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import type { Run } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { KnownConversations } from "../known-conversations.ts";
import type { Parts } from "../parts.ts";
import { logEntry } from "../read.ts";
import { changedMessageEntry } from "../to-commit.ts";

export type SendEffect = Extract<Effect, { type: "message-send" }>;

export interface GateParts {
  readonly parts: Parts;
  readonly known: KnownConversations;
}

export type Gate =
  | {
      readonly status: "open";
      readonly message: Message;
      readonly conversation: Conversation;
      /** An attempt before this one left, and what became of it is not known. */
      readonly mayHaveArrived: boolean;
    }
  | { readonly status: "stopped"; readonly result: SendSettled["result"] }
  | { readonly status: "gone" };

/** The gate every message passes on its way out: under an old epoch nothing automated leaves (I3). */
export async function openGate(parts: GateParts, leased: LeasedEffect, effect: SendEffect, run: Run): Promise<Gate> {
  // Committed as `sending` with the change that planned it: it has passed the gate.
  const planned = run.planned?.messages.find((message) => message.seq === effect.seq);
  if (run.planned && planned) {
    return { status: "open", message: planned, conversation: run.planned.conversation, mayHaveArrived: false };
  }
  for (;;) {
    const gate = await tryGate(parts, leased, effect);
    if (gate) return gate;
  }
}

/** `failed`: somebody has sent it back on its way from the dead letters. */
const mayLeave: ReadonlySet<Delivery["status"]> = new Set(["queued", "sending", "failed"]);

/** `null`: the conversation changed between reading and marking. */
async function tryGate({ parts, known }: GateParts, leased: LeasedEffect, effect: SendEffect): Promise<Gate | null> {
  const { store } = parts;
  const { version, body: conversation } = await known.fresh(effect.conversationId);
  const message = (await logEntry(store, "messages", effect.conversationId, effect.seq)) as Message | null;
  if (!conversation || !message) return { status: "gone" };
  // Another process had the lease after this one, and has finished.
  if (!mayLeave.has(message.delivery.status)) return { status: "gone" };
  // A first attempt that finds it marked was handed back before it could begin.
  const hasLeft = message.delivery.status === "sending" && leased.attempt > 1;
  if (isAutomatic(message) && message.epoch !== conversation.epoch) {
    return { status: "stopped", result: { status: hasLeft ? "unknown" : "withheld" } };
  }
  const channel = parts.channels.get(message.channelId);
  if (hasLeft && message.author.type === "bot" && channel && !channel.capabilities.hasIdempotentSend) {
    return { status: "stopped", result: { status: "unknown" } };
  }
  const marked = { ...message, delivery: { status: "sending" } } as const;
  const result = await store.commit({
    ...emptyCommit(parts.clock.now()),
    expects: [{ kind: "conversation", id: conversation.id, version }],
    entries: [changedMessageEntry(marked)],
  });
  if (result.status !== "committed") return null;
  return { status: "open", message: marked, conversation, mayHaveArrived: hasLeft };
}
