import type { Idempotency } from "../commands.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import type { Sealer } from "../sealer.ts";
import { claimsOf, findEarlier, readNote } from "../settings/repeated-request.ts";
import { endpointKey, type WebhookEndpoint } from "./documents.ts";
import { newSigningSecret, stillSigning } from "./signing-secret.ts";

export type RotatedSecret =
  | { readonly status: "rotated"; readonly endpoint: WebhookEndpoint; readonly secret: string }
  /** Done before; the secret was shown then. */
  | { readonly status: "repeated"; readonly endpoint: WebhookEndpoint }
  | { readonly status: "clash" | "unknown" }
  /** So many of before still sign that a receiver would not look at all of them. */
  | { readonly status: "too-many"; readonly until: number };

/** With the newest these are as many signatures as receivers look at. */
const mostEarlier = 4;

/**
 * A new secret signs from now on, and beside it those of before for `overlapMs`: a receiver that has not changed over
 * is told all the same. Without an overlap, as when one has leaked, none of before signs any more.
 */
export async function rotateSecret(
  parts: Parts,
  sealer: Sealer,
  { id, overlapMs }: { readonly id: string; readonly overlapMs: number },
  idempotency: Idempotency | null,
): Promise<RotatedSecret> {
  const { store, clock } = parts;
  for (;;) {
    const [stored] = await store.load([endpointKey(id)]);
    if (!stored) return { status: "unknown" };
    const before = stored.body as WebhookEndpoint;
    const earlier = await findEarlier(parts, idempotency);
    if (earlier) return earlier.status === "clash" ? earlier : { status: "repeated", endpoint: before };
    const at = clock.now();
    const retired = retiredWith(before, at, overlapMs);
    if (retired.length > mostEarlier) {
      return { status: "too-many", until: Math.min(...stillSigning(before, at).map(({ until }) => until)) };
    }
    const secret = newSigningSecret();
    const sealedSecret = await sealer.seal(secret, id);
    const endpoint: WebhookEndpoint = { ...before, sealedSecret, earlierSecrets: retired, rotatedAt: at };
    const result = await store.commit({
      ...emptyCommit(at),
      claims: claimsOf(idempotency, id),
      expects: [{ ...endpointKey(id), version: stored.version }],
      puts: [{ ...endpointKey(id), body: endpoint }],
    });
    if (result.status === "committed") return { status: "rotated", endpoint, secret };
    if (result.status === "stale" || !idempotency) continue;
    const first = readNote(result.note, idempotency);
    return first.status === "clash" ? first : { status: "repeated", endpoint: before };
  }
}

/** None of them signs longer than was said last. */
function retiredWith(endpoint: WebhookEndpoint, at: number, overlapMs: number) {
  if (overlapMs === 0) return [];
  const until = at + overlapMs;
  const older = stillSigning(endpoint, at).map((each) => ({ ...each, until: Math.min(each.until, until) }));
  return [{ sealed: endpoint.sealedSecret, until }, ...older];
}
