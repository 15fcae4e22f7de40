import type { Ask } from "../../requests/ask.ts";
import type { TransitionContext } from "../context.ts";
import { rang } from "../course.ts";
import type { Draft } from "../draft.ts";
import type { Handoff, QueueControl } from "../state.ts";
import { type Ending, endAsk, endAsked } from "./requests.ts";

/** Somebody who is asked about a waiting conversation has answered, or let it lapse. */
export function endOffer(
  draft: Draft,
  control: QueueControl,
  agentId: string,
  ending: Ending,
  context: TransitionContext,
): QueueControl {
  const { ask } = control.handoff;
  if (!ask) return control;
  const left = endAsked(draft, ask, agentId, ending, context);
  return remember(draft, control, { ask, left, asked: [agentId], ending });
}

/** Everybody who is still asked. */
export function endOffers(
  draft: Draft,
  control: QueueControl,
  ending: Ending,
  context: TransitionContext,
): QueueControl {
  const { ask } = control.handoff;
  if (!ask) return control;
  endAsk(draft, ask, ending, context);
  return remember(draft, control, { ask, left: null, asked: ask.pending.map(({ agentId }) => agentId), ending });
}

interface Ended {
  readonly ask: Ask;
  readonly left: Ask | null;
  readonly asked: readonly string[];
  readonly ending: Ending;
}

/** Who declined, let it lapse or had it taken back is not asked again in this handoff (I6). */
function remember(draft: Draft, control: QueueControl, { ask, left, asked, ending }: Ended): QueueControl {
  const { handoff } = control;
  const { status } = ending;
  const how = status === "rejected" || status === "timed-out" ? status : "other";
  const isOut = how !== "other" || status === "withdrawn";
  // People who are asked at once ring at once: the time counts once.
  const ms = left === null ? draft.at - ask.at : 0;
  const course = asked.reduce((course, _agentId, index) => rang(course, how, index === 0 ? ms : 0), handoff.course);
  const changed: Handoff = {
    ...handoff,
    ask: left,
    course,
    declinedBy: isOut ? [...new Set([...handoff.declinedBy, ...asked])] : handoff.declinedBy,
  };
  const next = { ...control, handoff: changed };
  draft.set({ control: next });
  return next;
}
