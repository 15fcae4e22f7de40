/**
 * Every outgoing call of an adapter: checked address, time limit, size limit, no redirects, and a classified result
 * instead of an exception. Two forms: {@link guardedFetch} reads the whole answer, {@link guardedOpen} leaves a
 * stream to the caller, who must end its deadline.
 */
import type { Clock } from "../../src/ports/clock.ts";
import {
  abortedFailure,
  answeredFailure,
  blockedFailure,
  type CallFailure,
  networkFailure,
  timeOutFailure,
  tooLargeFailure,
} from "./call-failure.ts";
import { checkUrl, type UrlPolicy } from "./check-url.ts";
import { type Deadline, startDeadline } from "./deadline.ts";
import { readBounded } from "./read-bounded.ts";

export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

export interface CallTools {
  readonly fetch: Fetch;
  readonly clock: Pick<Clock, "now">;
}

export interface OutgoingCall {
  readonly url: string;
  readonly policy: UrlPolicy;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  /** For the whole call; with {@link guardedOpen} until the headers are there. */
  readonly timeoutMs: number;
}

const ignoredBodyMs = 1_000;

export type CallResult =
  | { readonly status: "ok"; readonly httpStatus: number; readonly body: Uint8Array }
  | CallFailure;

export type OpenedCall =
  | { readonly status: "open"; readonly host: string; readonly response: Response; readonly deadline: Deadline }
  | CallFailure;

export async function guardedFetch(
  tools: CallTools,
  call: OutgoingCall & {
    /** A larger answer is a failure, or cut off silently where nobody reads it (`isBodyIgnored`). */
    readonly maxResponseBytes: number;
    readonly isBodyIgnored?: boolean;
  },
  signal: AbortSignal,
): Promise<CallResult> {
  const opened = await guardedOpen(tools, call, signal);
  if (opened.status !== "open") return opened;
  const { host, response, deadline } = opened;
  const none: CallResult = { status: "ok", httpStatus: response.status, body: new Uint8Array() };
  try {
    // The answer is known: a body that drips must not make it look lost.
    if (call.isBodyIgnored) deadline.restart(ignoredBodyMs);
    // Even an ignored body is read as far as it is small: only then can the connection be used again.
    const body = await readBounded(response, call.maxResponseBytes);
    if (call.isBodyIgnored) return none;
    if (body === null) return tooLargeFailure(host, response.status, call.maxResponseBytes);
    return { ...none, body };
  } catch (error) {
    return call.isBodyIgnored ? none : failureOf(error, { host, deadline, signal });
  } finally {
    deadline.end();
  }
}

/** Opens a call and answers once the headers of a 2xx are there. */
export async function guardedOpen(tools: CallTools, call: OutgoingCall, signal: AbortSignal): Promise<OpenedCall> {
  const checked = checkUrl(call.url, call.policy);
  if (checked.status === "blocked") return blockedFailure(checked.problem);
  const { url } = checked;
  const { host } = url;
  if (signal.aborted) return abortedFailure(host, false);
  const deadline = startDeadline(call.timeoutMs, signal);
  let response: Response;
  try {
    response = await tools.fetch(url, {
      method: call.method,
      headers: call.headers,
      // A view of a larger buffer must not send its neighbours: fetch takes the view as it is.
      body: call.body as Uint8Array<ArrayBuffer> | null,
      redirect: "manual",
      signal: deadline.signal,
    });
  } catch (error) {
    deadline.end();
    return failureOf(error, { host, deadline, signal });
  }
  if (response.ok) return { status: "open", host, response, deadline };
  deadline.end();
  return answeredFailure(host, response, tools.clock.now());
}

/** What an error means that came out of `fetch` or of reading its answer. */
export function failureOf(
  error: unknown,
  { host, deadline, signal }: { host: string; deadline: Deadline; signal: AbortSignal },
): CallFailure {
  if (signal.aborted) return abortedFailure(host, true);
  if (deadline.hasPassed()) return timeOutFailure(host);
  return networkFailure(host, error);
}
