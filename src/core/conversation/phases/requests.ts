import { type Agent, hasRoom } from "../../people/agent.ts";
import { loadOn } from "../../people/load.ts";
import {
  type Ask,
  type Asked,
  type RequestEnd,
  type RequestKind,
  type RequestSource,
  requestIdOf,
} from "../../requests/ask.ts";
import { goneFrom } from "../../routing/gone-from.ts";
import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { RequestRecord } from "../record.ts";
import type { Handoff } from "../state.ts";

export interface NewAsk {
  readonly kind: RequestKind;
  readonly agents: readonly Agent[];
  readonly requestedBy: RequestSource;
  readonly expiresAt: number;
  readonly decisionSeq: number | null;
  readonly noteSeq: number | null;
}

/** Asks, and keeps a place with everybody who is asked to take it, in the same commit (I7). Advice takes no place. */
export function openAsk(draft: Draft, { agents, ...asked }: NewAsk): Ask {
  const { id: conversationId, revision, epoch } = draft.conversation;
  const id = `${conversationId}.q${revision}`;
  const timer = { kind: "request-expiry", askId: id } as const;
  const expiryEffectId = draft.plan({ type: "timer", conversationId, timer }, { lane: null, dueAt: asked.expiresAt });
  const first = { ...asked, id, at: draft.at, expiryEffectId, epoch, pending: [] };
  const pending = agents.map((agent): Asked => {
    const recordSeq = draft.nextRecordSeq();
    draft.record(recordOf(first, { agentId: agent.id, recordSeq }, conversationId));
    if (asked.kind !== "discuss") draft.hold(agent, "offered");
    const requestId = requestIdOf(conversationId, recordSeq);
    const expiresAt = new Date(asked.expiresAt).toISOString();
    const data = { requestId, agentId: agent.id, kind: asked.kind, expiresAt };
    draft.note({ type: "request-offered", data });
    return { agentId: agent.id, recordSeq };
  });
  const ask = { ...first, pending };
  const actorId = asked.requestedBy.type === "agent" ? asked.requestedBy.agentId : null;
  const targets = agents.map(({ id: agentId }) => ({ type: "agent", id: agentId }) as const);
  draft.notify({ kind: "request-received", subjectId: id, targets, actorId, detail: asked.kind });
  return ask;
}

export interface Ending {
  readonly status: RequestEnd;
  readonly reason: string | null;
}

/** A request ends once, and its record says how (I6). What is left of the ask is returned; `null`: nobody. */
export function endAsked(
  draft: Draft,
  ask: Ask,
  agentId: string,
  ending: Ending,
  context: TransitionContext,
): Ask | null {
  const asked = ask.pending.find((one) => one.agentId === agentId);
  if (!asked) return ask;
  writeEnd(draft, ask, asked, ending, context);
  const pending = ask.pending.filter((one) => one !== asked);
  if (pending.length > 0) return { ...ask, pending };
  draft.cancel(ask.expiryEffectId);
  return null;
}

/** Everybody who has not answered yet. */
export function endAsk(draft: Draft, ask: Ask, ending: Ending, context: TransitionContext): void {
  for (const asked of ask.pending) writeEnd(draft, ask, asked, ending, context);
  draft.cancel(ask.expiryEffectId);
}

function writeEnd(draft: Draft, ask: Ask, asked: Asked, ending: Ending, context: TransitionContext): void {
  const { id: conversationId } = draft.conversation;
  const { agentId, recordSeq } = asked;
  if (ask.kind !== "discuss") draft.releaseAsked(agentId);
  countMisses(draft, ask, agentId, ending.status, context);
  draft.rewriteRecord({
    ...recordOf(ask, asked, conversationId),
    schemaVersion: 1,
    conversationId,
    seq: recordSeq,
    at: ask.at,
    epoch: ask.epoch,
    end: { ...ending, at: draft.at },
  });
  const requestId = requestIdOf(conversationId, recordSeq);
  draft.note({ type: "request-ended", data: { requestId, agentId, kind: ask.kind, end: ending.status } });
  tellRequester(draft, ask, agentId, ending.status);
}

/** Nobody is told of what they did themselves: they took it back, or what they asked about is no longer theirs. */
function tellRequester(draft: Draft, { id, requestedBy }: Ask, actorId: string, end: RequestEnd): void {
  if (requestedBy.type !== "agent" || end === "withdrawn") return;
  const { control } = draft.conversation;
  const isHolder = control.phase === "human" && control.agentId === requestedBy.agentId;
  if (end === "rescinded" && isHolder) return;
  const targets = [{ type: "agent", id: requestedBy.agentId } as const];
  draft.notify({ kind: "request-ended", subjectId: id, targets, actorId, detail: end });
}

/**
 * Whoever lets requests lapse again and again is not there, whatever their status says. Where many were asked at once
 * and nobody answered, nobody in particular has missed it: one unlucky broadcast must not empty a whole queue. What came
 * in while the team was closed is a pile to be worked off, and who is busy with it has missed nothing.
 */
function countMisses(
  draft: Draft,
  { kind, pending }: Ask,
  agentId: string,
  end: RequestEnd,
  { policy }: TransitionContext,
): void {
  const agent = draft.agent(agentId);
  if (!agent || kind === "discuss") return;
  if (end === "accepted" || end === "rejected") {
    if (agent.missedInARow > 0) draft.changeAgent({ ...agent, missedInARow: 0 });
    return;
  }
  if (end !== "timed-out" || pending.length > 1 || isOvernight(draft)) return;
  const missedInARow = agent.missedInARow + 1;
  const { missedBeforeAway } = policy.settings.people;
  const isGone = missedBeforeAway !== null && missedInARow >= missedBeforeAway && agent.presence === "available";
  const status = { id: null, reason: "missed-requests", since: draft.at, by: "system" } as const;
  draft.changeAgent({ ...agent, missedInARow, ...(isGone ? { presence: "away", status } : {}) });
  if (isGone) draft.note({ type: "agent-changed", data: { agentId, presence: "away", because: "missed-requests" } });
}

function isOvernight({ conversation: { control } }: Draft): boolean {
  if (control.phase !== "queue") return false;
  const { course, overnight } = control.handoff;
  return course.openedIn !== "open" || Boolean(overnight);
}

function recordOf(
  { kind, requestedBy, decisionSeq, noteSeq }: Omit<Ask, "pending">,
  { agentId, recordSeq }: Asked,
  conversationId: string,
): Omit<RequestRecord, "schemaVersion" | "conversationId" | "seq" | "at" | "epoch"> {
  const actor = requestedBy.type === "agent" ? requestedBy : ({ type: "system" } as const);
  const requestId = requestIdOf(conversationId, recordSeq);
  return { type: "request", actor, requestId, kind, agentId, decisionSeq, noteSeq, end: null };
}

/** Looked at again at the commit: routing chose on what it had read (I7). A place kept for this very one counts once. */
export function mayBeGiven(
  agent: Agent,
  { at, conversation }: Draft,
  handoff: Handoff,
  { policy, channel }: TransitionContext,
): boolean {
  const isThere = agent.presence === "available" && goneFrom(agent, handoff, policy.settings, at) === null;
  return isThere && hasRoom(agent, loadOn(channel, policy), conversation.id);
}
