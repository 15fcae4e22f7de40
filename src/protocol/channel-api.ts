/** The API channel on the wire: what a company's own system posts to us, and what we post back. */
import * as z from "zod";

export const maxTextLength = 16_000;
const maxAddressLength = 200;

/** ISO 8601 with a zone, to milliseconds. */
const isoTime = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

const wellFormed = [
  (text: string) => text.isWellFormed(),
  "must be well-formed Unicode, without halves of surrogate pairs",
] as const;

/** NUL is removed rather than refused: keyboards cannot type it, but careless software appends it. */
const messageText = z
  .string()
  .overwrite((text) => (text.includes("\0") ? text.replaceAll("\0", "") : text))
  .max(maxTextLength)
  .refine((text) => text.trim() !== "", "must not be blank")
  .refine(...wellFormed);

/** The customer's address: whatever the sender's system calls the customer by. */
export const customerAddress = z
  .string()
  .min(1)
  .max(maxAddressLength)
  .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text), "must not hold control characters")
  .refine((text) => text.trim() === text, "must not begin or end with blanks")
  .refine(...wellFormed);

const displayName = z
  .string()
  .max(200)
  .overwrite((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim())
  .refine(...wellFormed);

/** What every body has; the rest depends on `type`. */
export const inboundEnvelope = z.looseObject({ type: z.string() });

/** `type: "message"`: a customer wrote. */
export const inboundMessage = z.object({
  type: z.literal("message"),
  /** When it happened, if `data.sentAt` does not say. */
  timestamp: isoTime.nullish(),
  data: z.object({
    from: customerAddress,
    text: messageText,
    name: displayName.nullish(),
    /** BCP 47; one that we cannot read is treated as not given. */
    locale: z.string().nullish(),
    sentAt: isoTime.nullish(),
  }),
});

/** `type: "delivery"`: what became of a message of ours. */
export const inboundDelivery = z.object({
  type: z.literal("delivery"),
  data: z.object({
    /** `data.id` of the message as we posted it. */
    messageId: z.string().min(1).max(256),
    /** `delivered`, `read` or `failed`; others are kept as unsupported. */
    status: z.string(),
    detail: z
      .string()
      .max(500)
      .refine(...wellFormed)
      .nullish(),
  }),
});

/** Has no `data.from`, on purpose: a body of ours that comes back is not a customer's message. */
export const outboundMessage = z.object({
  type: z.literal("message"),
  /** When it was written; the same over repetitions. */
  timestamp: z.iso.datetime(),
  data: z.object({
    /** Also the `webhook-id`, the same over repetitions. */
    id: z.string(),
    conversationId: z.string(),
    /** The customer's address, as `from` was. */
    to: z.string(),
    author: z.object({ type: z.enum(["bot", "agent", "system"]), name: z.string().nullable() }),
    text: z.string(),
    locale: z.string().nullable(),
  }),
});

export type InboundMessage = z.output<typeof inboundMessage>;
export type InboundDelivery = z.output<typeof inboundDelivery>;
export type OutboundMessageBody = z.input<typeof outboundMessage>;
