/** Fields that many bodies and queries share. */
import * as z from "zod";

export const maxWrittenLength = 16_000;

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

export const cursorQuery = {
  /** How many at most. */
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `next` of the page before; without it the first page. */
  cursor: z.string().min(1).max(1024).optional(),
};

export const logQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(100),
  /** The `seq` after which to begin. */
  after: z.coerce.number().int().min(0).max(1e12).default(0),
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
