/** What is wrong with a part, for leads and for whoever sends it: where, and what it must be. */
import type * as z from "zod";

/** `path` is the place within the part, as `when.0.is`; empty: the part itself. */
export interface PartProblem {
  readonly part: string;
  readonly path: string;
  readonly code: "unknown-part" | "too-many" | "too-large" | "invalid";
  readonly message: string;
  readonly severity: "error";
}

/** Of one part: whoever has more looks at the first ones first. */
const mostIssues = 50;
/** What is none of our names is not repeated: it may be anything. */
const partPattern = /^[\w-]{1,60}(\/[\w-]{1,60})?$/;
const safeName = /^[\w-]{1,60}$/;

export function partProblem(part: string, path: string, code: PartProblem["code"], message: string): PartProblem {
  return { part, path, code, message, severity: "error" };
}

export function safePart(part: string): string {
  return partPattern.test(part) ? part : "*";
}

export function describeIssues(part: string, issues: readonly z.core.$ZodIssue[]): PartProblem[] {
  return issues.slice(0, mostIssues).flatMap((issue) => {
    const path = issue.path.map(nameOf);
    if (issue.code === "unrecognized_keys") {
      const known = "is not a field that exists here";
      return issue.keys
        .slice(0, mostIssues)
        .map((key) => partProblem(part, [...path, nameOf(key)].join("."), "invalid", known));
    }
    return [partProblem(part, path.join("."), "invalid", expectation(issue))];
  });
}

function nameOf(step: PropertyKey): string {
  const name = String(step);
  return safeName.test(name) ? name : "*";
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `${issue.message.endsWith("received undefined") ? "is missing; it " : ""}must be ${issue.expected}`;
    case "invalid_value":
      return `must be ${issue.values.length === 1 ? "" : "one of: "}${issue.values.map(String).join(", ")}`;
    case "too_small":
      return `must be at least ${issue.minimum}${unitOf(issue.origin)}`;
    case "too_big":
      return `must be at most ${issue.maximum}${unitOf(issue.origin)}`;
    case "invalid_key":
      return issue.issues[0] ? expectation(issue.issues[0]) : "has a name that is not accepted";
    case "invalid_union":
      return issue.message.startsWith("must ") ? issue.message : alternatives(issue.errors);
    default:
      return issue.message.startsWith("must ") ? issue.message : "is not accepted";
  }
}

/** What may stand there, by name; what is wrong further inside one of them is not told: nobody knows which was meant. */
function alternatives(errors: readonly (readonly z.core.$ZodIssue[])[]): string {
  const here = errors.flat().filter(({ path }) => path.length === 0);
  const named = here.flatMap((issue) => {
    if (issue.code === "invalid_value") return issue.values.map(String);
    return issue.code === "invalid_type" ? [issue.expected] : [];
  });
  if (named.length === 0) return "must be one of the kinds that exist";
  const isMissing = here.some(({ message }) => message.endsWith("received undefined"));
  return `${isMissing ? "is missing; it " : ""}must be one of: ${[...new Set(named)].join(", ")}`;
}

function unitOf(origin: string): string {
  if (origin === "string") return " characters long";
  return origin === "array" ? " items long" : "";
}
