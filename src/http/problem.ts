import type { FieldProblem, ProblemDocument } from "../protocol/problem.ts";
import { type ProblemCode, problems } from "./problem-catalog.ts";

export interface ProblemDetails {
  readonly detail?: string;
  readonly errors?: readonly FieldProblem[];
  /** Whom to ask. */
  readonly contact?: string | undefined;
}

/** Thrown anywhere below a route; map-error.ts makes the answer. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly code: ProblemCode;
  readonly details: ProblemDetails;
  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(details.detail ?? problems[code].title);
    this.code = code;
    this.details = details;
  }
}

const retryAfterSeconds = "5";

export function problemResponse(
  code: ProblemCode,
  { detail, errors, contact }: ProblemDetails = {},
  instance?: string,
): Response {
  const { status, title, help } = problems[code];
  const told = detail ?? inWords(errors);
  const document: ProblemDocument = {
    type: `/docs#problem-${code}`,
    title,
    status,
    // Whoever reads the detail alone knows what it is and what to do; beside what failed here, the help is its own.
    detail: told ?? `${title}. ${help}`,
    code,
    ...(told === null ? {} : { help }),
    ...(instance === undefined ? {} : { instance }),
    ...(contact === undefined ? {} : { contact }),
    ...(errors === undefined ? {} : { errors: [...errors] }),
  };
  const headers = new Headers({ "content-type": "application/problem+json", "x-content-type-options": "nosniff" });
  if (status === 503) headers.set("retry-after", retryAfterSeconds);
  if (status === 401) headers.set("www-authenticate", "Bearer");
  return new Response(JSON.stringify(document), { status, headers });
}

/** Whoever reads the detail alone sees at least the first of them. */
function inWords([first, ...others]: readonly FieldProblem[] = []): string | null {
  if (!first) return null;
  return `${first.path}: ${first.message}${others.length === 0 ? "" : ` (and ${others.length} more)`}`;
}
