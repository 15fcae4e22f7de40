import type { Conversation } from "../../core/conversation/state.ts";
import { type Asked, requestIdOf } from "../../core/requests/ask.ts";
import { pendingAsks } from "../../core/requests/pending-asks.ts";
import type { Destination } from "../../core/rules/rule.ts";
import type { Command } from "../../engine/commands.ts";
import type { AgentStep } from "./script-steps.ts";

type Acting = Exclude<AgentStep, { does: "goes-away" | "comes-back" | "disconnects" }>;

/** What a step of the script asks of the engine; `now` is the simulation's time. */
export function commandOf(step: Acting, conversation: Conversation, now: number): Command {
  const agentId = step.agent;
  switch (step.does) {
    case "claims":
      return { type: "conversation-claimed", agentId };
    case "accepts":
      return { type: "request-accepted", requestId: requestTo(agentId, conversation), agentId };
    case "declines":
    case "rejects": {
      const requestId = requestTo(agentId, conversation);
      return { type: "request-rejected", requestId, agentId, reason: step.reason };
    }
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
    default:
      return amongColleagues(step, conversation, now);
  }
}

type Colleagues = Extract<
  Acting,
  { does: "asks" | "withdraws" | "ends-discussion" | "assigns" | "gives-back" | "snoozes" | "wraps-up" }
>;

function amongColleagues(step: Colleagues, conversation: Conversation, now: number): Command {
  const by = step.agent;
  switch (step.does) {
    case "asks": {
      const { kind, colleague, role, note } = step;
      return { type: "request-made", kind, byAgentId: by, agentId: colleague, role, note };
    }
    case "withdraws": {
      const requestId = requestTo(step.colleague ?? null, conversation);
      return { type: "request-withdrawn", requestId, agentId: by, reason: step.reason };
    }
    case "ends-discussion":
      return { type: "discussion-ended", agentId: step.colleague, byAgentId: by };
    case "assigns": {
      const { colleague: agentId, evenIfAway } = step;
      return { type: "conversation-assigned", agentId, byAgentId: by, evenIfAway, jobId: null, tellsCustomer: true };
    }
    case "gives-back": {
      const destination = step.to === null ? null : destinationOf(step.to);
      return { type: "conversation-unassigned", byAgentId: by, destination, note: step.note };
    }
    case "snoozes":
      return { type: "conversation-snoozed", agentId: by, until: now + step.for };
    case "wraps-up": {
      const { outcome, botCouldHave, wrongTeam } = step;
      return { type: "wrap-up-noted", agentId: by, wrapUp: { outcome, botCouldHave, wrongTeam } };
    }
  }
}

/** Theirs, or where they have none somebody's. Nobody is asked: then the request is one that cannot be found. */
function requestTo(agentId: string | null, { id, control }: Conversation): string {
  const asked = pendingAsks(control).flatMap(({ pending }) => pending);
  const found: Asked | undefined = asked.find((one) => one.agentId === agentId) ?? asked[0];
  return found ? requestIdOf(id, found.recordSeq) : "none";
}

/** Written as in `queue:chat`. */
function destinationOf(name: string): Destination {
  const [type, id] = [name.slice(0, name.indexOf(":")), name.slice(name.indexOf(":") + 1)];
  return { type: type as Destination["type"], id };
}
