import * as z from "zod";
import { cursorQuery, time } from "./fields.ts";
import { requestFields } from "./request-fields.ts";

export const listQuery = requestFields(cursorQuery);

export const deadLetter = z
  .object({
    id: z.string(),
    conversationId: z.string(),
    type: z.string(),
    seq: z.number().int().nullable().meta({ description: "The message that did not leave." }),
    attempts: z.number().int(),
    at: time,
    error: z.string(),
  })
  .meta({ id: "DeadLetter" });

export const unsupportedEvent = z
  .object({
    id: z.string(),
    channelId: z.string(),
    at: time,
    raw: z.string().meta({ description: "As it came. Verified, not understood, and of nobody we could name." }),
  })
  .meta({ id: "UnsupportedEvent" });
