import * as z from "zod";
import { time } from "./fields.ts";
import { requestFields } from "./request-fields.ts";

export const feedQuery = requestFields({
  after: z
    .string()
    .min(1)
    .max(256)
    .optional()
    .meta({ description: "The last `id` seen. The header Last-Event-ID comes first." }),
});

export const feedHeader = z.object({ "last-event-id": z.string().max(256).optional() });

/** The `data:` of an event. Ids only: what changed is read from where it belongs. */
export const feedData = z
  .object({
    conversationId: z.string().nullable(),
    at: time.nullable(),
    data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })
  .meta({ id: "FeedData" });

export type FeedData = z.output<typeof feedData>;
