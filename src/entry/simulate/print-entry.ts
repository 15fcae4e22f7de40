import type { EngagementRecord } from "../../core/conversation/record.ts";
import type { Candidate, RoutingDecision } from "../../core/routing/decision.ts";
import type { Decided } from "../../engine/decide-again.ts";
import type { Entry } from "./timeline.ts";

/** One thing that happened, without its time and kind; of several lines where it takes them. */
export function printEntry(entry: Entry, customer: string | null): string {
  switch (entry.type) {
    case "message": {
      const author = entry.author === "customer" ? (customer ?? entry.author) : entry.author;
      return `${author}: ${entry.text}`;
    }
    case "delivery":
      return `message ${entry.seq} is ${entry.status}`;
    case "effect":
      return `${entry.what}${entry.dueInMs === 0 ? "" : ` in ${seconds(entry.dueInMs)}`} (${entry.id})`;
    case "decision":
      return record(entry.record);
    case "notification": {
      const { target, kind, reason, priority } = entry.notification;
      return `${target.type} ${target.id}: ${[kind, reason, priority].filter((word) => word !== null).join(", ")}`;
    }
    case "decided":
      return why(entry.decided);
  }
}

function record(entry: EngagementRecord): string {
  if (entry.type === "request") {
    const about = `request ${entry.requestId} to ${entry.agentId}`;
    if (entry.end === null) return entry.kind === "offer" ? about : `${about} (${entry.kind})`;
    return `${about} ended: ${entry.end.status}${entry.end.reason === null ? "" : ` (${entry.end.reason})`}`;
  }
  if (entry.type === "routing") {
    const others = entry.elsewhere === 0 ? "" : `, ${entry.elsewhere} elsewhere`;
    return `routing ${found(entry)} (${entry.candidates.map(candidate).join(", ")}${others})`;
  }
  const { reason, from, to, agentId, epoch } = entry;
  const because =
    "handoff" in reason ? `handoff: ${reason.handoff}` : "outcome" in reason ? reason.outcome : reason.code;
  return `control ${from ?? "nobody"} → ${to}${agentId === null ? "" : ` (${agentId})`}, ${because}, epoch ${epoch}`;
}

function found({ outcome, by }: RoutingDecision): string {
  switch (outcome.type) {
    case "ask":
      return `asks ${outcome.agentIds.join(", ")} by ${by}`;
    case "give":
      return `gives it to ${outcome.agentId} by ${by}`;
    case "nobody":
      return "finds nobody";
    case "overflow":
      return `overflows: ${outcome.action.type}`;
  }
}

function candidate({ agentId, excluded }: Candidate): string {
  return excluded === null ? agentId : `${agentId} excluded: ${excluded}`;
}

const outcomes: Readonly<Record<Decided["action"], string>> = {
  handoff: "a person is asked to take it",
  alert: "a person is told, and whoever has it keeps it",
  offer: "the customer is asked whether they want a person",
  bot: "it is the assistant's to answer",
  none: "nothing is to be decided",
};

/** What was heard, what came of it, and every rule that was asked. */
function why({ on, action, signals, rule, trace }: Decided): string {
  const heard = signals.map(({ id, detail, words }) => {
    return `${id}${detail === null ? "" : ` (${detail})`}${words === null ? "" : ` in “${words}”`}`;
  });
  const by = trace === null ? "" : rule ? `, by rule ${rule.name}` : ", by no rule";
  const outcome = action === "bot" && on === "answer" ? "the assistant's answer goes out" : outcomes[action];
  const first = `${outcome}${by}; heard ${heard.length === 0 ? "nothing" : heard.join(", ")}`;
  return trace === null ? first : `${first}\n${trace}`;
}

function seconds(ms: number): string {
  return ms % 60_000 === 0 ? `${ms / 60_000} min` : `${ms / 1000} s`;
}
