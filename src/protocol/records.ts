import * as z from "zod";
import { closeOutcome, phases } from "./conversations.ts";
import { time } from "./fields.ts";
import { decisionMade, handoffReason } from "./handoffs.ts";

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
    z.object({ code: z.enum(["started", "claimed", "handed-back", "accepted", "assigned"]) }),
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

const requestRecord = z
  .object({
    ...common,
    type: z.literal("request"),
    requestId: z.string(),
    kind: z.enum(["offer", "assign", "discuss"]),
    agentId: z.string(),
    candidates: z
      .array(
        z.object({
          agentId: z.string(),
          excluded: z
            .enum(["away", "full", "declined", "elsewhere", "test"])
            .nullable()
            .meta({ description: "`elsewhere`: in none of the teams it is for. `null`: could have been asked." }),
        }),
      )
      .meta({ description: "Who was considered, and why not." }),
    end: z
      .object({
        status: z.enum(["accepted", "rejected", "withdrawn", "timed-out", "rescinded"]),
        at: time,
        reason: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: "RequestRecord" });

export const record = z.discriminatedUnion("type", [controlRecord, requestRecord]).meta({ id: "Record" });

export type RecordBody = z.output<typeof record>;
