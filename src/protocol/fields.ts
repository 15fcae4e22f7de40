/** Fields that many bodies and queries share. */
import * as z from "zod";
import { requestFields } from "./request-fields.ts";

const maxWrittenLength = 16_000;

const wellFormed = [
  (text: string) => text.isWellFormed(),
  "must be well-formed Unicode, without halves of surrogate pairs",
] as const;
const notBlank = [(text: string) => text.trim() !== "", "must not be blank"] as const;

/** What a person types. NUL is removed rather than refused: keyboards cannot type it, careless software appends it. */
export const writtenText = z
  .string()
  .min(1)
  .max(maxWrittenLength)
  .overwrite((text) => text.replaceAll("\0", ""))
  .refine(...notBlank)
  .refine(...wellFormed);

/** A name that is shown in one line. */
export const displayName = z
  .string()
  .min(1)
  .max(200)
  .overwrite((text) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim())
  .refine(...notBlank)
  .refine(...wellFormed);

/** Any id of ours, or one that a company chose for an agent. */
export const anyId = z
  .string()
  .min(1)
  .max(256)
  .regex(/^[\x21-\x7e]+$/, "must be visible ASCII characters without blanks");

export const time = z.iso.datetime();

/** A whole number in an address. Described in full, because what can be coerced to a number is anything. */
function wholeNumber({ minimum, maximum, usual }: { minimum: number; maximum: number; usual: number }) {
  const described = { type: "integer", minimum, maximum, default: usual };
  return z.coerce.number().int().min(minimum).max(maximum).default(usual).meta(described);
}

export function countQuery(maximum: number, usual: number) {
  return wholeNumber({ minimum: 1, maximum, usual });
}

export const cursorQuery = {
  /** How many at most. */
  limit: countQuery(200, 50),
  /** `next` of the page before; without it the first page. */
  cursor: z.string().min(1).max(1024).optional(),
};

/** The one rule of changes: only what is named changes, and with `revision` only in the state somebody has seen. */
export const seenRevision = z
  .int()
  .min(1)
  .optional()
  .meta({ description: "What you have seen; another one is refused. Without it what is named is overwritten." });

export const logQuery = requestFields({
  limit: countQuery(200, 100),
  /** The `seq` after which to begin. */
  after: wholeNumber({ minimum: 0, maximum: 1_000_000_000, usual: 0 }),
});

export const idempotencyHeader = z.object({
  "idempotency-key": z
    .string()
    .min(1)
    .max(255)
    .regex(/^[\x21-\x7e]+$/, "must be visible ASCII characters")
    .optional()
    .meta({ description: "The same key and body again change nothing and get the same answer. Kept for 30 days." }),
});

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    next: z.string().nullable().meta({ description: "Pass it as `cursor` for the next page; `null` on the last one." }),
  });
}

export function logPageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    next: z
      .number()
      .int()
      .nullable()
      .meta({ description: "Pass it as `after` for the next page; `null` on the last." }),
  });
}
