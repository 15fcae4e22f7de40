/** What a failed request to Claude means. One place, so that every adapter calls the same thing the same. */
import { APIError } from "@anthropic-ai/sdk/core/error";
import { retryAfterMs } from "../retry-after.ts";

/** Names status, type and request only: what the server says may quote the customer (I15). */
export class ModelFailure extends Error {
  override readonly name = "ModelFailure";
  readonly failure: "error" | "time-out" | "overload";
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;
  constructor(
    message: string,
    options: { failure: ModelFailure["failure"]; retryable: boolean; retryAfterMs?: number | null },
  ) {
    super(message);
    this.failure = options.failure;
    this.retryable = options.retryable;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

const advice: Readonly<Record<number, string>> = {
  401: " Check ANTHROPIC_API_KEY.",
  403: " The key may not do this.",
  404: " Check BATON_MODEL.",
};
const overloads = new Set(["overloaded_error", "rate_limit_error"]);
/** What is wrong with the request stays wrong. */
const lasting = new Set([
  "invalid_request_error",
  "authentication_error",
  "permission_error",
  "not_found_error",
  "request_too_large",
  "billing_error",
]);

export function modelFailureOf(error: unknown, nowMs: number): ModelFailure {
  if (error instanceof ModelFailure) return error;
  if (!(error instanceof APIError)) return new ModelFailure("Claude's answer broke off.", brokenOff);
  const { status, type, headers } = error;
  const said = `${nameOf(type)}${requestOf(headers)}`;
  if (status === undefined && !type) return new ModelFailure("Claude could not be reached.", brokenOff);
  // An error in the middle of a stream has a type and no status.
  if (status === undefined) return new ModelFailure(`Claude's answer broke off${said}.`, kindOf(null, type));
  return new ModelFailure(`Claude answered ${status}${said}.${advice[status] ?? ""}`, {
    ...kindOf(status, type),
    retryAfterMs: retryAfterMs(headers?.get("retry-after") ?? null, nowMs),
  });
}

export function silenceFailure(): ModelFailure {
  return new ModelFailure("Claude did not answer in time.", { failure: "time-out", retryable: true });
}

const brokenOff = { failure: "error", retryable: true } as const;

function kindOf(status: number | null, type: string | null): { failure: ModelFailure["failure"]; retryable: boolean } {
  const isOverload =
    status === 429 || status === 503 || status === 529 || (status === null && overloads.has(type ?? ""));
  if (isOverload) return { failure: "overload", retryable: true };
  if (status === 408 || status === 504) return { failure: "time-out", retryable: true };
  const isLasting = status === null ? lasting.has(type ?? "") : status < 500 && status !== 409;
  return { failure: "error", retryable: !isLasting };
}

function nameOf(type: string | null): string {
  return type && /^[a-z_]{1,40}$/.test(type) ? ` (${type})` : "";
}

function requestOf(headers: Headers | undefined): string {
  const id = headers?.get("request-id") ?? "";
  return /^[\w-]{1,64}$/.test(id) ? `, request ${id}` : "";
}
