import { emptyCommit } from "../engine/empty-commit.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { Store } from "../ports/store.ts";
import type { Scope } from "../protocol/api-keys.ts";
import type { Claimed } from "./idempotency.ts";
import { formatToken, isSameHash, newSecret, parseToken, sha256 } from "./token.ts";

/** A key as it is stored: a document of kind `api-key`. */
export interface ApiKey {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly agentId: string | null;
  /** How often the agent had come back until then. */
  readonly returns?: number;
  readonly createdAt: number;
  readonly secretHash: string;
}

export type NewKey = Pick<ApiKey, "name" | "scopes" | "agentId" | "returns">;

export type CreatedKey =
  | { readonly status: "created"; readonly key: ApiKey; readonly token: string }
  /** Created before; its token was shown then. `null`: it has been revoked since. */
  | { readonly status: "repeated"; readonly key: ApiKey | null }
  | { readonly status: "clash" };

/** The workspace's API keys. */
export interface Keys {
  /** `null` for everything that is not a key of this workspace, in the same shape of time. */
  verify(token: string): Promise<ApiKey | null>;
  create(key: NewKey, claim: Claimed | null): Promise<CreatedKey>;
  get(id: string): Promise<ApiKey | null>;
  list(options: { limit: number; cursor: string | null }): Promise<{ items: readonly ApiKey[]; next: string | null }>;
  revoke(id: string): Promise<void>;
}

const kind = "api-key";
const view = { view: "api-keys", key: "all" } as const;
const nobody = "0".repeat(64);

export function createKeys(store: Store, clock: Clock, ids: Ids, workspaceId: string): Keys {
  async function get(id: string): Promise<ApiKey | null> {
    const [stored] = await store.load([{ kind, id }]);
    return stored ? (stored.body as ApiKey) : null;
  }

  return {
    get,
    async verify(token) {
      const parsed = parseToken(token, workspaceId);
      // What cannot be a key is looked up and hashed all the same, so that the time tells nothing.
      const key = await get(parsed?.keyId ?? "none");
      const hash = await sha256(parsed?.secret ?? nobody);
      return isSameHash(hash, key?.secretHash ?? nobody) && parsed ? key : null;
    },
    async create({ returns = 0, ...given }, claim) {
      const secret = newSecret();
      const id = ids.next("key");
      const createdAt = clock.now();
      const secretHash = await sha256(secret);
      const key: ApiKey = { schemaVersion: 1, id, ...given, returns, createdAt, secretHash };
      const result = await store.commit({
        ...emptyCommit(createdAt),
        claims: claim ? [{ key: claim.key, note: `${claim.fingerprint} ${id}` }] : [],
        expects: [{ kind, id, version: 0 }],
        puts: [{ kind, id, body: key }],
        index: [{ change: "put", ...view, sort: createdAt, kind, id, previousKey: null }],
      });
      if (result.status === "committed") {
        return { status: "created", key, token: formatToken({ workspaceId, keyId: id, secret }) };
      }
      if (result.status === "stale") throw new Error(`The id ${id} of a new key was given before.`);
      const [fingerprint, firstId] = result.note?.split(" ") ?? [];
      if (fingerprint !== claim?.fingerprint || !firstId) return { status: "clash" };
      return { status: "repeated", key: await get(firstId) };
    },
    async list(options) {
      const page = await store.query({ ...view, order: "descending", ...options });
      return { items: page.items.map(({ body }) => body as ApiKey), next: page.next };
    },
    async revoke(id) {
      await store.commit({
        ...emptyCommit(clock.now()),
        removes: [{ kind, id }],
        index: [{ change: "remove", ...view, kind, id }],
      });
    },
  };
}
