/**
 * Every type of feed entry, and who of those that follow the feed hears of it (I14). Whoever adds a type says it here:
 * no other one can be written.
 */
import type { Role } from "../people/agent.ts";
import { maySee } from "../tasks/who-may.ts";

type Audience =
  | "everybody"
  /** What agents cannot read where it belongs either. */
  | "leads"
  /** Whoever of the agents sees the follow-up. */
  | "task"
  /** The agents it names. */
  | "named"
  /** Whoever reads the reports; an agent, whose figures are others, hears only that something changed. */
  | "reports";

export const feedAudiences = {
  "agent-changed": "everybody",
  "agent-removed": "everybody",
  "agent-told": "everybody",
  "case-handoff-changed": "leads",
  "check-in-sent": "everybody",
  "control-changed": "everybody",
  "conversation-alerted": "everybody",
  "conversation-erased": "everybody",
  "conversation-idle": "everybody",
  "customer-changed": "everybody",
  "customer-restrained": "everybody",
  "details-changed": "everybody",
  "discussion-ended": "everybody",
  "discussion-joined": "everybody",
  "handoff-exhausted": "everybody",
  "handoff-moved": "everybody",
  "handoff-priority-changed": "everybody",
  "language-set": "everybody",
  "lookup-failed": "everybody",
  "message-added": "everybody",
  "message-changed": "everybody",
  "message-undelivered": "everybody",
  "moment-muted": "everybody",
  "nobody-available": "everybody",
  "notification-read": "named",
  notified: "named",
  "owner-back": "everybody",
  "owner-gone": "everybody",
  "packet-ready": "everybody",
  "person-offered": "everybody",
  "rating-asked": "everybody",
  "rating-changed": "everybody",
  "request-ended": "everybody",
  "request-offered": "everybody",
  "restraint-lifted": "everybody",
  "roster-checked": "leads",
  "routing-gave-up": "everybody",
  "settings-draft-changed": "leads",
  "settings-publish-failed": "leads",
  "settings-published": "leads",
  "settings-switched": "leads",
  "shift-ending": "everybody",
  "sla-breached": "everybody",
  "sla-warning": "everybody",
  "snooze-ended": "everybody",
  "task-changed": "task",
  "unsupported-event": "leads",
  "wait-chosen": "everybody",
  wallboard: "reports",
  "wrap-up-noted": "everybody",
} as const satisfies Readonly<Record<string, Audience>>;

export type FeedType = keyof typeof feedAudiences;

type Data = Readonly<Record<string, string | number | boolean | null>>;

/** Who follows. `agentId: null`: the company's own systems. */
export interface Follower {
  readonly agentId: string | null;
  readonly role: Role;
  readonly teamIds: readonly string[];
  readonly readsReports: boolean;
}

/** What of an entry this follower is told; `null`: nothing. */
export function dataFor({ type, data }: { readonly type: string; readonly data: Data }, to: Follower): Data | null {
  const audience = audienceOf(type);
  if (audience === "reports") return to.readsReports ? (to.role === "agent" ? {} : data) : null;
  if (to.agentId === null || to.role !== "agent") return data;
  switch (audience) {
    case "everybody":
      return data;
    case "leads":
      return null;
    case "task": {
      const { ownerId, teamId } = data;
      const place = { ownerId: textOf(ownerId), teamId: textOf(teamId) };
      return maySee({ id: to.agentId, role: to.role, teamIds: to.teamIds }, place) ? data : null;
    }
    case "named":
      return onlyOf(to.agentId, data);
  }
}

/** What another version wrote, and this one does not know, is nothing for everybody. */
function audienceOf(type: string): Audience {
  return Object.hasOwn(feedAudiences, type) ? feedAudiences[type as FeedType] : "leads";
}

/** Without the colleagues who are named beside them. */
function onlyOf(agentId: string, data: Data): Data | null {
  if (data.agentId !== undefined) return data.agentId === agentId ? data : null;
  const isTold = wordsOf(data.agents).includes(agentId);
  const targets = wordsOf(data.targets).filter((name) => name === `agent:${agentId}` || !name.startsWith("agent:"));
  if (!isTold && !targets.includes(`agent:${agentId}`)) return null;
  return {
    ...data,
    ...(data.targets === undefined ? {} : { targets: targets.join(" ") }),
    agents: isTold ? agentId : "",
  };
}

function wordsOf(text: Data[string] | undefined): readonly string[] {
  return typeof text === "string" && text !== "" ? text.split(" ") : [];
}

function textOf(value: Data[string] | undefined): string | null {
  return typeof value === "string" ? value : null;
}
