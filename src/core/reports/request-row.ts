import type { RequestRecord } from "../conversation/record.ts";
import type { Conversation } from "../conversation/state.ts";
import type { RequestEnd, RequestKind } from "../requests/ask.ts";
import { handoffIn } from "./handoff-row.ts";

/** What reports know of one request to one person, once it has ended. */
export interface RequestRow {
  readonly schemaVersion: 1;
  readonly id: string;
  readonly conversationId: string;
  readonly handoffId: string | null;
  readonly channelId: string;
  readonly queueId: string | null;
  readonly teamId: string | null;
  readonly reason: string | null;
  readonly ruleId: string | null;
  readonly settingsVersion: number | null;
  readonly kind: RequestKind;
  readonly agentId: string;
  readonly askedAt: number;
  readonly endedAt: number;
  readonly end: RequestEnd;
  /** Why it was declined or taken back, as the lists of reasons have it. */
  readonly because: string | null;
}

/** `null`: it has not ended. `before`: while it was asked. */
export function requestRow(record: RequestRecord, before: Conversation): RequestRow | null {
  const { end } = record;
  if (!end) return null;
  const handoff = handoffIn(before);
  return {
    schemaVersion: 1,
    id: record.requestId,
    conversationId: record.conversationId,
    handoffId: handoff?.id ?? null,
    channelId: before.route.channelId,
    queueId: handoff?.destination.type === "queue" ? handoff.destination.id : null,
    teamId: handoff?.destination.teamIds[0] ?? null,
    reason: handoff?.reason ?? null,
    ruleId: handoff?.decision.ruleId ?? null,
    settingsVersion: handoff?.decision.settingsVersion ?? null,
    kind: record.kind,
    agentId: record.agentId,
    askedAt: record.at,
    endedAt: end.at,
    end: end.status,
    because: end.reason,
  };
}
