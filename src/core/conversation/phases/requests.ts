import { type Agent, hasRoom } from "../../people/agent.ts";
import type { RequestEnd } from "../../requests/request.ts";
import type { TransitionContext } from "../context.ts";
import type { Draft } from "../draft.ts";
import type { Candidate } from "../record.ts";
import type { ConversationSettings } from "../settings.ts";
import type { QueueControl } from "../state.ts";
import { planRoute } from "./search-on.ts";

interface Offer {
  readonly agent: Agent;
  readonly candidates: readonly Candidate[];
}

/** Asks one person. The place is reserved in the same commit; a person who filled up meanwhile is not asked (I7). */
export function offerRequest(draft: Draft, control: QueueControl, offer: Offer, settings: ConversationSettings): void {
  const { agent, candidates } = offer;
  if (!mayBeGiven(agent)) {
    planRoute(draft, control.handoff.id);
    return;
  }
  const { id: conversationId } = draft.conversation;
  const requestId = `${control.handoff.id}.r${control.handoff.requestCount + 1}`;
  const expiresAt = draft.at + settings.requestTimeoutMs;
  const expiryEffectId = draft.plan(
    { type: "timer", conversationId, timer: { kind: "request-expiry", requestId } },
    { lane: null, dueAt: expiresAt },
  );
  draft.hold(agent, "offered");
  const recordSeq = draft.record({
    type: "request",
    actor: { type: "system" },
    requestId,
    kind: "offer",
    agentId: agent.id,
    candidates,
    end: null,
  });
  draft.set({
    control: {
      ...control,
      handoff: {
        ...control.handoff,
        requestCount: control.handoff.requestCount + 1,
        pendingRequest: {
          id: requestId,
          kind: "offer",
          agentId: agent.id,
          requestedBy: { type: "routing" },
          at: draft.at,
          expiresAt,
          expiryEffectId,
          recordSeq,
        },
      },
    },
  });
  draft.note({ type: "request-offered", data: { requestId, agentId: agent.id, expiresAt } });
}

/** Looked at again at the commit: routing chose on what it had read (I7). */
export function mayBeGiven(agent: Agent): boolean {
  return agent.presence === "available" && hasRoom(agent);
}

export interface Ending {
  readonly status: RequestEnd;
  readonly reason: string | null;
}

/** A request ends once; whoever did not take it is not asked again in this handoff (I6). */
export function endRequest(draft: Draft, control: QueueControl, context: TransitionContext, ending: Ending): void {
  const request = control.handoff.pendingRequest;
  if (!request) return;
  draft.cancel(request.expiryEffectId);
  draft.release(context.agents[request.agentId]);
  if (context.requestRecord) {
    draft.rewriteRecord({ ...context.requestRecord, end: { ...ending, at: draft.at } });
  }
  const hasDeclined = ending.status === "rejected" || ending.status === "timed-out";
  draft.set({
    control: {
      ...control,
      handoff: {
        ...control.handoff,
        pendingRequest: null,
        declinedBy: hasDeclined ? [...control.handoff.declinedBy, request.agentId] : control.handoff.declinedBy,
      },
    },
  });
  draft.note({ type: "request-ended", data: { requestId: request.id, agentId: request.agentId, end: ending.status } });
}
