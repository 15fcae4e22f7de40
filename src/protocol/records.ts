import * as z from "zod";
import { closeOutcome, phases } from "./conversations.ts";
import { time } from "./fields.ts";
import { decisionMade, handoffReason } from "./handoffs.ts";
import { overflowAction } from "./settings-people.ts";
import { destination } from "./settings-rules.ts";

const actor = z.discriminatedUnion("type", [
  z.object({ type: z.literal("customer") }),
  z.object({ type: z.literal("bot"), botId: z.string() }),
  z.object({ type: z.literal("agent"), agentId: z.string() }),
  z.object({ type: z.literal("system") }),
]);

const common = {
  conversationId: z.string(),
  seq: z.number().int(),
  at: time,
  actor,
  epoch: z.number().int(),
};

const decision = z.union([decisionMade, z.null()]).meta({ description: "`null` in what is older than the rules." });

const controlReason = z
  .discriminatedUnion("code", [
    z.object({
      code: z.enum(["started", "claimed", "handed-back", "accepted", "assigned", "overflowed", "cancelled"]),
    }),
    z.object({
      code: z.literal("returned"),
      because: z.enum(["away", "off-shift", "absent", "disconnected", "left", "no-answer", "full", "given-back"]),
      from: z.string().meta({ description: "The agent who had it." }),
    }),
    z.object({ code: z.literal("moved"), jobId: z.string() }),
    z.object({ code: z.literal("reopened"), decision }),
    z.object({ code: z.literal("handoff"), handoff: handoffReason, decision }),
    z.object({ code: z.literal("closed"), outcome: closeOutcome }),
  ])
  .meta({ id: "ControlReason" });

const controlRecord = z
  .object({
    ...common,
    type: z.literal("control"),
    engagement: z.number().int(),
    from: z.enum(phases).nullable(),
    to: z.enum(phases),
    agentId: z.string().nullable(),
    reason: controlReason,
  })
  .meta({ id: "ControlRecord" });

const candidate = z.object({
  agentId: z.string(),
  excluded: z
    .enum([
      "test",
      "left",
      "elsewhere",
      "declined",
      "absent",
      "off-shift",
      "offline",
      "away",
      "busy",
      "ringing",
      "full",
      "skill",
      "language",
    ])
    .nullable()
    .meta({ description: "Why they were not asked; `null`: could have been." }),
});

const routingRecord = z
  .object({
    ...common,
    type: z.literal("routing"),
    handoffId: z.string(),
    destination,
    lastAt: time.meta({ description: "When nobody was found again and again: the last time." }),
    attempts: z.number().int(),
    outcome: z.discriminatedUnion("type", [
      z.object({ type: z.literal("ask"), agentIds: z.array(z.string()) }),
      z.object({ type: z.literal("give"), agentId: z.string() }),
      z.object({ type: z.literal("nobody") }),
      z.object({ type: z.literal("overflow"), action: overflowAction }),
    ]),
    by: z.string().meta({ description: "What chose among those who could." }),
    step: z.number().int(),
    candidates: z.array(candidate).meta({ description: "Everybody it was meant for, and why not them." }),
    elsewhere: z.number().int().meta({ description: "How many people it was not meant for." }),
  })
  .meta({ id: "RoutingRecord", description: "One decision of routing." });

const requestRecord = z
  .object({
    ...common,
    type: z.literal("request"),
    requestId: z.string(),
    kind: z.enum(["offer", "assign", "discuss"]),
    agentId: z.string(),
    decisionSeq: z
      .number()
      .int()
      .nullable()
      .meta({ description: "The record of type `routing` that says why they were asked." })
      .optional(),
    noteSeq: z.number().int().nullable().optional(),
    candidates: z.array(candidate).meta({ description: "Only in records of before decisions had their own." }),
    end: z
      .object({
        status: z.enum(["accepted", "rejected", "withdrawn", "timed-out", "rescinded"]),
        at: time,
        reason: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: "RequestRecord" });

export const record = z
  .discriminatedUnion("type", [controlRecord, requestRecord, routingRecord])
  .meta({ id: "Record" });

export type RecordBody = z.output<typeof record>;
