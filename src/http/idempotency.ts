import type { Idempotency } from "../engine/commands.ts";
import type { ApiContext } from "./environment.ts";
import { RequestError } from "./problem.ts";
import { sha256 } from "./token.ts";

/** The same shape as a command's; the key is then claimed by the HTTP layer itself. */
export type Claimed = Idempotency;

/** `null`: the caller did not ask for it. Keys of one caller never meet another's, nor those of another address. */
export async function idempotencyOf(c: ApiContext): Promise<Idempotency | null> {
  const header = c.req.header("idempotency-key");
  if (header === undefined) return null;
  const caller = c.get("caller");
  const fingerprint = await sha256(await c.req.arrayBuffer().then((buffer) => new Uint8Array(buffer)));
  return { key: `${caller.keyId}:${c.req.method} ${c.req.path}:${header}`, fingerprint };
}

export function markRepeated(c: ApiContext): void {
  c.header("Idempotency-Replayed", "true");
}

export function keyReused(): RequestError {
  return new RequestError("idempotency-key-reused");
}
