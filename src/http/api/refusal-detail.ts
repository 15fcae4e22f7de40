import type { CommandRefusal } from "../../core/conversation/decision.ts";
import type { EngagementRecord, RequestRecord } from "../../core/conversation/record.ts";
import type { Command } from "../../engine/commands.ts";
import type { Engine } from "../../engine/engine.ts";
import { isoTime } from "../present/time.ts";
import type { ProblemDetails } from "../problem.ts";

interface Refusal {
  readonly conversationId: string;
  readonly command: Command;
  readonly code: CommandRefusal;
}

/** What was refused, by name, and how it stands now. Ids and times only: never what somebody wrote (I15). */
export async function detailOf(engine: Engine, refusal: Refusal): Promise<ProblemDetails> {
  const detail = await describe(engine, refusal);
  return detail === null ? {} : { detail };
}

async function describe(engine: Engine, { conversationId, command, code }: Refusal): Promise<string | null> {
  switch (code) {
    case "request-ended":
    case "not-your-request":
      return "requestId" in command ? describeRequest(engine, conversationId, command.requestId) : null;
    case "already-taken":
    case "not-in-control":
    case "not-alerted":
      return describeControl(engine, conversationId);
    case "no-such-queue":
    case "no-such-team":
    case "unknown-agent":
    case "agent-left":
    case "agent-away":
    case "agent-full":
    case "wrong-role":
      return describeTarget(engine, command);
    case "time-has-passed":
      return command.type === "conversation-snoozed" ? `${isoTime(command.until)} has passed.` : null;
    case "already-asked":
      return command.type === "request-made" ? `Agent ${command.agentId} cannot be asked now: ${asked}` : null;
    default:
      return null;
  }
}

const asked = "they, or somebody else who is to take it, are asked already, or they advise already.";

async function describeRequest(engine: Engine, conversationId: string, requestId: string): Promise<string> {
  const record = await findRequest(engine, conversationId, requestId);
  if (!record) return `There is no request ${requestId} in this conversation.`;
  const { agentId, end } = record;
  if (!end) return `Request ${requestId} is for agent ${agentId}.`;
  return `Request ${requestId} to agent ${agentId} ${endings[end.status]} at ${isoTime(end.at)}.`;
}

const endings: Readonly<Record<NonNullable<RequestRecord["end"]>["status"], string>> = {
  accepted: "was accepted",
  rejected: "was rejected",
  withdrawn: "was withdrawn",
  "timed-out": "ran out",
  rescinded: "was over, because it went another way,",
};

async function findRequest(engine: Engine, conversationId: string, requestId: string): Promise<RequestRecord | null> {
  const digits = /\.r([1-9]\d{0,9})$/.exec(requestId)?.[1];
  if (digits === undefined || requestId !== `${conversationId}.r${digits}`) return null;
  const page = await engine.conversations.records(conversationId, { limit: 1, afterSeq: Number(digits) - 1 });
  const record: EngagementRecord | undefined = page.items[0];
  return record?.type === "request" && record.requestId === requestId ? record : null;
}

async function describeControl(engine: Engine, conversationId: string): Promise<string | null> {
  const control = (await engine.conversations.get(conversationId))?.control;
  if (!control) return null;
  if (control.phase === "human") return `Agent ${control.agentId} has it.`;
  return control.phase === "queue" ? "It waits in the queue: nobody has it." : `It is in phase ${control.phase}.`;
}

/** Whom or what a command wanted it to go to. */
async function describeTarget(engine: Engine, command: Command): Promise<string | null> {
  const destination = command.type === "conversation-unassigned" ? command.destination : null;
  if (destination && destination.type !== "agent") {
    return `There is no ${destination.type} ${destination.id} in the settings in force.`;
  }
  const agentId = destination?.id ?? ("agentId" in command ? command.agentId : null);
  if (agentId === null) return null;
  const agent = await engine.agents.get(agentId);
  if (!agent) return `There is no agent ${agentId}.`;
  if (agent.leftAt !== null) return `Agent ${agentId} left at ${isoTime(agent.leftAt)}.`;
  const held = Object.values(agent.holds).filter(({ as }) => as !== "idle");
  const units = held.reduce((sum, hold) => sum + hold.units, 0);
  const { role, presence, capacity } = agent;
  return `Agent ${agentId} (role ${role}) is ${presence} and has ${units} of ${capacity} places taken.`;
}
