import { ErrorReply } from "redis";
import { StoreUnavailableError } from "../../../src/ports/store.ts";

const refusedLoginCodes: ReadonlySet<string> = new Set(["NOAUTH", "WRONGPASS", "NOPERM"]);

/** Answers of a server that lives but cannot serve now: the caller tries again later. */
const temporaryCodes = new Set([
  "OOM",
  "LOADING",
  "BUSY",
  "READONLY",
  "MASTERDOWN",
  "CLUSTERDOWN",
  "TRYAGAIN",
  "MISCONF",
  "NOREPLICAS",
  ...refusedLoginCodes,
]);

export class NoScriptError extends Error {
  override readonly name = "NoScriptError";
}

/**
 * Redis quotes arguments in some of its errors: only its code and the place in our script are repeated (I15).
 * Everything that is not an answer is a connection that was lost or never there; what became of the call is unknown.
 */
export function toStoreError(error: unknown, task: string): Error {
  if (error instanceof StoreUnavailableError) return error;
  if (!(error instanceof ErrorReply)) {
    return new StoreUnavailableError(`Redis cannot be reached to ${task}. Check REDIS_URL and the server.`, {
      cause: error,
    });
  }
  const code = codeOf(error);
  if (code === "NOSCRIPT") return new NoScriptError(`Redis does not know the script to ${task}.`);
  if (temporaryCodes.has(code)) {
    return new StoreUnavailableError(`Redis cannot ${task} now: it answers ${code}. ${adviceOn(code)}`);
  }
  const line = /user_script:(\d+)/.exec(error.message)?.[1];
  return new Error(`Redis refused to ${task}: ${code}${line ? ` at line ${line} of the script` : ""}.`);
}

/** READONLY: the address now leads to another server than the connection does. */
export function isConnectionLost(error: unknown): boolean {
  return !(error instanceof ErrorReply) || codeOf(error) === "READONLY";
}

export function isRefusedLogin(error: unknown): boolean {
  return error instanceof ErrorReply && refusedLoginCodes.has(codeOf(error));
}

function codeOf(error: ErrorReply): string {
  return /^[A-Z]+/.exec(error.message)?.[0] ?? "ERR";
}

function adviceOn(code: string): string {
  if (code === "OOM") return "Raise its maxmemory.";
  if (refusedLoginCodes.has(code)) return "Check the user and password in REDIS_URL.";
  return "It may recover by itself.";
}
