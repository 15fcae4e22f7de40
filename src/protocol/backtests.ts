/** A draft against what is in force, over conversations that have been. Ids and counts, never what was said. */
import * as z from "zod";
import { anyId, time } from "./fields.ts";
import { requestFields } from "./request-fields.ts";
import { outsideId } from "./settings-fields.ts";
import { hoursStates } from "./settings-names.ts";
import { destination } from "./settings-rules.ts";

export const mostConversations = 10_000;

const instant = z.iso.datetime({ offset: true });

export const newBacktest = requestFields({
  draftId: anyId,
  since: instant.optional().meta({ description: "What began from then on; default: all." }),
  until: instant.optional().meta({ description: "And before then." }),
  limit: z
    .number()
    .int()
    .min(1)
    .max(mostConversations)
    .default(mostConversations)
    .meta({ description: "Conversations at most, those written in last first." }),
  channels: z
    .array(outsideId)
    .min(1)
    .max(60)
    .optional()
    .meta({ description: "Ids of channels, or kinds such as `whatsapp`. Default: all." }),
}).meta({ id: "NewBacktest" });

const count = z.number().int();
const actions = ["handoff", "offer", "bot"] as const;

const tally = z
  .object({
    handedOver: count.meta({ description: "Went to people, or called them beside whoever had it." }),
    offered: count,
    leftToBot: count,
    afterHours: count.meta({ description: "Handed over while those it goes to were closed." }),
    byDestination: z.array(z.object({ destination, name: z.string(), count })),
    byRule: z.array(
      z.object({
        rule: z.object({ id: z.string(), name: z.string() }).nullable().meta({ description: "`null`: none matched." }),
        count,
      }),
    ),
    byReason: z.array(z.object({ reason: z.string().nullable(), count })),
  })
  .meta({ id: "BacktestTally", description: "Of engagements, each by its first handoff, else its first offer." });

const outcome = z
  .object({
    action: z.enum(actions),
    seq: count.nullable().meta({ description: "The message that decided." }),
    destination: z.union([destination, z.null()]),
    ruleId: z.string().nullable(),
    reason: z.string().nullable(),
    hours: z.enum(hoursStates).nullable().meta({ description: "Of those it goes to, at that time." }),
  })
  .meta({ id: "BacktestOutcome" });

const difference = z
  .object({
    kind: z.enum(["action", "destination", "earlier", "later", "rule", "reason"]).meta({
      description: "What differs first.",
    }),
    was: z.enum(actions),
    becomes: z.enum(actions),
    count,
    examples: z
      .array(
        z.object({
          conversationId: z.string(),
          engagement: count,
          seq: count.nullable().meta({ description: "Where the two part." }),
          was: outcome,
          becomes: outcome,
          links: z.object({ conversation: z.string(), messages: z.string() }),
        }),
      )
      .meta({ description: "The first twenty." }),
  })
  .meta({ id: "BacktestDifference" });

const unknown = z
  .object({
    code: z.enum(["queues", "intents", "bot-signals", "today"]),
    message: z.string(),
    ruleIds: z.array(z.string()).meta({ description: "Whose outcome may have been another one because of it." }),
  })
  .meta({ id: "BacktestUnknown", description: "What nobody kept of the past." });

export const backtest = z
  .object({
    id: z.string(),
    status: z
      .enum(["running", "ended", "failed", "lost"])
      .meta({ description: "`lost`: the process that ran it has ended before. Start another one." }),
    startedAt: time,
    by: z.string(),
    draft: z.object({ id: z.string(), name: z.string() }),
    version: count.meta({ description: "In force when it began." }),
    since: time.nullable(),
    until: time.nullable(),
    limit: count,
    channels: z.array(z.string()).nullable(),
    conversations: count.meta({ description: "Looked at so far." }),
    result: z.union([
      z
        .object({
          engagements: count,
          isCut: z.boolean().meta({ description: "There are more conversations than `limit`." }),
          inForce: tally,
          draft: tally,
          differences: z.array(difference),
          unknown: z.array(unknown),
        })
        .meta({ id: "BacktestResult" }),
      z.null(),
    ]),
  })
  .meta({ id: "Backtest" });

export type BacktestBody = z.output<typeof backtest>;
