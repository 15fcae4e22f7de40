import type { StoredTable } from "./documents.ts";

type Cell = string | number | boolean | null;
type Row = Readonly<Record<string, Cell>>;

export interface ExportColumn {
  readonly name: string;
  readonly read: (row: Row) => Cell;
}

/** What an export has, in this order, for good: new columns come at the end. Times are ISO 8601, in UTC. */
export const exportColumns: Readonly<Record<StoredTable, readonly ExportColumn[]>> = {
  handoffs: [
    ...plain("id", "conversationId", "engagementId", "customerId", "channelId"),
    ...times("openedAt", "takenAt", "answeredAt", "endedAt"),
    ...plain("outcome", "reason", "ruleId", "settingsVersion", "priority", "queueId", "teamId", "agentId", "openedIn"),
    ...plain("waitsElsewhere", "asked", "rejected", "timedOut", "ringMs", "reassigned", "returned", "hadTwice"),
    ...plain("isExhausted", "isPromised"),
    ...times("missedAt"),
    ...plain("wrapUp", "botCouldHave", "wrongTeam", "askedAgain"),
    ...plain("answeredBy", "answerWaitedMs", "answerRingMs", "rejectedBeforeTaken"),
    ...plain("nextPromised", "nextMissed", "isResolutionPromised"),
    ...times("resolutionMissedAt"),
  ],
  engagements: [
    ...plain("id", "conversationId", "customerId", "channelId", "language"),
    ...times("startedAt", "endedAt", "lastHourAt"),
    ...plain("outcome", "botSpoke", "agentId"),
    ...plain("handoffs", "isAnswered", "hasShownNeed"),
  ],
  requests: [
    ...plain("id", "conversationId", "handoffId", "channelId", "queueId", "teamId", "agentId", "kind"),
    ...times("askedAt", "endedAt"),
    ...plain("end", "because", "reason", "ruleId", "settingsVersion"),
  ],
};

function plain(...names: readonly string[]): readonly ExportColumn[] {
  return names.map((name) => ({ name, read: (row) => row[name] ?? null }));
}

function times(...names: readonly string[]): readonly ExportColumn[] {
  return names.map((name) => ({
    name,
    read(row) {
      const at = row[name];
      return typeof at === "number" ? new Date(at).toISOString() : null;
    },
  }));
}
