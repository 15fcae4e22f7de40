/** The API channel on the wire: what a company's own system posts to us, and what we post back. */
import * as z from "zod";
import { choiceIds } from "./choice-ids.ts";
import { givenProperties } from "./properties.ts";
import { attachmentKinds } from "./settings-names.ts";
import { inOneLine, wellFormed, withoutNul } from "./text-rules.ts";

export const maxTextLength = 16_000;
const maxAddressLength = 200;

/** ISO 8601 with a zone, to milliseconds. */
const isoTime = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

const words = z
  .string()
  .overwrite(withoutNul)
  .max(maxTextLength)
  .refine(...wellFormed);

/** The customer's address: whatever the sender's system calls the customer by. */
export const customerAddress = z
  .string()
  .min(1)
  .max(maxAddressLength)
  .refine((text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text), "must not hold control characters")
  .refine((text) => text.trim() === text, "must not begin or end with blanks")
  .refine(...wellFormed);

function nameOf(maxLength: number) {
  return z
    .string()
    .max(maxLength)
    .overwrite(inOneLine)
    .refine(...wellFormed);
}

const attachment = z.object({
  kind: z.enum(attachmentKinds),
  /** The file's, as the customer has it. */
  name: nameOf(255).nullish(),
  caption: words.nullish(),
});

/** What every body has; the rest depends on `type`. */
export const inboundEnvelope = z.looseObject({ type: z.string() });

/** `type: "message"`: a customer wrote, pressed a button or sent something that is no text. */
export const inboundMessage = z.object({
  type: z.literal("message"),
  /** When it happened, if `data.sentAt` does not say. */
  timestamp: isoTime.nullish(),
  data: z
    .object({
      from: customerAddress,
      /** Beside a choice the words on the button, beside an attachment its caption. */
      text: words.nullish(),
      /** A button was pressed. `person` is also the one that is always there: *talk to a person*. */
      choice: z.enum(choiceIds).nullish(),
      attachment: attachment.nullish(),
      /** The address of somebody else who wrote this into the customer's conversation, as a colleague in copy. */
      participant: customerAddress.nullish(),
      /** Of the customer. Your signature vouches for them, so rules may rely on them. */
      properties: givenProperties.nullish(),
      /** Your own id of the customer. The same one on another channel is the same customer. */
      reference: customerAddress.nullish(),
      name: nameOf(200).nullish(),
      /** BCP 47; one that we cannot read is treated as not given. */
      locale: z.string().nullish(),
      sentAt: isoTime.nullish(),
    })
    .superRefine(({ text, choice, attachment }, { addIssue }) => {
      const problem = (path: PropertyKey[], message: string) => addIssue({ code: "custom", path, message });
      if (choice && attachment) problem(["choice"], "must not come together with an attachment");
      if (attachment?.caption?.trim() && text?.trim()) {
        problem(["attachment", "caption"], "must be left out where data.text holds the words");
      }
      if (choice || attachment) return;
      if (text === undefined || text === null) problem(["text"], "is required without a choice or an attachment");
      else if (text.trim() === "") problem(["text"], "must not be blank");
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
    /** Answers to show as buttons; the pressed one's id comes back as `choice`. Empty when nothing is asked. */
    choices: z.array(z.object({ id: z.enum(choiceIds), label: z.string() })),
    locale: z.string().nullable(),
  }),
});

export type InboundMessage = z.output<typeof inboundMessage>;
export type InboundDelivery = z.output<typeof inboundDelivery>;
export type OutboundMessageBody = z.input<typeof outboundMessage>;
