/** What many places of a script are made of. */
import * as z from "zod";

const unitsMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

export const duration = z
  .string()
  .regex(/^\d{1,6}(ms|s|m|h|d)$/, "must be a duration such as 500ms, 10s, 2m, 3h or 1d")
  .transform((text) => {
    const [, amount = "0", unit = "ms"] = /^(\d+)(\w+)$/.exec(text) ?? [];
    return Number(amount) * (unitsMs[unit] ?? 1);
  });

export const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, "must be 1 to 32 of a-z, 0-9 and -");
export const destinationName = z
  .string()
  .regex(/^(queue|team|agent):\S+$/, "must be as in queue:chat, team:billing or agent:robin");
export const count = z.number().int().min(0);
export const text = z.string().min(1);

/** People write `no`, and YAML has made a word of it since 1.2. */
export const yesOrNo = z
  .union([z.boolean(), z.enum(["yes", "no"])], { error: "must be yes or no" })
  .transform((value) => value === true || value === "yes");

/** Which customer, when there are several. */
export const who = name.default("customer");
