import type { Wallboard } from "../../core/reports/wallboard.ts";
import type { FeedEntry, FeedInput } from "../../ports/store.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import { readWallboard } from "./read-wallboard.ts";

export interface WallboardWatch {
  hear(entry: FeedEntry): void;
  stop(): Promise<void>;
}

const atMostEveryMs = 2_000;
const key = { kind: "report-wallboard", id: "last" };

/** What may change how it stands. */
const relevant: ReadonlySet<string> = new Set([
  ...["control-changed", "request-offered", "request-ended", "handoff-priority-changed", "wait-chosen"],
  ...["agent-changed", "sla-warning", "sla-breached", "conversation-erased"],
]);

/** As it was told last, in whatever process. */
interface Told {
  readonly schemaVersion: 1;
  readonly at: number;
  readonly data: FeedInput["data"];
}

/**
 * Tells those who follow the feed how it stands: at most every two seconds in the whole workspace, only when something
 * changed, and only where somebody follows.
 */
export function createWallboardWatch(parts: Parts, hasFollowers: () => boolean): WallboardWatch {
  const { store, clock, logger } = parts;
  const stopping = new AbortController();
  let isDirty = false;
  let telling: Promise<void> | null = null;

  async function tellWhileDirty(): Promise<void> {
    while (isDirty && !stopping.signal.aborted) {
      await clock.sleep(atMostEveryMs, stopping.signal);
      if (stopping.signal.aborted) return;
      isDirty = false;
      await tell();
    }
  }

  async function tell(): Promise<void> {
    const at = clock.now();
    const [stored] = await store.load([key]);
    const told = stored?.body as Told | undefined;
    if (told && at - told.at < atMostEveryMs) {
      // Another process was first; what happened since is told in the next round.
      isDirty = true;
      return;
    }
    const data = summaryOf(await readWallboard(store, at, null));
    if (told && isSame(told.data, data)) return;
    await store.commit({
      ...emptyCommit(at),
      expects: [{ ...key, version: stored?.version ?? 0 }],
      puts: [{ ...key, body: { schemaVersion: 1, at, data } satisfies Told }],
      feed: [{ type: "wallboard", conversationId: null, data }],
    });
  }

  return {
    hear({ type }) {
      if (!relevant.has(type) || !hasFollowers() || stopping.signal.aborted) return;
      isDirty = true;
      telling ??= tellWhileDirty()
        .catch((error: unknown) => {
          logger.warn("wallboard-untold", { error: error instanceof Error ? error.name : "unknown" });
        })
        .finally(() => {
          telling = null;
        });
      parts.keepAlive(telling);
    },
    async stop() {
      stopping.abort();
      await telling;
    },
  };
}

function summaryOf({ waiting, people, sla }: Wallboard): FeedInput["data"] {
  return {
    waiting: waiting.count,
    waitingUrgent: waiting.byPriority.urgent,
    waitingElsewhere: waiting.elsewhere,
    longestSince: waiting.longestSince === null ? null : new Date(waiting.longestSince).toISOString(),
    available: people.available,
    busy: people.busy,
    away: people.away,
    offline: people.offline,
    free: people.free,
    slaAtRisk: sla.atRisk,
    slaMissed: sla.missed,
  };
}

function isSame(one: FeedInput["data"], other: FeedInput["data"]): boolean {
  return Object.keys(other).every((name) => one[name] === other[name]);
}
