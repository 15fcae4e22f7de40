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
    /** A colleague had the conversation and gave it back to you: neither stay silent nor ask for a person at once. */
    handedBack: z
      .object({
        at: z.iso.datetime(),
        /** What the colleague wrote for you; not for the customer. */
        note: z.string().nullable(),
      })
      .nullable(),
  }),
});

const answerText = z
  .string()
  .max(maxAnswerLength)
  .refine((text) => text.isWellFormed(), "must be well-formed Unicode, without halves of surrogate pairs");

const proposal = z.object({
  type: z.literal("handoff"),
  reason: z.string().min(1).max(500),
  /** For the person who takes over; the customer never sees it. */
  note: z.string().max(4_000).nullish(),
});

const tokens = z.number().int().min(0).max(1_000_000_000);

const usage = z.object({
  model: z.string().min(1).max(100),
  inputTokens: tokens,
  outputTokens: tokens,
  cacheReadTokens: tokens.nullish(),
  cacheWriteTokens: tokens.nullish(),
  /** Millionths of a US dollar. */
  costMicros: tokens.nullish(),
});

const answerFields = {
  text: answerText.nullish(),
  /** An unknown proposal is an error rather than ignored: the customer would wait for what it proposed. */
  proposals: z.array(proposal).max(5).nullish(),
  topicSupported: z.boolean().nullish(),
  /** 0 to 1. */
  confidence: z.number().min(0).max(1).nullish(),
  /** What the customer wants, in your own names for it. */
  intents: z.array(z.string().min(1).max(100)).max(10).nullish(),
  /** What the answer cost. One of another shape is ignored: a bill must not cost the customer the answer. */
  usage: usage.nullish().catch(null),
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

/**
 * A company's tool on the wire: what we post when the AI agent that we run ourselves uses it. Who asks comes from the
 * conversation; only `input` is the model's, after the tool's own schema was applied.
 */
export const botToolCall = z.object({
  type: z.literal("tool-call"),
  /** When the newest message was written. */
  timestamp: z.iso.datetime(),
  data: z.object({
    /** Also the `webhook-id`. */
    id: z.string(),
    tool: z.string(),
    conversationId: z.string(),
    channelId: z.string(),
    turnId: z.string(),
    locale: z.string().nullable(),
    input: z.record(z.string(), z.unknown()),
  }),
});

export type BotToolCallBody = z.input<typeof botToolCall>;
