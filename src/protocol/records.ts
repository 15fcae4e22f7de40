import * as z from "zod";
import { closeOutcome, phases } from "./conversations.ts";
import { time } from "./fields.ts";
import { decisionMade, handoffReason } from "./handoffs.ts";
import { overflowAction } from "./settings-people.ts";
import { destination, priority } from "./settings-rules.ts";

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
      because: z.enum([
        "away",
        "off-shift",
        "absent",
        "disconnected",
        "left",
        "no-answer",
        "full",
        "given-back",
        "sla-warning",
        "sla-breached",
      ]),
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

const exclusion = z.enum([
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
]);

const candidate = z.object({
  agentId: z.string(),
  excluded: exclusion.nullable().meta({ description: "Why they were not asked; `null`: could have been." }),
});

const externalFailure = z.enum(["timed-out", "failed", "refused", "malformed", "resting", "not-set-up"]);

const routingNote = z
  .discriminatedUnion("code", [
    z.object({ code: z.literal("person-not-there"), agentId: z.string(), excluded: exclusion.nullable() }),
    z.object({ code: z.literal("substitute"), agentId: z.string(), of: z.string() }),
    z.object({ code: z.literal("step-passed-over"), step: z.number().int() }),
    z.object({ code: z.literal("need-dropped"), skill: z.string().nullable() }),
    z.object({ code: z.literal("looked-too-often"), looks: z.number().int() }),
    z.object({
      code: z.literal("external"),
      answer: z.discriminatedUnion("status", [
        z.object({ status: z.literal("named"), agentId: z.string() }),
        z.object({ status: z.literal("named-nobody") }),
        z.object({ status: z.literal("failed"), because: externalFailure }),
      ]),
    }),
  ])
  .meta({ id: "RoutingNote" });

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
    omitted: z.number().int().optional().meta({ description: "Of very many, how many are not listed; absent: none." }),
    priority: priority.optional().meta({ description: "What the steps that have begun raise it to." }),
    notes: z.array(routingNote).optional().meta({ description: "What was out of the ordinary; absent: nothing." }),
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
