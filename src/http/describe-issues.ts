import type * as z from "zod";
import type { FieldProblem } from "../protocol/problem.ts";
import { RequestError } from "./problem.ts";

const most = 10;
/** The keys of a map may be anybody's words; the names in our schemas look like this. */
const schemaName = /^[\w-]{1,60}$/;
const places: Readonly<Record<string, string>> = { json: "body", param: "path" };

/** What a request must be, field by field, without repeating what it was (I15). */
export function invalidRequest(target: string, error: z.core.$ZodError): RequestError {
  const place = places[target] ?? target;
  const errors = error.issues.slice(0, most).map(
    (issue): FieldProblem => ({
      path: [place, ...issue.path.map(safeName)].join("."),
      message: expectation(issue),
    }),
  );
  const detail = errors.map(({ path, message }) => `${path} ${message}.`).join(" ");
  return new RequestError("invalid", { detail, errors });
}

function safeName(part: PropertyKey): string {
  const name = String(part);
  return schemaName.test(name) ? name : "*";
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${issue.expected}`;
    case "invalid_value":
      return `must be one of: ${issue.values.map(String).join(", ")}`;
    case "too_small":
      return `must be at least ${issue.minimum}${unit(issue.origin)}`;
    case "too_big":
      return `must be at most ${issue.maximum}${unit(issue.origin)}`;
    case "custom":
      return issue.message;
    case "unrecognized_keys":
      return `has fields that are not known: ${issue.keys.slice(0, most).map(safeName).join(", ")}`;
    case "invalid_format":
      // Messages that are ours say more than the pattern does.
      return issue.message.startsWith("must ") ? issue.message : `must have the format ${issue.format}`;
    default:
      return "is not accepted";
  }
}

function unit(origin: string): string {
  if (origin === "string") return " characters long";
  return origin === "array" ? " items long" : "";
}
