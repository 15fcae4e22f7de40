/** What a person gets with a conversation: what is known, and where there is one a model's account of it. */
import * as z from "zod";
import { time } from "./fields.ts";
import { handoffReason } from "./handoffs.ts";
import { property } from "./properties.ts";
import { settingsSignals } from "./settings-names.ts";
import { destination } from "./settings-rules.ts";

const quote = z
  .object({
    messageId: z.string(),
    author: z.enum(["customer", "bot", "agent", "note"]),
    text: z.string().meta({ description: "Their words, shortened, without card and account numbers." }),
  })
  .meta({ id: "Quote" });

const messageIds = z.array(z.string()).meta({ description: "The messages it rests on." });
const claim = z.object({ text: z.string(), messageIds });

const summary = z
  .object({
    headline: z.string(),
    situation: z.string(),
    customerGoal: z.string(),
    tried: z.array(z.object({ action: z.string(), result: z.string(), messageIds })),
    promises: z.array(claim),
    sentiment: z.union([
      z.object({ label: z.enum(["positive", "neutral", "negative", "angry"]), messageIds }),
      z.null(),
    ]),
    urgency: z.enum(["low", "normal", "high", "urgent"]).nullable(),
    language: z.string().nullable(),
    entities: z.array(z.object({ name: z.string(), value: z.string(), messageIds })),
    openQuestions: z.array(claim),
    suggestedNextStep: z.string().nullable(),
    suggestedReply: z.string().nullable(),
  })
  .meta({ id: "Summary", description: "Written by a model. Plain text: show it as such, and say that an AI made it." });

const packetSummary = z
  .discriminatedUnion("status", [
    z.object({ status: z.literal("none") }).meta({ description: "No model is configured for it." }),
    z.object({ status: z.literal("pending") }).meta({ description: "On its way: the feed says `packet-ready`." }),
    z.object({ status: z.literal("failed"), failure: z.string() }),
    z.object({
      status: z.literal("ready"),
      madeAt: time,
      model: z.string().nullable(),
      summary,
      dropped: z.number().int().meta({ description: "Claims that named no message of the conversation." }),
    }),
  ])
  .meta({ id: "PacketSummary" });

export const packet = z
  .object({
    conversationId: z.string(),
    handoffId: z.string(),
    builtAt: time,
    upToSeq: z.number().int().meta({ description: "The last message it knows of; the transcript goes on." }),
    reason: z.object({
      code: handoffReason,
      ruleId: z.string().nullable(),
      settingsVersion: z.number().int(),
      evidence: z.array(
        z.object({
          signal: z.enum(settingsSignals),
          detail: z.string().nullable(),
          quote: z.union([quote, z.null()]),
        }),
      ),
    }),
    customer: z.object({
      id: z.string(),
      name: z.string().nullable(),
      identities: z.array(z.object({ channelId: z.string(), isVerified: z.boolean() })),
      properties: z.record(z.string(), property),
    }),
    conversation: z.object({
      channelId: z.string(),
      language: z.string().nullable(),
      languageSource: z.enum(["channel", "detected", "agent"]).nullable(),
      tags: z.array(z.string()),
      intents: z.array(z.string()),
      destination: z.union([destination, z.null()]),
      priority: z.enum(["urgent", "high", "normal", "low"]),
      engagementStartedAt: time,
      waitingSince: time,
    }),
    lastMessages: z.array(quote),
    tried: z.object({
      botAnswers: z.number().int(),
      lastBotAnswers: z.array(quote),
      wasOfferedPerson: z.boolean(),
      people: z.array(z.object({ agentId: z.string(), from: time, until: time.nullable() })),
      notes: z.array(quote),
      costUsd: z.number(),
    }),
    promises: z.array(quote),
    summary: packetSummary,
  })
  .meta({ id: "Packet", description: "What is known about a conversation. Never instead of its transcript." });

export type PacketBody = z.output<typeof packet>;
