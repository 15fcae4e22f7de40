import type { LeasedEffect, NewEffect } from "../../ports/store.ts";
import { armOnce } from "../arm-once.ts";
import type { Outcome } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { HandleEvent } from "../handle-event.ts";
import { trimInboxes } from "../notifications/trim-inbox.ts";
import type { Parts } from "../parts.ts";
import { adoptForgotten } from "./forgotten-waits.ts";
import { adoptOwnerless } from "./ownerless.ts";
import { freePlaces } from "./stray-places.ts";

/**
 * Once an hour, for the whole workspace: whatever nobody would ever look at again is looked at. Every commit keeps I5 by
 * itself, so there is nothing to find as long as the store keeps what it was given; a backup that was put back, rows that
 * somebody deleted and a process that was lost between two commits are what this is for. In passing, what nobody would
 * ever read again goes.
 */
export interface OrphanSweepEffect {
  readonly type: "orphan-sweep";
}

const everyMs = 3_600_000;

/** Plans the first sweep, once in a process; what another one has planned is left alone. */
export function createSweepArm({ store, clock, wakeAt }: Parts): () => Promise<void> {
  return armOnce(async () => {
    const at = clock.now();
    await store.commit({ ...emptyCommit(at), effects: [sweepEffect(at)] });
    wakeAt(nextAt(at));
  });
}

export function createOrphanSweep(parts: Parts, handle: HandleEvent) {
  return async (leased: LeasedEffect): Promise<Outcome> => {
    const found = {
      wait: await adoptForgotten(parts, handle),
      owner: await adoptOwnerless(parts, handle),
      place: await freePlaces(parts),
    };
    for (const [kind, ids] of Object.entries(found)) {
      if (ids.length === 0) continue;
      parts.metrics.count("baton_orphans_total", { kind }, ids.length);
      parts.logger.warn("orphans-found", { kind, count: ids.length, conversationId: ids[0] ?? "" });
    }
    await trimInboxes(parts);
    const at = parts.clock.now();
    const result = await parts.store.commit({
      ...emptyCommit(at),
      settles: [leased.id],
      effects: [sweepEffect(at)],
    });
    parts.wakeAt(nextAt(at));
    return { outcome: result.status === "stale" ? "done" : "settled" };
  };
}

/** One id for each hour: planning it twice is planning it once. */
function sweepEffect(at: number): NewEffect {
  const dueAt = nextAt(at);
  const body: OrphanSweepEffect = { type: "orphan-sweep" };
  return { id: `orphan-sweep.${dueAt}`, lane: "orphan-sweep", pool: "timer", dueAt, owner: "", body, whenLeased: [] };
}

function nextAt(at: number): number {
  return (Math.floor(at / everyMs) + 1) * everyMs;
}
