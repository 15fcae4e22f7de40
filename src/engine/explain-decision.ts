import type { EngagementRecord } from "../core/conversation/record.ts";
import type { Conversation, Evidence, HandoffReason, RuleTrail } from "../core/conversation/state.ts";
import { compileRules, evaluateRules } from "../core/rules/evaluate.ts";
import { printTrace } from "../core/rules/print-trace.ts";
import type { RuleTrace } from "../core/rules/trace.ts";
import type { Conversations } from "./conversations.ts";
import type { Versions } from "./settings/versions.ts";

/** Why a person was needed, gone through again with the rules of then and the facts of then (I12). */
export interface Explanation {
  readonly subject: "handoff" | "alert";
  /** `null`: it is over, and only its record is left. */
  readonly id: string | null;
  readonly at: number;
  readonly reason: HandoffReason;
  /** `null`: it is over, and only its record is left. */
  readonly evidence: readonly Evidence[] | null;
  /** `null`: from before there were rules. */
  readonly trail: RuleTrail | null;
  /** `null`: no rules were asked, or what they were told was not kept. */
  readonly replay: Replay | null;
}

export interface Replay {
  readonly trace: readonly RuleTrace[];
  /** The trace as a lead reads it. */
  readonly text: string;
  /** The same rule again. Not so when somebody tried a draft: then the published rules say what they would have done. */
  readonly isSame: boolean;
}

type Subject = Omit<Explanation, "replay">;

export interface Explaining {
  readonly conversations: Pick<Conversations, "records">;
  readonly versions: Pick<Versions, "get">;
}

/** The open handoff or alert, else the last handoff there was; `null`: nobody was needed so far. */
export async function explainDecision(
  { conversations, versions }: Explaining,
  conversation: Conversation,
): Promise<Explanation | null> {
  const subject = openSubject(conversation) ?? (await lastSubject(conversations, conversation));
  return subject && { ...subject, replay: await replayOf(versions, subject.trail) };
}

function openSubject({ control }: Conversation): Subject | null {
  if (control.phase === "closed") return null;
  const alert = control.phase === "queue" ? null : control.alert;
  if (alert) {
    const { id, at, cause } = alert;
    return { subject: "alert", id, at, reason: cause.reason, evidence: cause.evidence, trail: cause.decision };
  }
  const handoff = control.phase === "bot" ? null : control.handoff;
  if (!handoff) return null;
  const { id, openedAt, reason, evidence, decision } = handoff;
  return { subject: "handoff", id, at: openedAt, reason, evidence, trail: decision };
}

const recordsAtOnce = 100;

/** From the end: what is asked for is what happened last. */
async function lastSubject(conversations: Explaining["conversations"], { id, lastRecordSeq }: Conversation) {
  for (let end = lastRecordSeq; end > 0; end -= recordsAtOnce) {
    const afterSeq = Math.max(0, end - recordsAtOnce);
    const page = await conversations.records(id, { limit: end - afterSeq, afterSeq });
    const last = page.items.flatMap((record) => subjectOf(record) ?? []).at(-1);
    if (last) return last;
  }
  return null;
}

function subjectOf(record: EngagementRecord): Subject | null {
  if (record.type !== "control" || record.to !== "queue") return null;
  const { reason, at } = record;
  const over = { subject: "handoff", id: null, at, evidence: null } as const;
  if (reason.code === "handoff") return { ...over, reason: reason.handoff, trail: reason.decision ?? null };
  return reason.code === "reopened" ? { ...over, reason: "reopened", trail: null } : null;
}

async function replayOf(versions: Explaining["versions"], trail: RuleTrail | null): Promise<Replay | null> {
  if (!trail?.facts) return null;
  const version = await versions.get(trail.settingsVersion);
  if (!version) return null;
  const { settings } = version;
  const { ruleId, trace } = evaluateRules(compileRules(settings), trail.facts);
  return { trace, text: printTrace(trace, settings, trail.facts), isSame: ruleId === trail.ruleId };
}
