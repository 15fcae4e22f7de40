import type { ControlReason, EngagementRecord, RoutingRecord } from "../../core/conversation/record.ts";
import type { RecordBody } from "../../protocol/records.ts";
import { presentDecision } from "./handoff.ts";
import { isoTime } from "./time.ts";

export function presentRecord(record: EngagementRecord): RecordBody {
  const at = isoTime(record.at);
  if (record.type === "control") {
    const { schemaVersion: _version, reason, ...rest } = record;
    return { ...rest, at, reason: presentReason(reason) };
  }
  if (record.type === "routing") {
    const { schemaVersion: _version, destination, candidates, notes, ...rest } = record;
    const { type, id } = destination;
    return {
      ...rest,
      at,
      lastAt: isoTime(record.lastAt),
      destination: { type, id },
      candidates: [...candidates],
      outcome: presentOutcome(record.outcome),
      ...(notes ? { notes: [...notes] } : {}),
    };
  }
  const { schemaVersion: _version, candidates, end, ...rest } = record;
  return { ...rest, at, candidates: [...(candidates ?? [])], end: end && { ...end, at: isoTime(end.at) } };
}

function presentOutcome(outcome: RoutingRecord["outcome"]) {
  return outcome.type === "ask" ? { ...outcome, agentIds: [...outcome.agentIds] } : outcome;
}

type ReasonBody = Extract<RecordBody, { type: "control" }>["reason"];

function presentReason(reason: ControlReason): ReasonBody {
  if (reason.code !== "handoff" && reason.code !== "reopened") return reason;
  const decision = reason.decision ? presentDecision(reason.decision) : null;
  return { ...reason, decision };
}
