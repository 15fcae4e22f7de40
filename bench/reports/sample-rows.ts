import type { EngagementRow } from "../../src/core/reports/engagement-row.ts";
import type { HandoffRow } from "../../src/core/reports/handoff-row.ts";
import type { RequestRow } from "../../src/core/reports/request-row.ts";
import { emptyCommit } from "../../src/engine/empty-commit.ts";
import { all, rowTime, type StoredTable, type StoredTables, tables } from "../../src/engine/reports/documents.ts";
import type { Store } from "../../src/ports/store.ts";

export interface SampleMonth {
  readonly handoffs: number;
  /** Of each handoff, so many engagements, the bot's own included. */
  readonly engagementsPerHandoff: number;
  readonly until: number;
}

const monthMs = 30 * 86_400_000;
const rowsPerCommit = 200;
const reasons = ["explicit-request", "frustration", "repetition", "risk-topic", "reopened"];

/** A month as it might have been, straight through the store's port: the same every time. */
export async function storeMonth(store: Store, month: SampleMonth): Promise<void> {
  const { handoffs, engagementsPerHandoff } = month;
  const numbers = Array.from({ length: handoffs }, (_, index) => index);
  await putRows(
    store,
    "handoffs",
    numbers.map((number) => handoffRow(number, month)),
  );
  const engagements = Array.from({ length: handoffs * engagementsPerHandoff }, (_, index) =>
    engagementRow(index, month),
  );
  await putRows(store, "engagements", engagements);
  await putRows(
    store,
    "requests",
    numbers.map((number) => requestRow(number, month)),
  );
}

async function putRows<Table extends StoredTable>(
  store: Store,
  table: Table,
  rows: readonly StoredTables[Table][],
): Promise<void> {
  const { kind, view } = tables[table];
  for (let from = 0; from < rows.length; from += rowsPerCommit) {
    const some = rows.slice(from, from + rowsPerCommit);
    await store.commit({
      ...emptyCommit(Date.now()),
      puts: some.map((row) => ({ kind, id: row.id, body: row })),
      index: some.map((row) => ({
        ...{ change: "put", view, key: all, kind, id: row.id, previousKey: null },
        sort: rowTime[table](row),
      })),
    });
  }
}

function openedAt(number: number, { handoffs, until }: SampleMonth): number {
  return until - monthMs + Math.floor((number / handoffs) * monthMs);
}

function handoffRow(number: number, month: SampleMonth): HandoffRow {
  const at = openedAt(number, month);
  const takenAt = number % 11 === 0 ? null : at + 5_000 + (number % 997) * 400;
  const answeredAt = takenAt === null ? null : takenAt + 3_000 + (number % 331) * 250;
  return {
    ...{ schemaVersion: 1, id: `con_${number}.h3`, conversationId: `con_${number}`, customerId: `cus_${number}` },
    ...{ engagementId: `con_${number}.e1`, channelId: ["main.api", "main.whatsapp", "main.web"][number % 3] ?? "" },
    ...{ openedAt: at, openedIn: number % 5 === 0 ? "closed" : "open", reason: reasons[number % 5] ?? "" },
    ...{ ruleId: number % 4 === 0 ? null : `rule-${number % 12}`, settingsVersion: 0, priority: "normal" },
    ...{ queueId: `queue-${number % 9}`, teamId: `team-${number % 4}` },
    agentId: takenAt === null ? null : `agent-${number % 120}`,
    ...{ phase: "ended", waitsElsewhere: false, takenAt, answeredAt, asked: 1 + (number % 3) },
    ...{ rejected: number % 3, timedOut: 0, ringMs: 4_000, reassigned: number % 17 === 0 ? 1 : 0, returned: 0 },
    ...{
      hadTwice: false,
      isExhausted: false,
      endedAt: at + 3_600_000,
      outcome: takenAt === null ? "cancelled" : "resolved",
    },
    ...{ wrapUp: null, botCouldHave: number % 6 === 0, wrongTeam: false, askedAgain: number % 10 === 0 ? 1 : 0 },
    ...{ isPromised: true, warnedAt: null, missedAt: number % 13 === 0 ? at + 300_000 : null, dueAt: null },
  };
}

function engagementRow(number: number, month: SampleMonth): EngagementRow {
  const isHandedOver = number % month.engagementsPerHandoff === 0;
  const handoff = Math.floor(number / month.engagementsPerHandoff);
  const startedAt = openedAt(handoff, month) - 60_000;
  const id = isHandedOver ? `con_${handoff}` : `con_b${number}`;
  return {
    ...{ schemaVersion: 1, id: `${id}.e1`, conversationId: id, customerId: `cus_${number % 90_000}` },
    ...{ channelId: ["main.api", "main.whatsapp", "main.web"][number % 3] ?? "", startedAt, language: "en" },
    ...{ botSpoke: true, agentId: isHandedOver ? `agent-${handoff % 120}` : null, endedAt: startedAt + 3_700_000 },
    ...{ outcome: "resolved", lastHourAt: Math.floor(startedAt / 3_600_000) * 3_600_000 },
  };
}

function requestRow(number: number, month: SampleMonth): RequestRow {
  const askedAt = openedAt(number, month) + 1_000;
  return {
    ...{ schemaVersion: 1, id: `con_${number}.r2`, conversationId: `con_${number}`, handoffId: `con_${number}.h3` },
    ...{ channelId: "main.api", queueId: `queue-${number % 9}`, teamId: `team-${number % 4}` },
    ...{ reason: reasons[number % 5] ?? "", ruleId: null, settingsVersion: 0, kind: "offer" },
    ...{ agentId: `agent-${number % 120}`, askedAt, endedAt: askedAt + 4_000 },
    ...(number % 4 === 0 ? { end: "rejected", because: "busy" } : { end: "accepted", because: null }),
  };
}
