import type { EngagementRecord } from "../../src/core/conversation/record.ts";
import type { Conversation } from "../../src/core/conversation/state.ts";
import { hoursStateAt } from "../../src/core/hours/hours-state.ts";
import type { DayPlan } from "./plan-day.ts";
import type { PlayedDay } from "./play-day.ts";

/** What the records say of one conversation, counted without any of the product's own counting. */
export interface Recounted {
  readonly id: string;
  readonly outcome: Outcome;
  readonly requestedAt: number;
  readonly takenAt: number | null;
  readonly answeredAt: number | null;
  readonly asked: number;
  readonly rejected: number;
  readonly timedOut: number;
  readonly returned: number;
  readonly owners: readonly string[];
  /** Broken promises, in words. */
  readonly faults: readonly string[];
}

export type Outcome =
  | "answered"
  | "gave up"
  | "waits for the opening"
  | "told that nobody came"
  | "still in work"
  | "lost";

export async function recountDay(day: PlayedDay, plan: DayPlan): Promise<readonly Recounted[]> {
  const found: Recounted[] = [];
  for (const id of day.arrivals.keys()) {
    const conversation = await day.engine.conversations.get(id);
    if (!conversation) throw new Error(`Conversation ${id} is gone.`);
    const { items } = await day.engine.conversations.records(id, { limit: 1_000, afterSeq: 0 });
    const messages = await day.engine.conversations.messages(id, { limit: 1_000, afterSeq: 0 });
    const answeredAt = messages.items.find(({ author }) => author.type === "agent")?.at ?? null;
    found.push(recount({ conversation, records: items, answeredAt, exhaustions: day.exhaustions.get(id) ?? [] }, plan));
  }
  return found;
}

interface Seen {
  readonly conversation: Conversation;
  readonly records: readonly EngagementRecord[];
  readonly answeredAt: number | null;
  readonly exhaustions: readonly number[];
}

function recount(seen: Seen, plan: DayPlan): Recounted {
  const { conversation, records, answeredAt } = seen;
  const controls = records.filter((record) => record.type === "control");
  const requests = records.filter((record) => record.type === "request");
  const taken = controls.filter(({ to }) => to === "human");
  const ended = (status: string) => requests.filter(({ end }) => end?.status === status).length;
  return {
    id: conversation.id,
    outcome: outcomeOf(seen),
    requestedAt: controls.find(({ to }) => to === "queue")?.at ?? 0,
    takenAt: taken[0]?.at ?? null,
    answeredAt,
    asked: requests.length,
    rejected: ended("rejected"),
    timedOut: ended("timed-out"),
    returned: controls.filter(({ reason }) => reason.code === "returned").length,
    owners: taken.flatMap(({ agentId }) => agentId ?? []),
    faults: faultsOf(seen, plan),
  };
}

function outcomeOf({ conversation, records, answeredAt, exhaustions }: Seen): Outcome {
  const { control } = conversation;
  const isCancelled = records.some((record) => record.type === "control" && record.reason.code === "cancelled");
  if (isCancelled && answeredAt === null) return "gave up";
  if (control.phase === "closed") return answeredAt === null ? "lost" : "answered";
  if (control.phase === "human") return "still in work";
  if (control.phase !== "queue") return "lost";
  return exhaustions.length > 0 ? "told that nobody came" : "waits for the opening";
}

const patienceMs = 15 * 60_000;
/** A wake-up a minute, and the one that was due at the same moment. */
const slackMs = 90_000;

/** I2, I5, I6: one record for every change, a named end for every request, and nobody waits without being told. */
function faultsOf({ conversation, records, exhaustions }: Seen, plan: DayPlan): readonly string[] {
  const faults: string[] = [];
  const controls = records.filter((record) => record.type === "control");
  controls.forEach(({ epoch }, index) => {
    if (epoch !== index + 1) faults.push(`epoch ${epoch} in place ${index + 1}`);
  });
  const open = records.filter((record) => record.type === "request" && record.end === null).length;
  const asked = conversation.control.phase === "queue" ? (conversation.control.handoff.ask?.pending.length ?? 0) : 0;
  if (open !== asked) faults.push(`${open} requests without an end, ${asked} are being asked`);
  controls.forEach(({ to, at }, index) => {
    const until = controls[index + 1]?.at ?? plan.startsAt + 28 * 3_600_000;
    if (to !== "queue" || until - at <= patienceMs + slackMs || !isOpenThroughout(conversation, at, until, plan))
      return;
    if (!exhaustions.some((told) => told > at && told <= at + patienceMs + slackMs)) {
      faults.push(`waited ${Math.round((until - at) / 60_000)} minutes and was not told`);
    }
  });
  return faults;
}

function isOpenThroughout({ control }: Conversation, from: number, to: number, { settings }: DayPlan): boolean {
  const handoff = control.phase === "bot" ? null : control.handoff;
  const ids = handoff?.queues ?? [];
  const hours = ids.flatMap((id) => settings.teams[settings.queues[id]?.teams[0] ?? ""]?.hours ?? []);
  return hours.every((id) => {
    const found = settings.hours[id];
    return !found || (hoursStateAt(found, from) === "open" && hoursStateAt(found, to) === "open");
  });
}
