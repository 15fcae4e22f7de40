import type { Agent } from "../../people/agent.ts";
import type { TransitionContext } from "../context.ts";
import { takenBy } from "../course.ts";
import type { Draft } from "../draft.ts";
import { newHumanControl } from "../human-control.ts";
import type { Actor, ControlReason } from "../record.ts";
import type { HumanControl } from "../state.ts";
import { startWatch } from "./first-response.ts";
import { promiseTasks } from "./promise-tasks.ts";
import { staySilent } from "./quiet.ts";

interface Taking {
  readonly reason: ControlReason;
  /** Who decided it; by itself whoever takes it. */
  readonly actor?: Actor;
  /** Nothing is said: they are looked after by somebody else, and need not notice. */
  readonly isSilent?: boolean;
  /** In bulk what is silent moves as it is, and takes no room with its new owner either. */
  readonly movesAsItIs?: HumanControl | null;
}

/** A person takes over. From this epoch on nothing automated of before can leave (I3). */
export function takeControl(draft: Draft, agent: Agent, taking: Taking, context: TransitionContext): void {
  const { control } = draft.conversation;
  const wasHuman = control.phase === "human" ? control : null;
  const waited = control.phase === "queue" ? control.handoff : null;
  const isMove = taking.reason.code === "moved";
  const had = waited ?? wasHuman?.handoff ?? null;
  draft.hold(agent, "open");
  const waitedSince = control.phase === "queue" ? control.since : null;
  const taken = had && takenBy(had, { agentId: agent.id, at: draft.at, waitedSince, isMove });
  const human = newHumanControl(draft.at, agent.id, taken);
  const awaitsAnswer = wasHuman ? wasHuman.awaitsAnswer : true;
  draft.changeControl({ ...human, awaitsAnswer }, taking.reason, taking.actor ?? { type: "agent", agentId: agent.id });
  if (waited && waitedSince !== null) {
    // A clock may have been set back meanwhile.
    const ms = Math.max(0, draft.at - waitedSince);
    draft.set({ lastWait: { queueId: waited.destination.id, ms, at: draft.at } });
  }
  draft.set({ engagement: { ...draft.conversation.engagement, lastAgentId: agent.id } });
  if (!taking.isSilent) sayWho(draft, agent, { before: wasHuman, isMove }, context);
  // What stays put aside is not waited for.
  if (!taking.movesAsItIs?.snooze) startWatch(draft, context);
  staySilent(draft, taking.movesAsItIs ?? null, context);
  if (waited) promiseTasks(draft, waited, "accepted", context);
}

/** From a colleague: the customer knows somebody already, and hears of both. */
function sayWho(
  draft: Draft,
  { name }: Agent,
  { before, isMove }: { readonly before: HumanControl | null; readonly isMove: boolean },
  { agents }: TransitionContext,
): void {
  const from = before ? (agents[before.agentId]?.name ?? "") : null;
  if (isMove) draft.say("case.reassigned_bulk", { variables: { agent_name: from ?? "", new_agent_name: name } });
  else if (from === null) draft.say("human.joined", { variables: { agent_name: name } });
  else draft.say("human.transferred", { variables: { agent_name: from, new_agent_name: name } });
}
