import type { NoticeKind } from "../../core/notifications/notice.ts";
import type { Claim, Commit, DocumentKey, Store } from "../../ports/store.ts";
import type { Idempotency } from "../commands.ts";
import type { ListOptions, PageOf } from "../conversations.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import { readClaims } from "../read-claims.ts";
import { endpointKey, notificationViews, type WebhookEndpoint } from "./documents.ts";
import type { Notifying } from "./notifying.ts";
import { newRivalOf, rivalOf } from "./rival-endpoint.ts";
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

type Refused =
  | { readonly status: "refused"; readonly problem: string }
  /** Another one tells the same address of the same. */
  | { readonly status: "rival"; readonly rival: WebhookEndpoint };

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
    const problem = endpointProblem(url);
    if (problem !== null) return { status: "refused", problem };
    const [note] = await readClaims(parts, claimsFor(idempotency, "").map(keyOf));
    if (note != null) return earlier(note, idempotency);
    const id = parts.ids.next("whe");
    const secret = newSigningSecret();
    const createdAt = clock.now();
    const sealedSecret = await sealer.seal(secret, id);
    const state = { isEnabled: true, createdAt, lastFailure: null };
    const endpoint: WebhookEndpoint = { schemaVersion: 1, id, url, kinds, sealedSecret, ...state };
    for (;;) {
      const { known, along } = await readAll(store);
      if (known.length >= mostEndpoints) return { status: "refused", problem: `There are ${mostEndpoints} already.` };
      const rival = rivalOf(endpoint, known);
      if (rival) return { status: "rival", rival };
      const result = await store.commit(creation(endpoint, claimsFor(idempotency, id), along));
      if (result.status === "committed") return { status: "created", endpoint, secret };
      if (result.status === "duplicate") return earlier(result.note, idempotency);
    }
  }

  async function earlier(note: string | null, idempotency: Idempotency | null): Promise<CreatedEndpoint> {
    const [fingerprint, firstId] = note?.split(" ") ?? [];
    if (fingerprint !== idempotency?.fingerprint || !firstId) return { status: "clash" };
    return { status: "repeated", endpoint: await readEndpoint(store, firstId) };
  }

  async function change(id: string, change: EndpointChange): Promise<ChangedEndpoint> {
    const problem = change.url === undefined ? null : endpointProblem(change.url);
    if (problem !== null) return { status: "refused", problem };
    // Whoever switches it on again, or sends it elsewhere, has mended what was wrong.
    const isMended = change.isEnabled === true || change.url !== undefined;
    for (;;) {
      const { known, along } = await readAll(store);
      const [stored] = await store.load([endpointKey(id)]);
      if (!stored) return { status: "unknown" };
      const before = stored.body as WebhookEndpoint;
      const endpoint = { ...before, ...change, ...(isMended ? { lastFailure: null } : {}) };
      const rival = newRivalOf(before, endpoint, known);
      if (rival) return { status: "rival", rival };
      const key = endpointKey(id);
      const result = await store.commit({
        ...emptyCommit(clock.now()),
        expects: [...along.expects, { ...key, version: stored.version }],
        puts: [...along.puts, { ...key, body: endpoint }],
      });
      if (result.status === "committed") return { status: "changed", endpoint };
    }
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

/** What stands for all of them, so that of two who add or change one at the same moment the second looks again. */
const allKey: DocumentKey = { kind: "webhook-endpoints", id: "all" };

interface All {
  readonly known: readonly WebhookEndpoint[];
  /** For a commit that counts only while they are as they were read. */
  readonly along: Pick<Commit, "expects" | "puts">;
}

async function readAll(store: Store): Promise<All> {
  // Before them: whatever comes in between makes it stale.
  const [all] = await store.load([allKey]);
  const along = { expects: [{ ...allKey, version: all?.version ?? 0 }], puts: [{ ...allKey, body: {} }] };
  return { known: await readEndpoints(store), along };
}

const keyOf = ({ key }: Claim) => key;

function claimsFor(idempotency: Idempotency | null, id: string): readonly Claim[] {
  return idempotency ? [{ key: `endpoint:${idempotency.key}`, note: `${idempotency.fingerprint} ${id}` }] : [];
}

function creation(endpoint: WebhookEndpoint, claims: readonly Claim[], along: All["along"]): Commit {
  const key = endpointKey(endpoint.id);
  const { createdAt } = endpoint;
  return {
    ...emptyCommit(createdAt),
    claims,
    expects: [...along.expects, { ...key, version: 0 }],
    puts: [...along.puts, { ...key, body: endpoint }],
    index: [{ change: "put", ...view, sort: createdAt, ...key, previousKey: null }],
  };
}
