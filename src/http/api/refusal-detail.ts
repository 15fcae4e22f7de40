import type { CommandRefusal } from "../../core/conversation/decision.ts";
import { longestSnoozeDays } from "../../core/conversation/phases/quiet.ts";
import type { EngagementRecord, RequestRecord } from "../../core/conversation/record.ts";
import type { Agent } from "../../core/people/agent.ts";
import type { Command } from "../../engine/commands.ts";
import type { Engine } from "../../engine/engine.ts";
import { isoTime } from "../present/time.ts";
import { RequestError } from "../problem.ts";

interface Refusal {
  readonly conversationId: string;
  readonly command: Command;
  readonly code: CommandRefusal;
}

/** What was refused, by name, and how it stands now. Ids and times only: never what somebody wrote (I15). */
export async function refusalOf(engine: Engine, refusal: Refusal): Promise<RequestError> {
  const { conversationId, command, code } = refusal;
  if ("requestId" in command && aboutRequest.has(code)) {
    const record = await findRequest(engine, conversationId, command.requestId);
    return record
      ? new RequestError(code, { detail: describeRequest(record) })
      : new RequestError("not-found", { detail: `There is no request ${command.requestId} in this conversation.` });
  }
  const detail = await describe(engine, refusal);
  return new RequestError(code, detail === null ? {} : { detail });
}

const aboutRequest: ReadonlySet<CommandRefusal> = new Set(["request-ended", "not-your-request"]);

async function describe(engine: Engine, { conversationId, command, code }: Refusal): Promise<string | null> {
  switch (code) {
    case "not-allowed":
      return describeWhoMay(engine, conversationId);
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
      return describeTarget(engine, { conversationId, command, code });
    case "time-has-passed":
      return isSnoozed(command) ? `${isoTime(command.until)} has passed.` : null;
    case "too-far-ahead":
      return isSnoozed(command) ? `${isoTime(command.until)} is more than ${longestSnoozeDays} days ahead.` : null;
    case "already-asked":
      return command.type === "request-made" ? `Agent ${command.agentId} cannot be asked now: ${asked}` : null;
    default:
      return null;
  }
}

function isSnoozed(command: Command): command is Command & { readonly until: number } {
  return command.type === "conversation-snoozed" && command.until !== null;
}

const asked = "they, or somebody else who is to take it, are asked already, or they advise already.";

function describeRequest({ requestId, agentId, end }: RequestRecord): string {
  if (!end) return `Request ${requestId} is for agent ${agentId}.`;
  return `Request ${requestId} to agent ${agentId} ${endings[end.status]} at ${isoTime(end.at)}.`;
}

const endings: Readonly<Record<NonNullable<RequestRecord["end"]>["status"], string>> = {
  accepted: "was accepted",
  rejected: "was rejected",
  withdrawn: "was withdrawn",
  "timed-out": "ran out",
  rescinded: "was over, because it went another way or they were not there,",
};

async function describeWhoMay(engine: Engine, conversationId: string): Promise<string | null> {
  const control = (await engine.conversations.get(conversationId))?.control;
  if (!control) return null;
  if (control.phase !== "human") return "Nobody has the conversation: only a lead decides this.";
  return `Agent ${control.agentId} has the conversation: only they decide this, or a lead.`;
}

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
async function describeTarget(engine: Engine, { command, code }: Refusal): Promise<string | null> {
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
  const { role, capacity } = agent;
  return `Agent ${agentId} (role ${role}) is ${standing(agent, code)} and has ${units} of ${capacity} places taken.`;
}

/** Who seems to be there and is not is so by the calendar. */
function standing({ presence, shift, absences }: Agent, code: CommandRefusal): string {
  const isThere = presence === "available" || presence === "busy";
  if (code !== "agent-away" || !isThere) return presence;
  const planned = [absences.length > 0 ? "absent" : null, shift === null ? null : "off their shift"];
  return `${presence}, but ${planned.filter((word) => word !== null).join(" or ")},`;
}
