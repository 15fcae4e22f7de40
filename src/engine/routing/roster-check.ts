import { type DutyGap, dutyGaps } from "../../core/routing/nobody-on-duty.ts";
import type { LeasedEffect, NewEffect } from "../../ports/store.ts";
import { armOnce } from "../arm-once.ts";
import type { Outcome } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import type { PolicyReader } from "../settings/policy-reader.ts";
import type { Roster } from "./roster.ts";
import { gapWarning } from "./warn-of-gap.ts";

/** Comes back every quarter of an hour, for the whole workspace, and survives every restart (I9). */
export interface RosterCheckEffect {
  readonly type: "roster-check";
}

/** What leads have been warned of, so that one gap is one warning however often it is seen. */
interface KnownGaps {
  readonly gaps: readonly DutyGap[];
}

interface CheckTools {
  readonly roster: Roster;
  readonly policies: Pick<PolicyReader, "for">;
}

const everyMs = 15 * 60_000;
const key = { kind: "roster-check", id: "duty-gaps" } as const;

/** Plans the first check, once in a process; what another one has planned is left alone. */
export function createRosterArm(parts: Parts): () => Promise<void> {
  return armOnce(() => planRosterCheck(parts));
}

async function planRosterCheck({ store, clock, wakeAt }: Parts): Promise<void> {
  const at = clock.now();
  await store.commit({ ...emptyCommit(at), effects: [checkEffect(at)] });
  wakeAt(nextAt(at));
}

/** Looks a day ahead, warns the leads of what is new, and plans the next look, all in one commit. */
export function createRosterCheck(parts: Parts, { roster, policies }: CheckTools) {
  return async (leased: LeasedEffect): Promise<Outcome> => {
    const at = parts.clock.now();
    const { settings } = await policies.for(null);
    const [stored] = await parts.store.load([key]);
    const known = stored ? (stored.body as KnownGaps).gaps : [];
    const company = { agents: await roster.read(), settings };
    const gaps = dutyGaps(company, at);
    const isNew = (gap: DutyGap) => !known.some((other) => isSame(gap, other));
    const body: KnownGaps = { gaps };
    const result = await parts.store.commit({
      ...emptyCommit(at),
      settles: [leased.id],
      expects: [{ ...key, version: stored?.version ?? 0 }],
      puts: [{ ...key, body }],
      effects: [checkEffect(at), ...gaps.filter(isNew).flatMap((gap) => gapWarning(gap, company, at))],
      feed: [{ type: "roster-checked", conversationId: null, data: { gaps: gaps.length } }],
    });
    if (result.status === "stale") return { outcome: "retry", error: "checked at the same time", retryAfterMs: 1_000 };
    parts.wakeAt(at);
    parts.wakeAt(nextAt(at));
    return { outcome: "settled" };
  };
}

/** One id for each quarter of an hour: planning it twice is planning it once. */
function checkEffect(at: number): NewEffect {
  const dueAt = nextAt(at);
  const body: RosterCheckEffect = { type: "roster-check" };
  return { id: `roster-check.${dueAt}`, lane: "roster-check", pool: "timer", dueAt, owner: "", body, whenLeased: [] };
}

function nextAt(at: number): number {
  return (Math.floor(at / everyMs) + 1) * everyMs;
}

/** A gap that has begun, or grows, is still the same one. */
function isSame(gap: DutyGap, other: DutyGap): boolean {
  return gap.queueId === other.queueId && gap.from <= other.to && other.from <= gap.to;
}
