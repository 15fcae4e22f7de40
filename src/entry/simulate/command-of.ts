import type { Conversation } from "../../core/conversation/state.ts";
import { requestIdOf } from "../../core/requests/ask.ts";
import type { Command } from "../../engine/commands.ts";
import type { AgentStep } from "./script-steps.ts";

type Acting = Exclude<AgentStep, { does: "goes-away" | "comes-back" }>;

/** What a step of the script asks of the engine. Nobody is asked: then the request is one that cannot be found. */
export function commandOf(step: Acting, { id, control }: Conversation): Command {
  const agentId = step.agent;
  const asks = control.phase === "queue" ? [control.handoff.ask] : control.phase === "human" ? control.asks : [];
  const asked = asks.flatMap((ask) => ask?.pending ?? []);
  const own = asked.find((one) => one.agentId === agentId) ?? asked[0];
  const requestId = own ? requestIdOf(id, own.recordSeq) : "none";
  switch (step.does) {
    case "claims":
      return { type: "conversation-claimed", agentId };
    case "accepts":
      return { type: "request-accepted", requestId, agentId };
    case "declines":
      return { type: "request-rejected", requestId, agentId, reason: step.reason };
    case "replies":
      return { type: "agent-replied", agentId, text: step.text };
    case "notes":
      return { type: "note-added", agentId, text: step.text };
    case "hands-back":
      return { type: "conversation-handed-back", agentId, note: step.note };
    case "sets-language":
      return { type: "language-set", agentId, locale: step.locale };
    case "lifts-restraint":
      return { type: "restraint-lifted", agentId };
    case "closes":
      return { type: "conversation-closed", agentId, outcome: step.outcome, wrapUp: null };
  }
}
