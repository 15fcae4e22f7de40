import type { Claim, CommitResult, DocumentKey } from "../ports/store.ts";
import { backtestKey, backtestView, namesOf, type StoredBacktest } from "./backtest-documents.ts";
import { compareOverPast, type WantedPast } from "./backtest-run.ts";
import { unknownFacts } from "./backtest-unknown.ts";
import type { Idempotency } from "./commands.ts";
import type { ListOptions, PageOf } from "./conversations.ts";
import { emptyCommit } from "./empty-commit.ts";
import type { Parts } from "./parts.ts";
import { readDraft } from "./settings/edit-draft.ts";
import { claimsOf, type EarlierRequest, findEarlier, readNote } from "./settings/repeated-request.ts";
import { readWanted, type WantedSettings } from "./wanted-settings.ts";

export type BacktestStarted =
  | { readonly status: "no-draft" }
  /** One at a time in a process: it must not be felt by those who write now. */
  | { readonly status: "busy" }
  | { readonly status: "started"; readonly backtest: StoredBacktest; readonly ended: Promise<StoredBacktest> }
  /** Asked for before with the same key; `null`: it was one of too many meanwhile. */
  | { readonly status: "repeated"; readonly backtest: Backtest | null }
  | { readonly status: "clash" };

/** `lost`: its process has ended before it did. */
export type Backtest = Omit<StoredBacktest, "status"> & { readonly status: StoredBacktest["status"] | "lost" };

/** Drafts against what is in force, over what was said already. Of conversations they read, and change nothing (I16). */
export interface Backtests {
  /** By the draft as it is now: what becomes of it meanwhile does not matter. */
  start(draftId: string, wanted: WantedPast, by: string, idempotency?: Idempotency | null): Promise<BacktestStarted>;
  /** `null`: there is none, or it was one of too many. */
  get(id: string): Promise<Backtest | null>;
  list(options: ListOptions): Promise<PageOf<Backtest>>;
}

const mostKept = 20;
const progressEveryMs = 1_000;
const lostAfterMs = 60_000;

export function createBacktests(parts: Parts): Backtests {
  const { store, clock } = parts;
  let isRunning = false;

  function withLoss(backtest: StoredBacktest): Backtest {
    const isLost = backtest.status === "running" && clock.now() - backtest.updatedAt > lostAfterMs;
    return isLost ? { ...backtest, status: "lost" } : backtest;
  }

  async function read(id: string): Promise<Backtest | null> {
    const [stored] = await store.load([backtestKey(id)]);
    return stored ? withLoss(stored.body as StoredBacktest) : null;
  }

  async function repeated(earlier: EarlierRequest): Promise<BacktestStarted> {
    return earlier.status === "clash" ? earlier : { status: "repeated", backtest: await read(earlier.result) };
  }

  async function begin(
    draftId: string,
    wanted: WantedPast,
    by: string,
    idempotency: Idempotency | null,
  ): Promise<BacktestStarted> {
    const [inForce, draft, stored] = await Promise.all([
      readWanted(parts, null),
      readWanted(parts, draftId),
      readDraft(parts, draftId),
    ]);
    if (!inForce || !draft || !stored) return { status: "no-draft" };
    const at = clock.now();
    const backtest: StoredBacktest = {
      ...{ schemaVersion: 1, id: parts.ids.next("bkt"), by, startedAt: at, updatedAt: at, wanted },
      ...{ version: inForce.version, draft: { id: draftId, name: stored.draft.name } },
      ...{ status: "running", conversations: 0, outcome: null },
    };
    const saved = await save(parts, backtest, await tooMany(parts), claimsOf(idempotency, backtest.id));
    // Another process was asked the same at the same moment.
    if (saved.status === "duplicate" && idempotency) return repeated(readNote(saved.note, idempotency));
    const ended = runToEnd(parts, backtest, inForce, draft).finally(() => {
      isRunning = false;
    });
    parts.keepAlive(ended);
    return { status: "started", backtest, ended };
  }

  return {
    async start(draftId, wanted, by, idempotency = null) {
      const earlier = await findEarlier(parts, idempotency);
      if (earlier) return repeated(earlier);
      if (isRunning) return { status: "busy" };
      isRunning = true;
      const started = await begin(draftId, wanted, by, idempotency).catch((error: unknown) => {
        isRunning = false;
        throw error;
      });
      if (started.status !== "started") isRunning = false;
      return started;
    },
    get: read,
    async list(options) {
      const page = await store.query({ ...backtestView, order: "descending", ...options });
      return { items: page.items.map(({ body }) => withLoss(body as StoredBacktest)), next: page.next };
    },
  };
}

async function runToEnd(
  parts: Parts,
  started: StoredBacktest,
  inForce: WantedSettings,
  draft: WantedSettings,
): Promise<StoredBacktest> {
  let last = started;
  const say = async (change: Partial<StoredBacktest>) => {
    last = { ...last, ...change, updatedAt: parts.clock.now() };
    await save(parts, last, []);
  };
  try {
    const { conversations, isCut, result } = await compareOverPast(parts, {
      ...{ inForce, draft, wanted: started.wanted },
      onProgress: async (soFar) => {
        if (parts.clock.now() - last.updatedAt >= progressEveryMs) await say({ conversations: soFar });
      },
    });
    const names = { inForce: namesOf(inForce.settings), draft: namesOf(draft.settings) };
    const unknown = unknownFacts([inForce.settings, draft.settings]);
    await say({ status: "ended", conversations, outcome: { isCut, result, unknown, names } });
  } catch (error) {
    parts.logger.error("backtest-failed", {
      backtestId: started.id,
      error: error instanceof Error ? error.name : "unknown",
    });
    await say({ status: "failed" }).catch(() => undefined);
  }
  return last;
}

async function save(
  { store, clock }: Parts,
  backtest: StoredBacktest,
  removed: readonly DocumentKey[],
  claims: readonly Claim[] = [],
): Promise<CommitResult> {
  const key = backtestKey(backtest.id);
  return store.commit({
    ...emptyCommit(clock.now()),
    claims,
    puts: [{ ...key, body: backtest }],
    removes: removed,
    index: [
      { change: "put", ...backtestView, ...key, sort: backtest.startedAt, previousKey: null },
      ...removed.map((old) => ({ change: "remove", ...backtestView, ...old }) as const),
    ],
  });
}

/** Those that make room for one more, the oldest. */
async function tooMany({ store }: Parts): Promise<readonly DocumentKey[]> {
  const kept = await store.query({ ...backtestView, order: "descending", limit: mostKept * 2, cursor: null });
  return kept.items
    .slice(mostKept - 1)
    .flatMap((item) => ("id" in item && "kind" in item ? [backtestKey(item.id)] : []));
}
