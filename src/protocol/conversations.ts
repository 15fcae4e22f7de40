import * as z from "zod";
import { anyId, cursorQuery, time } from "./fields.ts";
import { alert, handoff, person } from "./handoffs.ts";
import { property } from "./properties.ts";
import { requestFields } from "./request-fields.ts";

export const phases = ["bot", "queue", "human", "closed"] as const;
const outcomes = ["resolved", "unresolved", "spam"] as const;

export const closeOutcome = z.enum(outcomes);

const offer = z
  .object({
    messageSeq: z.number().int().meta({ description: "The message that offers." }),
    isOpen: z.boolean().meta({ description: "The answer to it is still to come." }),
  })
  .meta({ id: "Offer", description: "The customer was asked whether they want a person: once in an engagement." });

const restraint = z
  .object({
    type: z
      .enum(["limited", "blocked"])
      .meta({ description: "`limited`: the bot is silent. `blocked`: everybody is." }),
    until: time.meta({ description: "It ends by itself; one in the past is over." }),
  })
  .meta({ id: "Restraint", description: "Imposed on somebody who went on insulting." });

const usage = z
  .object({
    inputTokens: z.number().int(),
    outputTokens: z.number().int(),
    costUsd: z.number().meta({ description: "Of what had a known price." }),
  })
  .meta({ id: "Usage", description: "What the bot's answers of this engagement took." });

export const conversation = z
  .object({
    id: z.string(),
    customer: z.object({ id: z.string(), name: z.string().nullable() }),
    channelId: z.string(),
    locale: z.string().nullable(),
    localeSource: z
      .enum(["channel", "detected", "agent"])
      .nullable()
      .meta({ description: "Who says so; an agent's word is final." }),
    tags: z.array(z.string()),
    properties: z.record(z.string(), property),
    isTest: z.boolean(),
    createdAt: time,
    lastCustomerAt: time,
    lastSeq: z.number().int(),
    epoch: z.number().int().meta({ description: "Rises with every change of control." }),
    engagement: z.number().int(),
    botTurns: z.number().int().meta({ description: "The bot's answers in this engagement." }),
    usage,
    offer: z.union([offer, z.null()]),
    restraint: z.union([restraint, z.null()]),
    lastAgentId: z.string().nullable().meta({ description: "Who had control last in this engagement." }),
    phase: z.enum(phases).meta({ description: "Who may speak." }),
    since: time,
    agentId: z.string().nullable().meta({ description: "Set in phase `human`." }),
    outcome: z.enum(outcomes).nullable().meta({ description: "Set in phase `closed`." }),
    handoff: z.union([handoff, z.null()]),
    alert: z.union([alert, z.null()]),
    person: z.union([person, z.null()]).meta({ description: "Set in phase `human`." }),
  })
  .meta({ id: "Conversation" });

export const conversationsQuery = requestFields({
  ...cursorQuery,
  phase: z.enum(phases).optional().meta({ description: "One of `phase`, `agentId` and `queueId` is required." }),
  agentId: anyId.optional().meta({ description: "Those this person has control of." }),
  queueId: anyId
    .optional()
    .meta({ description: "Those who wait in this queue, by priority and then by age: what people claim from." }),
});

export type ConversationBody = z.output<typeof conversation>;
