import { findAsked } from "../../requests/ask.ts";
import type { TransitionContext } from "../context.ts";
import { ignored, refused } from "../decision.ts";
import type { Draft } from "../draft.ts";
import type { EventOf, Stop } from "../handler.ts";
import type { HumanControl } from "../state.ts";
import { colleague, mayDecide } from "./colleagues.ts";
import { type Ending, endAsked, openAsk } from "./requests.ts";
import { endPersonal } from "./return-to-queue.ts";
import { takeControl } from "./take-control.ts";

const mostAsks = 5;

/** "Please take this", or "what would you do?": the conversation stays where it is until they say yes. */
export function askColleague(
  draft: Draft,
  control: HumanControl,
  event: EventOf<"request-made">,
  context: TransitionContext,
): Stop | undefined {
  const { kind, byAgentId, agentId, role } = event;
  if (!mayDecide(byAgentId, control.agentId, context)) return refused("not-allowed");
  if (agentId === control.agentId) return refused("nobody-to-ask");
  const refusal = askedAlready(control, event);
  if (refusal) return refused(refusal);
  const wish = { agentId, byAgentId, evenIfAway: false, takesRoom: kind === "assign" };
  const found = colleague(draft.conversation, wish, context, draft.at);
  if ("stop" in found) return found.stop;
  if (role !== null && found.agent.role !== role) return refused("wrong-role");
  const author = { type: "note", agentId: byAgentId } as const;
  const noteSeq = event.note === null ? null : draft.append(author, { type: "text", text: event.note }).seq;
  const ask = openAsk(draft, {
    kind,
    agents: [found.agent],
    requestedBy: { type: "agent", agentId: byAgentId },
    expiresAt: draft.at + context.policy.settings.people.requestSeconds[kind] * 1_000,
    decisionSeq: null,
    noteSeq,
  });
  draft.set({ control: { ...control, asks: [...control.asks, ask] } });
  return undefined;
}

function askedAlready({ asks, advisers }: HumanControl, { kind, agentId }: EventOf<"request-made">) {
  const isAsked = asks.some((ask) => ask.pending.some((asked) => asked.agentId === agentId));
  const isAdvising = kind === "discuss" && advisers.includes(agentId);
  if (isAsked || isAdvising) return "already-asked";
  // To take it one at a time: two who accept would be one too many.
  if (kind === "assign" && asks.some((ask) => ask.kind === "assign")) return "already-asked";
  return asks.length + advisers.length >= mostAsks ? "too-many-requests" : null;
}

export function colleagueAccepted(
  draft: Draft,
  control: HumanControl,
  event: EventOf<"request-accepted">,
  context: TransitionContext,
): Stop | undefined {
  const found = findAsked(control.asks, draft.conversation.id, event.requestId);
  if (!found) return event.agentId === control.agentId ? ignored("already theirs") : refused("request-ended");
  if (found.asked.agentId !== event.agentId) return refused("not-your-request");
  const agent = context.agents[event.agentId];
  if (!agent) return refused("unknown-agent");
  if (agent.leftAt !== null) return refused("agent-left");
  const rest = endOne(draft, control, event.agentId, found.ask.id, { status: "accepted", reason: null }, context);
  if (found.ask.kind === "discuss") {
    draft.set({ control: { ...rest, advisers: [...rest.advisers, event.agentId] } });
    return undefined;
  }
  endPersonal(draft, rest, context);
  draft.release(context.agents[control.agentId]);
  takeControl(draft, draft.agent(agent.id) ?? agent, { reason: { code: "accepted" } }, context);
  return undefined;
}

export function colleagueRejected(
  draft: Draft,
  control: HumanControl,
  { requestId, agentId, reason }: EventOf<"request-rejected">,
  context: TransitionContext,
): Stop | undefined {
  const found = findAsked(control.asks, draft.conversation.id, requestId);
  if (!found) return refused("request-ended");
  if (found.asked.agentId !== agentId) return refused("not-your-request");
  draft.set({ control: endOne(draft, control, agentId, found.ask.id, { status: "rejected", reason }, context) });
  return undefined;
}

export function colleagueWithdrawn(
  draft: Draft,
  control: HumanControl,
  { requestId, agentId, reason }: EventOf<"request-withdrawn">,
  context: TransitionContext,
): Stop | undefined {
  const found = findAsked(control.asks, draft.conversation.id, requestId);
  if (!found) return refused("request-ended");
  const { requestedBy } = found.ask;
  const isTheirs = requestedBy.type === "agent" && requestedBy.agentId === agentId;
  if (!isTheirs && !mayDecide(agentId, null, context)) return refused("not-your-request");
  const ending = { status: "withdrawn", reason } as const;
  draft.set({ control: endOne(draft, control, found.asked.agentId, found.ask.id, ending, context) });
  return undefined;
}

export function colleagueTimedOut(
  draft: Draft,
  control: HumanControl,
  askId: string,
  context: TransitionContext,
): Stop | undefined {
  const ask = control.asks.find(({ id }) => id === askId);
  const asked = ask?.pending[0];
  if (!ask || !asked) return ignored("the request has ended");
  const ending = { status: "timed-out", reason: null } as const;
  draft.set({ control: endOne(draft, control, asked.agentId, askId, ending, context) });
  return undefined;
}

export function endDiscussion(
  draft: Draft,
  control: HumanControl,
  { agentId, byAgentId, insteadId }: EventOf<"discussion-ended">,
  context: TransitionContext,
): Stop | undefined {
  if (!control.advisers.includes(agentId)) return ignored("not in the discussion");
  if (byAgentId !== agentId && !mayDecide(byAgentId, control.agentId, context)) return refused("not-allowed");
  const advisers = control.advisers.filter((id) => id !== agentId);
  const next = insteadId === undefined || takesPart({ ...control, advisers }, insteadId) ? [] : [insteadId];
  draft.set({ control: { ...control, advisers: [...advisers, ...next] } });
  draft.note({ type: "discussion-ended", data: { agentId } });
  for (const id of next) draft.note({ type: "discussion-joined", data: { agentId: id } });
  return undefined;
}

/** Has it, advises already, or is being asked to do one of the two. */
function takesPart({ agentId, advisers, asks }: HumanControl, id: string): boolean {
  const isAsked = asks.some(({ pending }) => pending.some((asked) => asked.agentId === id));
  return agentId === id || advisers.includes(id) || isAsked;
}

function endOne(
  draft: Draft,
  control: HumanControl,
  agentId: string,
  askId: string,
  ending: Ending,
  context: TransitionContext,
): HumanControl {
  const asks = control.asks.flatMap((ask) => {
    const left = ask.id === askId ? endAsked(draft, ask, agentId, ending, context) : ask;
    return left ?? [];
  });
  return { ...control, asks };
}
