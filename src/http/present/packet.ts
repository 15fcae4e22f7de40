import type { Packet, PacketEvidence, PacketSummary, Tried } from "../../core/packet/packet.ts";
import type { Summary } from "../../core/packet/summary.ts";
import type { PacketBody } from "../../protocol/packets.ts";
import { isoTime } from "./time.ts";

export function presentPacket(packet: Packet): PacketBody {
  const { schemaVersion: _version, builtAt, reason, customer, conversation, tried, summary, ...rest } = packet;
  const { destination, engagementStartedAt, waitingSince, tags, intents, ...facts } = conversation;
  return {
    ...rest,
    builtAt: isoTime(builtAt),
    reason: { ...reason, evidence: reason.evidence.map(presentEvidence) },
    customer: {
      ...customer,
      identities: [...customer.identities],
      properties: { ...customer.properties },
    },
    conversation: {
      ...facts,
      tags: [...tags],
      intents: [...intents],
      destination: destination.id === "" ? null : destination,
      engagementStartedAt: isoTime(engagementStartedAt),
      waitingSince: isoTime(waitingSince),
    },
    lastMessages: [...rest.lastMessages],
    promises: [...rest.promises],
    tried: presentTried(tried),
    summary: presentSummary(summary),
  };
}

function presentEvidence({ signal, detail, quote }: PacketEvidence): PacketBody["reason"]["evidence"][number] {
  return { signal, detail, quote };
}

function presentTried({ usage, people, lastBotAnswers, notes, ...rest }: Tried): PacketBody["tried"] {
  return {
    ...rest,
    lastBotAnswers: [...lastBotAnswers],
    notes: [...notes],
    people: people.map(({ agentId, from, until }) => ({
      agentId,
      from: isoTime(from),
      until: until === null ? null : isoTime(until),
    })),
    costUsd: usage.costMicros / 1_000_000,
  };
}

function presentSummary(summary: PacketSummary): PacketBody["summary"] {
  if (summary.status !== "ready") return summary;
  return { ...summary, madeAt: isoTime(summary.madeAt), summary: presentClaims(summary.summary) };
}

type SummaryBody = Extract<PacketBody["summary"], { status: "ready" }>["summary"];

function presentClaims(summary: Summary): SummaryBody {
  const grounded = <Claim extends { readonly messageIds: readonly string[] }>(claims: readonly Claim[]) =>
    claims.map((claim) => ({ ...claim, messageIds: [...claim.messageIds] }));
  const { sentiment } = summary;
  return {
    ...summary,
    tried: grounded(summary.tried),
    promises: grounded(summary.promises),
    entities: grounded(summary.entities),
    openQuestions: grounded(summary.openQuestions),
    sentiment: sentiment && { ...sentiment, messageIds: [...sentiment.messageIds] },
  };
}
