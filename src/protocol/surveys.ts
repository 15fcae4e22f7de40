import * as z from "zod";
import { anyId, cursorQuery, time } from "./fields.ts";
import { requestFields } from "./request-fields.ts";

export const rating = z
  .object({
    id: z.string(),
    conversationId: z.string(),
    customerId: z.string(),
    engagement: z.number().int(),
    channelId: z.string(),
    agentId: z.string().nullable().meta({ description: "The last person who had the conversation." }),
    teamId: z.string().nullable(),
    handoffId: z.string().nullable(),
    isTest: z.boolean(),
    askedAt: time,
    openUntil: time.meta({ description: "It may be given and changed until then, or until a remark was written." }),
    score: z.number().int().min(1).max(5).meta({ description: "1 is the worst, 5 the best." }),
    remark: z.string().nullable().meta({ description: "In the customer's words." }),
    ratedAt: time,
    changedAt: time,
  })
  .meta({ id: "Rating" });

export const ratingsQuery = requestFields({
  ...cursorQuery,
  agentId: anyId.optional(),
  teamId: anyId.optional(),
  conversationId: anyId.optional(),
  low: z.enum(["true", "false"]).optional().meta({ description: "Only 1 and 2." }),
});

/** The form of the page on which customers answer. */
export const surveyForm = z.object({
  score: z.coerce.number().int().min(1).max(5),
  remark: z
    .string()
    .transform((text) => text.replaceAll("\0", "").replaceAll("\r\n", "\n").trim())
    .refine((text) => text.isWellFormed())
    .default(""),
});

export type RatingBody = z.output<typeof rating>;
