/** The only file of this module that talks to the network. */
import type { CaseCallFailure } from "../../../src/ports/case-module.ts";
import { operatorUrls } from "../../kit/check-url.ts";
import { type CallTools, guardedFetch } from "../../kit/guarded-fetch.ts";
import type { FakeCrmConfig } from "./config.ts";

export type CrmAnswer =
  | { readonly status: "answered"; readonly body: Uint8Array }
  /** The two answers that say something about the thing itself. */
  | { readonly status: "refused"; readonly code: "changed" | "missing" };

export interface CrmClient {
  get(path: string, signal: AbortSignal): Promise<Exclude<CrmAnswer, { status: "refused" }> | CaseCallFailure>;
  /** Of one thing, which may be gone. */
  find(path: string, signal: AbortSignal): Promise<CrmAnswer | CaseCallFailure>;
  post(
    path: string,
    content: { readonly key: string; readonly body: Uint8Array },
    signal: AbortSignal,
  ): Promise<CrmAnswer | CaseCallFailure>;
}

const maxResponseBytes = 1024 * 1024;

export function crmClient({ url, token, timeoutMs = 10_000 }: FakeCrmConfig, tools: CallTools): CrmClient {
  const base = url.replace(/\/+$/, "");
  const authorization: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  const common = { policy: operatorUrls, timeoutMs, maxResponseBytes } as const;

  const read = (path: string, signal: AbortSignal) => {
    const call = { ...common, url: `${base}${path}`, method: "GET", headers: authorization, body: null } as const;
    return guardedFetch(tools, call, signal);
  };
  return {
    async get(path, signal) {
      const result = await read(path, signal);
      return result.status === "ok" ? { status: "answered", body: result.body } : failureOf(result);
    },
    async find(path, signal) {
      const result = await read(path, signal);
      if (result.status === "ok") return { status: "answered", body: result.body };
      return isGone(result) ? { status: "refused", code: "missing" } : failureOf(result);
    },
    async post(path, { key, body }, signal) {
      const headers = { ...authorization, "content-type": "application/json", "idempotency-key": key };
      const call = { ...common, url: `${base}${path}`, method: "POST", headers, body } as const;
      const result = await guardedFetch(tools, call, signal);
      if (result.status === "ok") return { status: "answered", body: result.body };
      if (isGone(result)) return { status: "refused", code: "missing" };
      if (result.httpStatus === 409 || result.httpStatus === 412) return { status: "refused", code: "changed" };
      // It has moved, whatever was in the answer: the key makes asking again safe.
      return failureOf(result.reason === "too-large" ? { ...result, status: "retry" } : result);
    },
  };
}

function isGone({ httpStatus }: { readonly httpStatus: number | null }): boolean {
  return httpStatus === 404 || httpStatus === 410;
}

interface Failed {
  readonly status: "retry" | "failed";
  readonly error: string;
  readonly retryAfterMs: number | null;
}

function failureOf({ status, error, retryAfterMs }: Failed): CaseCallFailure {
  return status === "retry" ? { status, error, retryAfterMs } : { status, error };
}
