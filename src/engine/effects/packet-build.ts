import type { Effect } from "../../core/conversation/effect.ts";
import { messageId } from "../../core/conversation/message.ts";
import { buildPacket, type PacketMaterial } from "../../core/packet/build-packet.ts";
import type { Packet, PacketSummary } from "../../core/packet/packet.ts";
import { redact } from "../../core/packet/redact.ts";
import { readSummary } from "../../core/packet/summary.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import { type Summarizer, type SummaryAnswer, SummaryError } from "../../ports/summarizer.ts";
import type { Outcome, Run } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { KnownConversations } from "../known-conversations.ts";
import { handoffOf, packetKey, readMaterial } from "../packets.ts";
import type { Parts } from "../parts.ts";
import { botMessage } from "./bot-reading.ts";
import { countUsage } from "./bot-usage.ts";
import { rejectOnAbort } from "./reject-on-abort.ts";

type PacketEffect = Extract<Effect, { type: "packet-build" }>;

const attempts = 2;

/** First what is known, stored at once; then, where there is one, a model's account of it. No handoff waits for either. */
export function createPacketBuild(parts: Parts, known: KnownConversations) {
  return async (leased: LeasedEffect, { conversationId, handoffId }: PacketEffect, run: Run): Promise<Outcome> => {
    const { body: conversation } = await known.fresh(conversationId);
    const handoff = conversation && handoffOf(conversation);
    // Over, or another one is open: that one has a packet of its own to come.
    if (!conversation || handoff?.id !== handoffId) return { outcome: "done" };
    const material = await readMaterial(parts, conversation, handoff);
    const { summarizer } = parts;
    if (leased.attempt === 1) {
      const isStored = await store(parts, buildPacket(material, { status: summarizer ? "pending" : "none" }));
      if (!isStored) return { outcome: "done" };
    }
    if (!summarizer) return { outcome: "done" };
    const made = await summarize(parts, summarizer, material, run.signal);
    if (made.status === "aborted") return { outcome: "hand-back" };
    if (made.status === "retry" && leased.failures + 1 < attempts) {
      return { outcome: "retry", error: made.failure, retryAfterMs: made.retryAfterMs };
    }
    const summary: PacketSummary = made.status === "ready" ? made.summary : { status: "failed", failure: made.failure };
    await store(parts, buildPacket(material, summary));
    return { outcome: "done" };
  };
}

/** Under the handoff it was made for and no other; of what was erased meanwhile nothing comes back (I15). */
async function store(parts: Parts, packet: Packet): Promise<boolean> {
  for (;;) {
    const { conversationId, handoffId } = packet;
    const [stored] = await parts.store.load([{ kind: "conversation", id: conversationId }]);
    if (!stored) return false;
    const at = parts.clock.now();
    const result = await parts.store.commit({
      ...emptyCommit(at),
      expects: [{ kind: "conversation", id: conversationId, version: stored.version }],
      puts: [{ ...packetKey(conversationId), body: packet }],
      feed: [{ type: "packet-ready", conversationId, data: { handoffId, summary: packet.summary.status } }],
    });
    if (result.status === "committed") return true;
  }
}

type Made =
  | { readonly status: "ready"; readonly summary: PacketSummary }
  | { readonly status: "aborted" }
  | { readonly status: "failed"; readonly failure: string }
  | { readonly status: "retry"; readonly failure: string; readonly retryAfterMs: number | null };

async function summarize(
  parts: Parts,
  summarizer: Summarizer,
  material: PacketMaterial,
  stop: AbortSignal,
): Promise<Made> {
  const timeout = AbortSignal.timeout(parts.limits.botTimeoutMs);
  const signal = AbortSignal.any([stop, timeout]);
  const { handoff, messages } = material;
  const words = messages.flatMap(botMessage).map((message) => ({ ...message, text: redact(message.text) }));
  const asked = { handoffId: handoff.id, locale: null, reason: handoff.reason, messages: words };
  try {
    const answer = await Promise.race([summarizer.summarize(asked, signal), rejectOnAbort(signal)]);
    countUsage(parts.metrics, answer.usage);
    return checked(parts, answer, material);
  } catch (error) {
    if (stop.aborted) return { status: "aborted" };
    if (timeout.aborted) return { status: "failed", failure: "time-out" };
    if (!(error instanceof SummaryError)) return { status: "failed", failure: "error" };
    countUsage(parts.metrics, error.usage);
    const { failure, retryable, retryAfterMs } = error;
    return retryable ? { status: "retry", failure, retryAfterMs } : { status: "failed", failure };
  }
}

/** A model's word is looked at before anybody reads it. */
function checked(
  parts: Parts,
  { summary: raw, usage }: SummaryAnswer,
  { conversation, messages }: PacketMaterial,
): Made {
  const ids = new Set(messages.map(({ seq }) => messageId(conversation.id, seq)));
  const read = readSummary(raw, ids);
  if (read.status === "malformed") return { status: "failed", failure: "malformed" };
  const { summary, dropped } = read;
  const madeAt = parts.clock.now();
  return { status: "ready", summary: { status: "ready", madeAt, model: usage?.model ?? null, summary, dropped } };
}
