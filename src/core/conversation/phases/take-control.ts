import type { Agent } from "../../people/agent.ts";
import type { Draft } from "../draft.ts";
import type { ControlReason } from "../record.ts";

/** A person takes over. From this epoch on nothing automated of before can leave (I3). */
export function takeControl(draft: Draft, agent: Agent, reason: ControlReason): void {
  const { control } = draft.conversation;
  const handoff = control.phase === "queue" ? control.handoff : null;
  draft.hold(agent, "open");
  const human = {
    phase: "human",
    since: draft.at,
    agentId: agent.id,
    awaitsAnswer: true,
    handoff,
    alert: null,
  } as const;
  draft.changeControl(human, reason, { type: "agent", agentId: agent.id });
  if (handoff) {
    const lastWait = { queueId: handoff.destination.id, ms: draft.at - handoff.openedAt, at: draft.at };
    draft.set({ lastWait });
  }
  draft.set({ engagement: { ...draft.conversation.engagement, lastAgentId: agent.id } });
  draft.say("human.joined", { variables: { agent_name: agent.name } });
}
