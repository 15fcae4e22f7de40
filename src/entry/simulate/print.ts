import type { Candidate, EngagementRecord } from "../../core/conversation/record.ts";
import type { Happened, Simulation } from "./run-script.ts";
import type { Entry } from "./timeline.ts";

/** A simulation as lines for people. */
export function printSimulation({ name, happened, passed, failed }: Simulation): string {
  const lines = happened.map(lineOf);
  const verdict =
    failed === 0 ? `all ${passed} expectations hold` : `${failed} of ${passed + failed} expectations FAILED`;
  return [name, "", ...lines, "", verdict, ""].join("\n");
}

function lineOf(entry: Happened): string {
  const time = clock(entry.atMs);
  if (entry.kind === "remark") return `${time}  ·         ${entry.text}`;
  if (entry.kind === "check") {
    const verdict = entry.problem === null ? "ok  " : "FAIL";
    return `${time}  ${verdict}      ${entry.claim}${entry.problem === null ? "" : `: ${entry.problem}`}`;
  }
  return `${time}  ${describe(entry)}`;
}

function describe(entry: Entry): string {
  switch (entry.type) {
    case "message":
      return `message   ${entry.author}: ${entry.text.replaceAll("\n", "\n                         ")}`;
    case "delivery":
      return `delivery  message ${entry.seq} is ${entry.status}`;
    case "effect":
      return `effect    ${entry.what}${entry.dueInMs === 0 ? "" : ` in ${seconds(entry.dueInMs)}`} (${entry.id})`;
    case "decision":
      return `decision  ${decision(entry.record)}`;
  }
}

function decision(record: EngagementRecord): string {
  if (record.type === "request") {
    const about = `request ${record.requestId} to ${record.agentId}`;
    if (record.end === null) return `${about} (${record.candidates.map(candidate).join(", ")})`;
    return `${about} ended: ${record.end.status}${record.end.reason === null ? "" : ` (${record.end.reason})`}`;
  }
  const { reason, from, to, agentId, epoch } = record;
  const why = "handoff" in reason ? `handoff: ${reason.handoff}` : "outcome" in reason ? reason.outcome : reason.code;
  return `control ${from ?? "nobody"} → ${to}${agentId === null ? "" : ` (${agentId})`}, ${why}, epoch ${epoch}`;
}

function candidate({ agentId, excluded }: Candidate): string {
  return excluded === null ? agentId : `${agentId} excluded: ${excluded}`;
}

/** `1:02:03.400`, from the start of the simulation. */
function clock(ms: number): string {
  const pad = (value: number, length = 2) => String(value).padStart(length, "0");
  const [hours, minutes, rest] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, ms % 60_000];
  return `${hours}:${pad(minutes)}:${pad(Math.floor(rest / 1000))}.${pad(rest % 1000, 3)}`;
}

function seconds(ms: number): string {
  return ms % 60_000 === 0 ? `${ms / 60_000} min` : `${ms / 1000} s`;
}
