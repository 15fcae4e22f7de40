import type { NoticeKind } from "../../core/notifications/notice.ts";
import type { Commit, Store } from "../../ports/store.ts";
import type { Idempotency } from "../commands.ts";
import type { ListOptions, PageOf } from "../conversations.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import { endpointKey, notificationViews, type WebhookEndpoint } from "./documents.ts";
import type { Notifying } from "./notifying.ts";
import { type RotatedSecret, rotateSecret } from "./rotate-secret.ts";
import { newSigningSecret } from "./signing-secret.ts";

export interface NewEndpoint {
  readonly url: string;
  readonly kinds: readonly NoticeKind[];
}

export type EndpointChange = Partial<Pick<WebhookEndpoint, "url" | "kinds" | "isEnabled">>;

export type CreatedEndpoint =
  | { readonly status: "created"; readonly endpoint: WebhookEndpoint; readonly secret: string }
  /** Created before; its secret was shown then. `null`: it was removed since. */
  | { readonly status: "repeated"; readonly endpoint: WebhookEndpoint | null }
  | { readonly status: "clash" }
  | Refused;

export type ChangedEndpoint =
  | { readonly status: "changed"; readonly endpoint: WebhookEndpoint }
  | { readonly status: "unknown" }
  | Refused;

interface Refused {
  readonly status: "refused";
  readonly problem: string;
}

/** The company's own systems that are told. Each signs with a secret of its own, shown once. */
export interface Endpoints {
  list(options: ListOptions): Promise<PageOf<WebhookEndpoint>>;
  get(id: string): Promise<WebhookEndpoint | null>;
  create(endpoint: NewEndpoint, idempotency: Idempotency | null): Promise<CreatedEndpoint>;
  change(id: string, change: EndpointChange): Promise<ChangedEndpoint>;
  /** A new secret, shown this once; the one of before signs beside it for so long. */
  rotateSecret(id: string, overlapMs: number, idempotency: Idempotency | null): Promise<RotatedSecret>;
  /** What is still to be delivered to it is dropped. */
  remove(id: string): Promise<void>;
}

/** Every notice is delivered to each of them. */
const mostEndpoints = 20;
const { endpoints: view } = notificationViews;

export async function readEndpoints(store: Store): Promise<readonly WebhookEndpoint[]> {
  const page = await store.query({ ...view, limit: mostEndpoints, order: "ascending", cursor: null });
  return page.items.map(({ body }) => body as WebhookEndpoint);
}

export async function readEndpoint(store: Store, id: string): Promise<WebhookEndpoint | null> {
  const [stored] = await store.load([endpointKey(id)]);
  return stored ? (stored.body as WebhookEndpoint) : null;
}

export function createEndpoints(parts: Parts, { sealer, endpointProblem }: Notifying): Endpoints {
  const { store, clock } = parts;

  async function create({ url, kinds }: NewEndpoint, idempotency: Idempotency | null): Promise<CreatedEndpoint> {
    const problem = endpointProblem(url) ?? ((await isFull(store)) ? `There are ${mostEndpoints} already.` : null);
    if (problem !== null) return { status: "refused", problem };
    const id = parts.ids.next("whe");
    const secret = newSigningSecret();
    const createdAt = clock.now();
    const sealedSecret = await sealer.seal(secret, id);
    const state = { isEnabled: true, createdAt, lastFailure: null };
    const endpoint: WebhookEndpoint = { schemaVersion: 1, id, url, kinds, sealedSecret, ...state };
    const result = await store.commit(creation(endpoint, idempotency));
    if (result.status === "committed") return { status: "created", endpoint, secret };
    if (result.status === "stale") throw new Error(`The id ${id} of a new endpoint was given before.`);
    const [fingerprint, firstId] = result.note?.split(" ") ?? [];
    if (fingerprint !== idempotency?.fingerprint || !firstId) return { status: "clash" };
    return { status: "repeated", endpoint: await readEndpoint(store, firstId) };
  }

  async function change(id: string, change: EndpointChange): Promise<ChangedEndpoint> {
    const problem = change.url === undefined ? null : endpointProblem(change.url);
    if (problem !== null) return { status: "refused", problem };
    // Whoever switches it on again, or sends it elsewhere, has mended what was wrong.
    const isMended = change.isEnabled === true || change.url !== undefined;
    const endpoint = await rewriteEndpoint(parts, id, (before) => ({
      ...before,
      ...change,
      ...(isMended ? { lastFailure: null } : {}),
    }));
    return endpoint ? { status: "changed", endpoint } : { status: "unknown" };
  }

  return {
    async list(options) {
      const page = await store.query({ ...view, order: "ascending", ...options });
      return { items: page.items.map(({ body }) => body as WebhookEndpoint), next: page.next };
    },
    get: (id) => readEndpoint(store, id),
    create,
    change,
    rotateSecret: (id, overlapMs, idempotency) => rotateSecret(parts, sealer, { id, overlapMs }, idempotency),
    async remove(id) {
      const removed = {
        removes: [endpointKey(id)],
        index: [{ change: "remove", ...view, ...endpointKey(id) }],
      } as const;
      await store.commit({ ...emptyCommit(clock.now()), ...removed });
    },
  };
}

/** `null`: there is none. */
export async function rewriteEndpoint(
  { store, clock }: Pick<Parts, "store" | "clock">,
  id: string,
  rewrite: (endpoint: WebhookEndpoint) => WebhookEndpoint,
): Promise<WebhookEndpoint | null> {
  for (;;) {
    const [stored] = await store.load([endpointKey(id)]);
    if (!stored) return null;
    const endpoint = rewrite(stored.body as WebhookEndpoint);
    const result = await store.commit({
      ...emptyCommit(clock.now()),
      expects: [{ ...endpointKey(id), version: stored.version }],
      puts: [{ ...endpointKey(id), body: endpoint }],
    });
    if (result.status === "committed") return endpoint;
  }
}

function creation(endpoint: WebhookEndpoint, idempotency: Idempotency | null): Commit {
  const key = endpointKey(endpoint.id);
  const { createdAt } = endpoint;
  return {
    ...emptyCommit(createdAt),
    claims: idempotency
      ? [{ key: `endpoint:${idempotency.key}`, note: `${idempotency.fingerprint} ${endpoint.id}` }]
      : [],
    expects: [{ ...key, version: 0 }],
    puts: [{ ...key, body: endpoint }],
    index: [{ change: "put", ...view, sort: createdAt, ...key, previousKey: null }],
  };
}

async function isFull(store: Store): Promise<boolean> {
  return (await readEndpoints(store)).length >= mostEndpoints;
}
