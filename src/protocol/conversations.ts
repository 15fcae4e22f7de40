import * as z from "zod";
import { anyId, cursorQuery, time } from "./fields.ts";

export const phases = ["bot", "queue", "human", "closed"] as const;
const outcomes = ["resolved", "unresolved", "spam"] as const;

export const closeOutcome = z.enum(outcomes);

// Beside `null` in a union: made nullable, the document would say so of the schema itself.
const pendingRequest = z
  .object({
    id: z.string(),
    kind: z.enum(["offer", "assign", "discuss"]),
    agentId: z.string(),
    at: time,
    expiresAt: time,
  })
  .meta({ id: "PendingRequest", description: "One person is asked to take the conversation." });

const evidence = z.object({
  signal: z.string(),
  messageSeq: z.number().int().nullable(),
  start: z.number().int().meta({ description: "Where the words begin in the message, in UTF-16 units." }),
  end: z.number().int(),
});

const handoff = z
  .object({
    id: z.string(),
    openedAt: time,
    reason: z.enum(["explicit-request", "bot-proposed", "bot-failed", "unsupported-message", "reopened", "no-bot"]),
    evidence: z.array(evidence),
    preferredAgentId: z.string().nullable(),
    declinedBy: z.array(z.string()),
    exhaustedAt: time.nullable().meta({ description: "When the customer was told that nobody is there yet." }),
    pendingRequest: z.union([pendingRequest, z.null()]),
  })
  .meta({
    id: "Handoff",
    description: "One escalation. Shown while the conversation waits for a person, in phase `queue`.",
  });

export const conversation = z
  .object({
    id: z.string(),
    customer: z.object({ id: z.string(), name: z.string().nullable() }),
    channelId: z.string(),
    locale: z.string().nullable(),
    isTest: z.boolean(),
    createdAt: time,
    lastCustomerAt: time,
    lastSeq: z.number().int(),
    epoch: z.number().int().meta({ description: "Rises with every change of control." }),
    engagement: z.number().int(),
    lastAgentId: z.string().nullable().meta({ description: "Who had control last in this engagement." }),
    phase: z.enum(phases).meta({ description: "Who may speak." }),
    since: time,
    agentId: z.string().nullable().meta({ description: "Set in phase `human`." }),
    outcome: z.enum(outcomes).nullable().meta({ description: "Set in phase `closed`." }),
    handoff: z.union([handoff, z.null()]),
  })
  .meta({ id: "Conversation" });

export const conversationsQuery = z.object({
  ...cursorQuery,
  phase: z.enum(phases).optional().meta({ description: "One of `phase` and `agentId` is required." }),
  agentId: anyId.optional().meta({ description: "Those this person has control of." }),
});

export type ConversationBody = z.output<typeof conversation>;
