import { type DutyGap, dutyGaps } from "../../core/routing/nobody-on-duty.ts";
import type { Destination } from "../../core/rules/rule.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { LeasedEffect, NewEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import { noticeEffect } from "../notifications/notice-effect.ts";
import type { Parts } from "../parts.ts";
import type { PolicyReader } from "../settings/policy-reader.ts";
import type { Roster } from "./roster.ts";
import { headsOf } from "./tell-nobody-on-duty.ts";

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
  let armed: Promise<void> | null = null;
  return () => {
    armed ??= planRosterCheck(parts).catch((error: unknown) => {
      armed = null;
      throw error;
    });
    return armed;
  };
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
    const gaps = dutyGaps({ agents: await roster.read(), settings }, at);
    const isNew = (gap: DutyGap) => !known.some((other) => isSame(gap, other));
    const body: KnownGaps = { gaps };
    const result = await parts.store.commit({
      ...emptyCommit(at),
      settles: [leased.id],
      expects: [{ ...key, version: stored?.version ?? 0 }],
      puts: [{ ...key, body }],
      effects: [checkEffect(at), ...gaps.filter(isNew).flatMap((gap) => warning(gap, settings, at))],
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

function warning(gap: DutyGap, settings: Settings, at: number): readonly NewEffect[] {
  const targets = warned(gap, settings);
  if (targets.length === 0) return [];
  const detail = new Date(gap.from).toISOString();
  const notice = {
    ...({ kind: "nobody-on-duty", subjectId: gap.queueId, targets, actorId: null, reason: null } as const),
    ...({ priority: "normal", detail } as const),
  };
  return [noticeEffect({ id: `duty-gap.${gap.queueId}.${gap.from}`, at, conversationId: null, notice })];
}

/** The heads of its teams; without any, whoever is on call. */
function warned({ queueId }: DutyGap, settings: Settings): readonly Destination[] {
  const heads = headsOf(settings.queues[queueId]?.teams ?? [], settings);
  const ids = heads.length > 0 ? heads : [settings.people.onCall].filter((id) => id !== null);
  return ids.map((id) => ({ type: "agent", id }));
}
