/** What is known about a customer or a conversation, as `plan: "gold"`. Rules read it. */
import * as z from "zod";
import { inOneLine, wellFormed } from "./text-rules.ts";

const mostAtOnce = 20;
/** `constructor` is what plain objects answer to by themselves, so nothing may be called that. */
const propertyName = /^(?!constructor$)[a-z][a-z0-9_]{0,39}$/;

const value = z
  .string()
  .max(200)
  .overwrite(inOneLine)
  .refine(...wellFormed);

// Checked as a whole: what a wrong name was may be anybody's words, so it is not in the message.
const fewNames = [
  (properties: object) => Object.keys(properties).length <= mostAtOnce,
  `must hold at most ${mostAtOnce} properties`,
] as const;
const goodNames = [
  (properties: object) => Object.keys(properties).every((name) => propertyName.test(name)),
  "must be named with a-z, 0-9 and _, beginning with a letter, in at most 40 characters",
] as const;

const described = { propertyNames: { pattern: propertyName.source }, maxProperties: mostAtOnce };

export const givenProperties = z
  .record(z.string(), value)
  .refine(...fewNames)
  .refine(...goodNames)
  .meta(described);

export const propertyChanges = z
  .record(z.string(), value.nullable())
  .refine(...fewNames)
  .refine(...goodNames)
  .meta(described);

/** As it is shown. */
export const property = z
  .object({
    value: z.string(),
    isTrusted: z.boolean().meta({ description: "`false`: a page has set it, so it is shown and not relied on." }),
  })
  .meta({ id: "Property" });
