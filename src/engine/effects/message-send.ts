import type { SendSettled } from "../../core/conversation/event.ts";
import { type Message, messageId } from "../../core/conversation/message.ts";
import type { Conversation } from "../../core/conversation/state.ts";
import type { Agent } from "../../core/people/agent.ts";
import type { Channel, OutboundMessage, SendResult } from "../../ports/channel.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome, Run } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { HandleEvent } from "../handle-event.ts";
import type { KnownConversations } from "../known-conversations.ts";
import type { Parts } from "../parts.ts";
import { readCustomer } from "../read.ts";
import { withOwnLink } from "../surveys/survey-ask.ts";
import { changedMessageEntry } from "../to-commit.ts";
import { outcomeOf } from "./outcome.ts";
import { rejectOnAbort } from "./reject-on-abort.ts";
import { type GateParts, openGate, type SendEffect } from "./send-gate.ts";

type Settled = SendSettled["result"];

/** The only way a message leaves: epoch compared and marked `sending` in one commit, then the channel (I3, I10). */
export function createMessageSend(parts: Parts, known: KnownConversations, handle: HandleEvent) {
  return async (leased: LeasedEffect, effect: SendEffect, run: Run): Promise<Outcome> => {
    const opened = await openGate({ parts, known }, leased, effect, run);
    if (opened.status === "gone") return { outcome: "done" };
    const settle = async (result: Settled) => {
      const event = { type: "send-settled", id: leased.id, effectId: leased.id, seq: effect.seq, result } as const;
      const at = parts.clock.now();
      return outcomeOf(await handle(effect.conversationId, { ...event, at }, { settles: [leased.id] }));
    };
    if (opened.status === "stopped") return settle(opened.result);
    const { message, conversation } = opened;
    const channel = parts.channels.get(message.channelId);
    if (!channel) return fail(parts, handle, leased, effect, `channel ${message.channelId} is not configured`);
    const outbound = await outboundMessage(parts, message, conversation);
    if (!outbound) return { outcome: "done" };
    const result = await deliver(parts, channel, outbound);
    parts.metrics.count("baton_sends_total", { outcome: result.status });
    if (result.status === "sent") return settle(result);
    if (result.status === "failed") return fail(parts, handle, leased, effect, result.error);
    const isLast =
      leased.failures + 1 >= parts.limits.sendAttempts || parts.clock.now() - message.at >= parts.limits.sendHoldMs;
    if (isLast) return fail(parts, handle, leased, effect, result.error);
    if (!result.mayHaveArrived && !opened.mayHaveArrived) await takeBack({ parts, known }, conversation.id, message);
    return { outcome: "retry", error: result.error, retryAfterMs: result.retryAfterMs };
  };
}

/** Its code threw again and again: the agent is told that it did not leave. */
export function giveUpSend(
  parts: Parts,
  handle: HandleEvent,
  leased: LeasedEffect,
  effect: SendEffect,
): Promise<Outcome> {
  return fail(parts, handle, leased, effect, "a fault in Baton; see the log");
}

/** Failed for good: said in the conversation, kept among the dead letters, and the lane goes on (I10). */
async function fail(
  parts: Parts,
  handle: HandleEvent,
  leased: LeasedEffect,
  effect: SendEffect,
  error: string,
): Promise<Outcome> {
  const result = { status: "failed", error } as const;
  const event = { type: "send-settled", id: leased.id, effectId: leased.id, seq: effect.seq, result } as const;
  await handle(effect.conversationId, { ...event, at: parts.clock.now() });
  return { outcome: "dead", error };
}

async function deliver(parts: Parts, channel: Channel, outbound: OutboundMessage): Promise<SendResult> {
  const timeout = AbortSignal.timeout(parts.limits.sendTimeoutMs);
  try {
    return await Promise.race([channel.send(outbound, timeout), rejectOnAbort(timeout)]);
  } catch {
    // A channel must neither throw nor ignore the signal; when it does, nobody knows how far the message got.
    return { status: "retry", error: "the channel adapter failed", retryAfterMs: null, mayHaveArrived: true };
  }
}

/** It surely did not leave: until the next attempt it may still be withheld. */
async function takeBack({ parts, known }: GateParts, conversationId: string, message: Message): Promise<void> {
  const queued = { ...message, delivery: { status: "queued" } } as const;
  for (;;) {
    const { version, body } = await known.fresh(conversationId);
    // Erased meanwhile: nothing of it may come back (I15).
    if (!body) return;
    const result = await parts.store.commit({
      ...emptyCommit(parts.clock.now()),
      expects: [{ kind: "conversation", id: conversationId, version }],
      entries: [changedMessageEntry(queued)],
    });
    if (result.status === "committed") return;
  }
}

async function outboundMessage(
  parts: Parts,
  message: Message,
  conversation: Conversation,
): Promise<OutboundMessage | null> {
  const customer = await readCustomer(parts.store, conversation.customerId);
  const identity = customer?.identities.find(({ channelId }) => channelId === message.channelId);
  const { author } = message;
  if (!identity || author.type === "customer" || author.type === "note") return null;
  return {
    id: messageId(conversation.id, message.seq),
    address: identity.address,
    conversationId: conversation.id,
    author: author.type,
    authorName: author.type === "agent" ? await agentName(parts, author.agentId) : null,
    text: await withOwnLink(parts, message),
    choices: message.content.type === "offer" ? message.content.choices : [],
    locale: conversation.locale,
    at: message.at,
  };
}

async function agentName(parts: Parts, agentId: string): Promise<string | null> {
  const [stored] = await parts.store.load([{ kind: "agent", id: agentId }]);
  return stored ? (stored.body as Agent).name : null;
}
