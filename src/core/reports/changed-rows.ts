import { rang } from "../conversation/course.ts";
import type { Applied } from "../conversation/decision.ts";
import type { Conversation, Handoff } from "../conversation/state.ts";
import { type EngagementRow, engagementRow } from "./engagement-row.ts";
import { type HandoffEnd, type HandoffRow, handoffIn, handoffRow } from "./handoff-row.ts";
import { type RequestRow, requestRow } from "./request-row.ts";

/** The rows that one change of a conversation makes other ones. */
export interface ChangedRows {
  readonly handoffs: readonly ChangedHandoff[];
  readonly engagements: readonly EngagementRow[];
  readonly requests: readonly RequestRow[];
}

export interface ChangedHandoff {
  readonly row: HandoffRow;
  /** It was open before this change. */
  readonly wasOpen: boolean;
}

const nothing: ChangedRows = { handoffs: [], engagements: [], requests: [] };

/** Tests count in no figure (I16). Nothing is put that is as it was. */
export function changedRows(before: Conversation | null, decision: Applied): ChangedRows {
  const after = decision.conversation;
  if (after.isTest) return nothing;
  const known = before?.isTest ? null : before;
  return {
    handoffs: changedHandoffs(known, decision),
    engagements: changedEngagement(known, after),
    requests: known ? endedRequests(known, decision) : [],
  };
}

function changedHandoffs(before: Conversation | null, decision: Applied): readonly ChangedHandoff[] {
  const after = decision.conversation;
  const [had, has] = [before && handoffIn(before), handoffIn(after)];
  const changed: ChangedHandoff[] = [];
  if (before && had && had.id !== has?.id && before.control.phase !== "closed") {
    const ending = { at: after.control.since, outcome: endOf(decision) };
    const over = endedAsk(had, ending.at);
    changed.push({ row: handoffRow(withPromisesOf(before, after, had), over, ending), wasOpen: true });
  }
  if (!has) return changed;
  const isKnown = before !== null && had?.id === has.id;
  const row = isCancelled(decision)
    ? handoffRow(after, has, { at: after.control.since, outcome: "cancelled" })
    : handoffRow(after, has);
  const old = isKnown ? handoffRow(before, had) : null;
  if (!old || !isSame(old, row)) changed.push({ row, wasOpen: old !== null && old.phase !== "ended" });
  return changed;
}

/** Whoever was being asked when it ended has rung until then. */
function endedAsk(handoff: Handoff, at: number): Handoff {
  const { ask, course } = handoff;
  return ask ? { ...handoff, ask: null, course: rang(course, "other", at - ask.at) } : handoff;
}

/** What became of the promises, this change included: a deadline may have passed with it, or nobody waits any more. */
function withPromisesOf(before: Conversation, after: Conversation, { id }: Handoff): Conversation {
  const [old, sla] = [before.engagement.sla, after.engagement.sla];
  if (!sla || before.engagement.number !== after.engagement.number) return before;
  const next = sla.next?.handoffId === id ? sla.next : (old?.next ?? null);
  return { ...before, engagement: { ...before.engagement, sla: { ...sla, next } } };
}

function changedEngagement(before: Conversation | null, after: Conversation): readonly EngagementRow[] {
  const row = engagementRow(after);
  if (!row) return [];
  const old = before && engagementRow(before);
  return old && isSame(old, row) ? [] : [row];
}

function endedRequests(before: Conversation, { records }: Applied): readonly RequestRow[] {
  return records.flatMap((record) => (record.type === "request" ? (requestRow(record, before) ?? []) : []));
}

function endOf(decision: Applied): HandoffEnd {
  if (isCancelled(decision)) return "cancelled";
  return decision.conversation.control.phase === "bot" ? "given-to-bot" : "replaced";
}

function isCancelled({ records }: Applied): boolean {
  return records.some((record) => record.type === "control" && record.reason.code === "cancelled");
}

/** Rows are flat. */
function isSame<Row extends object>(one: Row, other: Row): boolean {
  return (Object.keys(one) as (keyof Row)[]).every((name) => one[name] === other[name]);
}
