import type * as z from "zod";
import { nearestName } from "../core/messages/check/nearest-name.ts";
import type { FieldProblem } from "../protocol/problem.ts";
import { knownFields } from "../protocol/request-fields.ts";
import { RequestError } from "./problem.ts";

const most = 10;
/** The keys of a map may be anybody's words; the names in our schemas look like this. */
const schemaName = /^[\w-]{1,60}$/;
const places: Readonly<Record<string, string>> = { json: "body", param: "path" };

/** What a request must be, field by field, without repeating what it was (I15). */
export function invalidRequest(target: string, error: z.core.$ZodError): RequestError {
  const place = places[target] ?? target;
  const errors = describeIssues(place, error.issues);
  const detail = errors.map(({ path, message }) => `${path} ${message}${message.endsWith("?") ? "" : "."}`).join(" ");
  return new RequestError("invalid", { detail, errors });
}

/** The first few: there may be as many as a large body has fields, and each is compared with every name there is. */
export function describeIssues(place: string, issues: readonly z.core.$ZodIssue[]): readonly FieldProblem[] {
  return issues
    .slice(0, most)
    .flatMap((issue) => problemsIn(place, issue))
    .slice(0, most);
}

function problemsIn(place: string, issue: z.core.$ZodIssue): readonly FieldProblem[] {
  const path = [place, ...issue.path.map(safeName)];
  if (issue.code !== "unrecognized_keys") return [{ path: path.join("."), message: expectation(issue) }];
  const known = knownFields(issue.message);
  return issue.keys.slice(0, most).map((key) => ({
    path: [...path, safeName(key)].join("."),
    message: `is not a field here${instead(safeName(key), known)}`,
  }));
}

/** `agentid`: did you mean agentId? */
function instead(given: string, known: readonly string[]): string {
  const nearest = nearestName(given, known);
  if (nearest !== null) return `; did you mean ${nearest}?`;
  return known.length === 0 ? "" : `; there are ${known.join(", ")}`;
}

function safeName(part: PropertyKey): string {
  const name = String(part);
  return schemaName.test(name) ? name : "*";
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `${isMissing(issue) ? "is missing; it " : ""}must be ${kinds[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `${isMissing(issue) ? "is missing; it " : ""}must be ${oneOf(issue.values)}`;
    case "too_small":
      return atLeast(issue);
    case "too_big":
      return `must ${bound(issue.origin, "at most", Number(issue.maximum))}`;
    case "invalid_key":
      return issue.issues[0] ? `has a name that ${expectation(issue.issues[0])}` : "has a name that is not accepted";
    case "invalid_format":
      // Messages that are ours say more than the pattern does.
      return issue.message.startsWith("must ") ? issue.message : `must be ${formats[issue.format] ?? issue.format}`;
    case "invalid_union":
    case "custom":
      return issue.message.startsWith("Invalid ") ? "is not accepted" : issue.message;
    default:
      return "is not accepted";
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
};

const formats: Readonly<Record<string, string>> = {
  datetime: "a time, as 2026-11-21T09:00:00Z",
  email: "an e-mail address, as ada@example.com",
  url: "an address, as https://example.com/baton",
};

function isMissing({ message }: z.core.$ZodIssue): boolean {
  return message.endsWith("received undefined");
}

function oneOf(values: readonly unknown[]): string {
  return `${values.length === 1 ? "" : "one of: "}${values.map(String).join(", ")}`;
}

function atLeast({ origin, minimum }: z.core.$ZodIssueTooSmall): string {
  const isEmpty = Number(minimum) === 1 && (origin === "string" || origin === "array");
  return isEmpty ? "must not be empty" : `must ${bound(origin, "at least", Number(minimum))}`;
}

function bound(origin: string, words: string, count: number): string {
  if (origin === "string") return `be ${words} ${count} ${count === 1 ? "character" : "characters"} long`;
  if (origin === "array") return `have ${words} ${count} ${count === 1 ? "item" : "items"}`;
  return `be ${words} ${count}`;
}
