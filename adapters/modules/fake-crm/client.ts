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

  return {
    async get(path, signal) {
      const call = { ...common, url: `${base}${path}`, method: "GET", headers: authorization, body: null } as const;
      const result = await guardedFetch(tools, call, signal);
      return result.status === "ok" ? { status: "answered", body: result.body } : failureOf(result);
    },
    async post(path, { key, body }, signal) {
      const headers = { ...authorization, "content-type": "application/json", "idempotency-key": key };
      const call = { ...common, url: `${base}${path}`, method: "POST", headers, body } as const;
      const result = await guardedFetch(tools, call, signal);
      if (result.status === "ok") return { status: "answered", body: result.body };
      if (result.httpStatus === 404 || result.httpStatus === 410) return { status: "refused", code: "missing" };
      if (result.httpStatus === 409 || result.httpStatus === 412) return { status: "refused", code: "changed" };
      return failureOf(result);
    },
  };
}

interface Failed {
  readonly status: "retry" | "failed";
  readonly error: string;
  readonly retryAfterMs: number | null;
}

function failureOf({ status, error, retryAfterMs }: Failed): CaseCallFailure {
  return status === "retry" ? { status, error, retryAfterMs } : { status, error };
}
