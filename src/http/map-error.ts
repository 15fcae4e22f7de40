import { HTTPException } from "hono/http-exception";
import { StoreUnavailableError } from "../ports/store.ts";
import { type ProblemDetails, RequestError } from "./problem.ts";
import type { ProblemCode } from "./problem-catalog.ts";

export interface MappedError {
  readonly code: ProblemCode;
  readonly details: ProblemDetails;
  /** Ours to look at: an error in the log, without its message, which may hold anything (I15). */
  readonly isFault: boolean;
}

/** The one place where errors become HTTP. What nobody foresaw tells the caller nothing. */
export function mapError(error: unknown): MappedError {
  if (error instanceof RequestError) return { code: error.code, details: error.details, isFault: false };
  if (isUnavailable(error)) return { code: "store-unavailable", details: {}, isFault: true };
  // The only ones the framework throws here: content types and JSON that it could not read.
  if (error instanceof HTTPException && error.status === 415) return refused("unsupported-media-type");
  if (error instanceof HTTPException && error.status === 400) return refused("not-json");
  return { code: "internal", details: {}, isFault: true };
}

/** By name, too: across an RPC to a Durable Object an error keeps its name and loses its class. */
function isUnavailable(error: unknown): boolean {
  if (error instanceof StoreUnavailableError) return true;
  if (typeof error !== "object" || error === null) return false;
  if ("name" in error && error.name === "StoreUnavailableError") return true;
  // https://developers.cloudflare.com/durable-objects/best-practices/error-handling/
  return ("retryable" in error && error.retryable === true) || ("overloaded" in error && error.overloaded === true);
}

function refused(code: ProblemCode): MappedError {
  return { code, details: {}, isFault: false };
}
