/** What is asked of one person, and the lists they choose their reasons from. */
import * as z from "zod";
import { time } from "./fields.ts";
import { handoffReason } from "./handoffs.ts";

const askedRequest = z
  .object({
    id: z.string().meta({ description: "Accept or reject it with this." }),
    conversationId: z.string(),
    kind: z
      .enum(["offer", "assign", "discuss"])
      .meta({ description: "`offer`: routing asks. `assign`, `discuss`: a colleague does." }),
    requestedBy: z
      .object({ id: z.string(), name: z.string().nullable() })
      .nullable()
      .meta({ description: "The colleague who asks; `null`: routing." }),
    note: z.string().nullable().meta({ description: "What the colleague wrote with it." }),
    at: time,
    expiresAt: time.meta({ description: "Then it lapses." }),
    customer: z.object({ id: z.string(), name: z.string().nullable() }),
    channelId: z.string(),
    reason: handoffReason.nullable().meta({ description: "Why a person is needed; `null`: nobody asked for one." }),
    priority: z.enum(["urgent", "high", "normal", "low"]).nullable(),
  })
  .meta({ id: "AskedRequest" });

export const askedOf = z
  .object({
    requests: z
      .array(askedRequest)
      .meta({ description: "What waits for this person's answer, the first to lapse first." }),
    discussions: z.array(z.string()).meta({ description: "Conversations in which they advise." }),
  })
  .meta({ id: "AskedOf" });

export const reasonLists = z
  .object({
    reject: z.array(z.string()),
    withdraw: z.array(z.string()),
    outcomes: z.array(z.string()).meta({ description: "What became of it, for the wrap-up." }),
  })
  .meta({ id: "ReasonLists", description: "As the lead has them. Own words are always accepted." });

export type AskedRequestBody = z.output<typeof askedRequest>;
