import { isCourtesy } from "../detection/courtesy.ts";
import { choosePolicy, hoursOfSla } from "../sla/choose-policy.ts";
import type { SlaPolicy } from "../sla/sla-policy.ts";
import {
  applySla,
  nextSlaInstant,
  type PromiseMark,
  type SlaEventType,
  type SlaOutcome,
  type SlaState,
} from "../sla/sla-state.ts";
import { pressedScore } from "../surveys/read-score.ts";
import type { TransitionContext } from "./context.ts";
import { ignored } from "./decision.ts";
import type { Draft } from "./draft.ts";
import type { ConversationEvent } from "./event.ts";
import type { Stop } from "./handler.ts";
import { textOf } from "./message.ts";
import { nextResponses } from "./next-responses.ts";
import { reactToMark } from "./phases/promise-at-risk.ts";
import type { Control, Conversation, EngagementSla, Handoff } from "./state.ts";

/** A deadline that was planned: the only event that is about nothing else. */
export function serviceLevelTimer(
  draft: Draft,
  event: Extract<ConversationEvent, { type: "timer-fired" }>,
): Stop | undefined {
  const { sla } = draft.conversation.engagement;
  return sla?.effectId === event.effectId ? undefined : ignored("a deadline that was planned anew");
}

/**
 * What was promised about answers (core/sla) after a change: clocks begin, pause, go on and end by what has happened to
 * the conversation, whoever has it. Warnings and breaches act at their own instant, by one stored timer.
 */
export function keepServiceLevel(
  draft: Draft,
  before: Conversation,
  event: ConversationEvent,
  context: TransitionContext,
): void {
  const known = draft.conversation.engagement.sla;
  // Clocks belong to an engagement; those of one that is over stop with it.
  if (before.engagement.number !== draft.conversation.engagement.number && before.engagement.sla?.effectId) {
    draft.cancel(before.engagement.sla.effectId);
  }
  if (!known && Object.keys(context.policy.settings.slas).length === 0) return;
  // Whoever ends it ends it under the promise that held.
  const subject = isWithPeople(draft.conversation.control) ? draft.conversation : before;
  const types = eventsOf(before, draft.conversation, event);
  const { state, marks } = keepPromise(draft, known?.state ?? null, { subject, types }, context);
  if (!state) return;
  const handoffId = handoffOf(subject.control)?.id ?? null;
  const isSameHandoff = handoffId === (handoffOf(before.control)?.id ?? null);
  const isAboutPeople = isWithPeople(subject.control);
  const next = isAboutPeople ? nextResponses(known, { handoffId, isSameHandoff, state, marks }) : (known?.next ?? null);
  const hasFired = event.type === "timer-fired" && event.timer.kind === "sla";
  keepTimer(draft, hasFired && known ? { ...known, effectId: null, dueAt: null } : known, { state, next });
}

interface Happened {
  readonly subject: Conversation;
  readonly types: readonly SlaEventType[];
}

/**
 * What is reached acts at once. Where that brings another promise, being more urgent or somebody else's by now, it holds
 * from the same start and may be broken already. Every clock is warned of once and broken once, so that this ends.
 */
function keepPromise(
  draft: Draft,
  had: SlaState | null,
  { subject, types }: Happened,
  context: TransitionContext,
): SlaOutcome {
  const applied = policyFor(subject, context);
  const policy = applied?.policy ?? null;
  const hours = applied ? hoursOfSla(applied.policy, context.policy.settings, applied.teamId) : null;
  let state = had;
  const marks: PromiseMark[] = [];
  for (const type of types) {
    const outcome = applySla(state, { type, at: draft.at, policy, hours });
    state = outcome.state;
    marks.push(...outcome.marks);
  }
  for (const mark of marks) if (state && policy) state = reactToMark(draft, mark, { policy, state }, context);
  const { conversation } = draft;
  const isSame = (policyFor(conversation, context)?.policy.id ?? null) === (policy?.id ?? null);
  if (marks.length === 0 || isSame || !isWithPeople(conversation.control)) return { state, marks };
  const more = keepPromise(draft, state, { subject: conversation, types: ["policy-changed"] }, context);
  return { state: more.state, marks: [...marks, ...more.marks] };
}

/** What a change means for the clocks, in order. */
function eventsOf(before: Conversation, after: Conversation, event: ConversationEvent): readonly SlaEventType[] {
  const found: SlaEventType[] = [];
  const [had, has] = [isWithPeople(before.control), isWithPeople(after.control)];
  if (!had && has) found.push(reasonOf(after.control) === "reopened" ? "reopened" : "handoff-opened");
  if (had && has && event.type === "message-received" && asks(event)) found.push("customer-wrote");
  if (event.type === "agent-replied") found.push("person-wrote");
  if (has && holderOf(after.control) !== null && holderOf(after.control) !== holderOf(before.control)) {
    found.push("person-took");
  }
  if (had && has && (changed(before, after, "priority") || changed(before, after, "destination"))) {
    found.push("policy-changed");
  }
  if (after.control.phase === "closed" && before.control.phase !== "closed") found.push("closed");
  if (had && after.control.phase === "bot") found.push("handed-back");
  if (event.type === "timer-fired" && event.timer.kind === "sla") found.push("instant-reached");
  return found;
}

function isWithPeople({ phase }: Control): boolean {
  return phase === "queue" || phase === "human";
}

function handoffOf(control: Control): Handoff | null {
  return control.phase === "queue" || control.phase === "human" ? control.handoff : null;
}

function reasonOf(control: Control): Handoff["reason"] | null {
  return handoffOf(control)?.reason ?? null;
}

function holderOf(control: Control): string | null {
  return control.phase === "human" ? control.agentId : null;
}

function changed(before: Conversation, after: Conversation, what: "priority" | "destination"): boolean {
  const [old, fresh] = [handoffOf(before.control), handoffOf(after.control)];
  if (!old || !fresh) return false;
  return what === "priority" ? old.priority !== fresh.priority : old.destination.id !== fresh.destination.id;
}

function asks({ content }: Extract<ConversationEvent, { type: "message-received" }>): boolean {
  const text = textOf(content);
  if (pressedScore(content) !== null) return false;
  return text === null || !isCourtesy(text);
}

interface Applied {
  readonly policy: SlaPolicy;
  readonly teamId: string | null;
}

function policyFor({ control }: Conversation, { channel, policy }: TransitionContext): Applied | null {
  const handoff = handoffOf(control);
  const teamId = handoff?.destination.teamIds[0] ?? null;
  const facts = { priority: handoff?.priority ?? "normal", channelId: channel.id, channelKind: channel.kind, teamId };
  const found = choosePolicy(policy.settings, facts);
  return found && { policy: found, teamId };
}

type Kept = Pick<EngagementSla, "state" | "next">;

function keepTimer(draft: Draft, known: EngagementSla | null, { state, next }: Kept): void {
  const { engagement, id: conversationId } = draft.conversation;
  const dueAt = nextSlaInstant(state);
  if (known !== null && known.dueAt === dueAt && (known.effectId !== null || dueAt === null)) {
    const isOther = known.state !== state || known.next !== next;
    if (isOther) draft.set({ engagement: { ...engagement, sla: { ...known, state, next } } });
    return;
  }
  if (known?.effectId) draft.cancel(known.effectId);
  const effectId =
    dueAt === null
      ? null
      : draft.plan({ type: "timer", conversationId, timer: { kind: "sla" } }, { lane: null, dueAt });
  draft.set({ engagement: { ...engagement, sla: { state, effectId, dueAt, next } } });
}
