import type { Claim } from "../../ports/store.ts";
import type { Idempotency } from "../commands.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";

export type EarlierRequest =
  /** `result`: what it made then. */
  | { readonly status: "repeated"; readonly result: string }
  /** The same key with another content. */
  | { readonly status: "clash" };

/** The claim that goes with what a request makes, and what it made as the claim's note. */
export function claimsOf(idempotency: Idempotency | null, result: string): readonly Claim[] {
  return idempotency ? [{ key: claimKey(idempotency), note: `${idempotency.fingerprint} ${result}` }] : [];
}

/**
 * What a request with this key did when it came before; `null`: it is new. Claims are looked at before versions, and a
 * version that no document has keeps this commit from leaving a trace.
 */
export async function findEarlier(parts: Parts, idempotency: Idempotency | null): Promise<EarlierRequest | null> {
  if (!idempotency) return null;
  const result = await parts.store.commit({
    ...emptyCommit(parts.clock.now()),
    claims: [{ key: claimKey(idempotency), note: "" }],
    expects: [{ kind: "settings-none", id: "none", version: 1 }],
  });
  return result.status === "duplicate" ? readNote(result.note, idempotency) : null;
}

export function readNote(note: string | null, { fingerprint }: Idempotency): EarlierRequest {
  const begin = `${fingerprint} `;
  return note?.startsWith(begin) ? { status: "repeated", result: note.slice(begin.length) } : { status: "clash" };
}

function claimKey({ key }: Idempotency): string {
  return `settings:${key}`;
}
