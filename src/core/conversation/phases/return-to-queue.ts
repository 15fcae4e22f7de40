import type { Priority } from "../../rules/rule.ts";
import type { TransitionContext } from "../context.ts";
import { returned } from "../course.ts";
import type { Draft } from "../draft.ts";
import { higher } from "../higher.ts";
import type { Actor } from "../record.ts";
import type { Handoff, HumanControl, Resolved, ReturnReason } from "../state.ts";
import { resolve } from "../way.ts";
import { endAlert } from "./alert.ts";
import { closedMoment } from "./closing.ts";
import { headsOrEverybody } from "./heads.ts";
import { newHandoff, waitFor } from "./open-handoff.ts";
import { promiseTasks } from "./promise-tasks.ts";
import { endAsk } from "./requests.ts";

interface Return {
  readonly because: ReturnReason;
  /** Where to; by itself where it came from. */
  readonly destination?: Resolved;
  readonly actor?: Actor;
  /** Asked first, and without being asked, once they can. */
  readonly preferredAgentId?: string | null;
  /** Nothing is said: the customer need not notice who looks after them. */
  readonly isSilent?: boolean;
}

/**
 * The person who had it went, did not answer in time, or gave it back: it waits again, before those who only begin to wait, and
 * the customer is told once, unless whoever moves it wants that it goes unnoticed. It is the same handoff, so that
 * nothing of its course is lost.
 */
export function returnToQueue(
  draft: Draft,
  control: HumanControl,
  { because, destination, actor = { type: "system" }, preferredAgentId = null, isSilent = false }: Return,
  context: TransitionContext,
): void {
  const { agentId } = control;
  const name = context.agents[agentId]?.name ?? "";
  endPersonal(draft, control, context);
  draft.release(context.agents[agentId]);
  const before = control.handoff ?? newHandoff(draft, assigned(context), context);
  const handoff: Handoff = {
    ...before,
    destination: destination ?? before.destination,
    priority: raised(before.priority, because),
    preferredAgentId,
    // Whoever was answered here waits here, whatever they chose before.
    waits: before.course.answeredAt === null ? before.waits : "here",
    declinedBy: declinedAfter(before, because, agentId),
    // What a person took out of the bot's hands has not waited before.
    course: control.handoff ? returned(before) : before.course,
  };
  const told = (waiting: Handoff) => {
    if (!isSilent) tellLeaving(draft, waiting, { name, because }, context);
  };
  waitFor(
    draft,
    handoff,
    { reason: { code: "returned", because, from: agentId }, actor, assists: false, told },
    context,
  );
  const targets = headsOrEverybody(handoff.destination, context);
  draft.notify({ kind: "conversation-returned", subjectId: handoff.id, targets, actorId: agentId, detail: because });
}

/** "A colleague will take over" is only true while one may come; otherwise, when they will be there, which is a promise. */
function tellLeaving(
  draft: Draft,
  waiting: Handoff,
  { name, because }: { readonly name: string; readonly because: ReturnReason },
  context: TransitionContext,
): void {
  const closed = closedMoment(waiting.destination, context, draft.at);
  // Whoever is only full is still there, and may be the one who comes.
  const open = because === "full" ? "handoff.confirmation" : "human.left";
  draft.say(closed ?? open, { variables: { agent_name: name } });
  if (closed) promiseTasks(draft, waiting, "after-hours", context);
}

const declines: ReadonlySet<ReturnReason> = new Set(["given-back", "no-answer", "sla-warning", "sla-breached"]);

/**
 * Whoever gave it back or did not answer in time has declined it (I6). Whoever went has not: they may be asked when they
 * are there again.
 */
function declinedAfter({ declinedBy }: Handoff, because: ReturnReason, agentId: string): readonly string[] {
  const hasDeclined = declines.has(because);
  return hasDeclined ? [...new Set([...declinedBy, agentId])] : declinedBy;
}

/** Where it is a person's own wish, nothing has gone wrong. */
function raised(priority: Priority, because: ReturnReason): Priority {
  return because === "given-back" ? priority : higher(priority, "high");
}

function assigned({ policy }: TransitionContext) {
  const decision = { settingsVersion: policy.version, ruleId: null, facts: null };
  const destination = resolve(policy.settings.handoff.destination, policy);
  return { cause: { reason: "assigned", evidence: [], decision } as const, destination };
}

/** Everything that was between this person and others about it. */
export function endPersonal(draft: Draft, control: HumanControl, context: TransitionContext): void {
  endAlert(draft, control.alert);
  for (const agentId of control.advisers) draft.note({ type: "discussion-ended", data: { agentId } });
  for (const ask of control.asks) endAsk(draft, ask, { status: "rescinded", reason: null }, context);
  for (const effectId of [
    control.watch?.effectId,
    control.ownerGone?.effectId,
    control.snooze?.effectId,
    control.idleEffectId,
  ]) {
    if (effectId) draft.cancel(effectId);
  }
}
