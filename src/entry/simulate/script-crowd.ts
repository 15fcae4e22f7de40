/** Many customers at once, and people who work through what they are given. */
import * as z from "zod";
import { duration, name, text } from "./script-fields.ts";

const mostCustomers = 1_000;

export const customersStep = z.strictObject({
  /** `friday` makes `friday-1`, `friday-2` and so on; what `customers.friday` says holds for each of them. */
  customers: z.strictObject({
    named: name.max(27),
    count: z.number().int().min(1).max(mostCustomers),
    says: text,
    /** From the first to the last one; all at the same moment by itself. */
    within: duration.default(0),
  }),
});

/** A whole number of seconds, so that a working day is not looked at in milliseconds. */
const pace = duration.refine((ms) => ms >= 1_000, "must be at least 1s");

export const workStep = z.strictObject({
  work: z.strictObject({
    for: duration,
    agents: z.array(name).min(1),
    /** They look at what rings this often, accept it and write at once. */
    answersEvery: pace.default(10_000),
    writes: text,
    /** After this long with a customer they close. */
    takes: pace,
  }),
});

export type CustomersStep = z.output<typeof customersStep>["customers"];
export type WorkStep = z.output<typeof workStep>["work"];
