/** What a failed call means: whether to try again, and whether the other side may have acted on it. */
import { retryAfterMs } from "./retry-after.ts";

export interface CallFailure {
  readonly status: "retry" | "failed";
  readonly reason: "blocked" | "network" | "time-out" | "aborted" | "answered" | "too-large";
  /** Host, status and code only: an address may hold a key, an answer may hold customer text (I15). */
  readonly error: string;
  readonly httpStatus: number | null;
  readonly retryAfterMs: number | null;
  /** The request left, and whether it had an effect is not known. */
  readonly mayHaveArrived: boolean;
}

/** Failures of name look-up, connecting and TLS: not a byte of the request was sent. */
const beforeSending =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|EPROTO|ERR_SSL_\w+|ERR_TLS_\w+|CERT_\w+|UNABLE_TO_\w+|SELF_SIGNED_\w+|DEPTH_ZERO_\w+|HOSTNAME_MISMATCH)$/;
const worthRepeating = new Set([408, 425, 429]);
/** Answers of somebody who did not get as far as handling the request. */
const notHandled = new Set([408, 425, 429, 501, 503, 505]);

export function answeredFailure(host: string, response: Response, nowMs: number): CallFailure {
  const { status } = response;
  const isRetry = status >= 500 || worthRepeating.has(status);
  const isRedirect = response.type === "opaqueredirect" || (status >= 300 && status < 400);
  return {
    status: isRetry ? "retry" : "failed",
    reason: "answered",
    error: isRedirect
      ? `${host} answered with a redirect, which is not followed. Configure the final address.`
      : `${host} answered ${status}.`,
    httpStatus: status,
    retryAfterMs: isRetry ? retryAfterMs(response.headers.get("retry-after"), nowMs) : null,
    mayHaveArrived: status >= 500 && !notHandled.has(status),
  };
}

export function networkFailure(host: string, error: unknown): CallFailure {
  const code = codeOf(error);
  return {
    ...unanswered("network", `${host} could not be reached (${code ?? "connection lost"}).`),
    mayHaveArrived: code === null || !beforeSending.test(code),
  };
}

export function timeOutFailure(host: string): CallFailure {
  return unanswered("time-out", `${host} did not answer in time.`);
}

export function abortedFailure(host: string, wasSent: boolean): CallFailure {
  return { ...unanswered("aborted", `The call to ${host} was aborted.`), mayHaveArrived: wasSent };
}

export function tooLargeFailure(host: string, httpStatus: number, maxBytes: number): CallFailure {
  const error = `${host} answered with more than ${maxBytes} bytes.`;
  return { ...unanswered("too-large", error), status: "failed", httpStatus };
}

export function blockedFailure(problem: string): CallFailure {
  return { ...unanswered("blocked", problem), status: "failed", mayHaveArrived: false };
}

function unanswered(reason: CallFailure["reason"], error: string): CallFailure {
  return { status: "retry", reason, error, httpStatus: null, retryAfterMs: null, mayHaveArrived: true };
}

/** fetch hides the system's code one or two causes deep, and behind a list when several addresses were tried. */
function codeOf(error: unknown, depth = 0): string | null {
  if (!(error instanceof Error) || depth > 3) return null;
  if ("code" in error && typeof error.code === "string" && /^[A-Z][A-Z0-9_]+$/.test(error.code)) return error.code;
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause;
  return codeOf(inner, depth + 1);
}
