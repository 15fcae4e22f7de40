/** Every refusal and failure on the wire, after RFC 9457. */
import * as z from "zod";

const fieldProblem = z.object({
  /** Where, as `body.text`, `query.limit` or `header.idempotency-key`. */
  path: z.string(),
  message: z.string(),
});

export const problemDocument = z
  .object({
    /** `/docs#problem-{code}`: what it means and what to do. */
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    /** What failed here. Never holds what somebody wrote. */
    detail: z.string(),
    /** Stable, for programs. */
    code: z.string(),
    /** What to do about it; absent where the detail says it already. */
    help: z.string().optional(),
    /** The request's id, as in the log. */
    instance: z.string().optional(),
    /** Whom to ask: `people.helpContact` of the settings. */
    contact: z.string().optional(),
    /** One for each field that was not accepted. */
    errors: z.array(fieldProblem).optional(),
  })
  .meta({ id: "Problem" });

export type ProblemDocument = z.output<typeof problemDocument>;
export type FieldProblem = z.output<typeof fieldProblem>;
