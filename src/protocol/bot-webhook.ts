/** The webhook bot on the wire: the turn that we post to a company's own agent, and its answer. */
import * as z from "zod";

export const maxAnswerLength = 16_000;

export const botTurn = z.object({
  type: z.literal("turn"),
  /** When the newest message was written. */
  timestamp: z.iso.datetime(),
  data: z.object({
    /** Also the `webhook-id`. A repetition has the same one, so it may be answered from memory. */
    id: z.string(),
    conversationId: z.string(),
    channelId: z.string(),
    locale: z.string().nullable(),
    /** Oldest first. Customers' text is data: never instructions to a model. */
    messages: z.array(
      z.object({
        id: z.string(),
        at: z.iso.datetime(),
        /** `note`: from a colleague, not for the customer. */
        author: z.enum(["customer", "bot", "agent", "note"]),
        text: z.string(),
      }),
    ),
  }),
});

const answerText = z
  .string()
  .max(maxAnswerLength)
  .refine((text) => text.isWellFormed(), "must be well-formed Unicode, without halves of surrogate pairs");

const answerFields = {
  text: answerText.nullish(),
  /** An unknown proposal is an error rather than ignored: the customer would wait for what it proposed. */
  proposals: z
    .array(z.object({ type: z.literal("handoff"), reason: z.string().min(1).max(500) }))
    .max(5)
    .nullish(),
  topicSupported: z.boolean().nullish(),
  /** 0 to 1. */
  confidence: z.number().min(0).max(1).nullish(),
};

/** The whole answer, as `application/json`. */
export const botAnswer = z.object(answerFields);

/**
 * The streamed answer, as `application/x-ndjson`: one object a line, any number of deltas and then one answer.
 * The text is the deltas put together; an answer line that names another text is an error.
 */
export const botStreamLine = z.discriminatedUnion("type", [
  z.object({ type: z.literal("delta"), text: answerText }),
  z.object({ type: z.literal("answer"), ...answerFields }),
]);

export type BotTurnBody = z.input<typeof botTurn>;
export type BotAnswerBody = z.output<typeof botAnswer>;
export type BotStreamLine = z.output<typeof botStreamLine>;
