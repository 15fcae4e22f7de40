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

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** As long and as unlike each other as real ones: ten digits that rise, sixteen of chance. */
function sampleId(prefix: string, number: number): string {
  let [id, chance] = [`${prefix}_${number.toString(32).padStart(10, "0")}`, Math.imul(number + 1, 2_654_435_761)];
  for (let digit = 0; digit < 16; digit++) {
    chance = (Math.imul(chance ^ (chance >>> 15), 1_664_525) + 1_013_904_223) >>> 0;
    id += alphabet.charAt(chance >>> 27);
  }
  return id;
}

function openedAt(number: number, { handoffs, until }: SampleMonth): number {
  return until - monthMs + Math.floor((number / handoffs) * monthMs);
}

function handoffRow(number: number, month: SampleMonth): HandoffRow {
  const at = openedAt(number, month);
  const takenAt = number % 11 === 0 ? null : at + 5_000 + (number % 997) * 400;
  const answeredAt = takenAt === null ? null : takenAt + 3_000 + (number % 331) * 250;
  const id = sampleId("con", number);
  return {
    ...{ schemaVersion: 1, id: `${id}.h3`, conversationId: id, customerId: sampleId("cus", number) },
    ...{ engagementId: `${id}.e1`, channelId: ["main.api", "main.whatsapp", "main.web"][number % 3] ?? "" },
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
    ...{ answeredBy: answeredAt === null ? null : `agent-${number % 120}`, rejectedBeforeTaken: number % 3 },
    ...{ answerWaitedMs: takenAt === null ? null : takenAt - at, answerRingMs: takenAt === null ? null : 4_000 },
    ...{ nextPromised: number % 2, nextMissed: 0, isResolutionPromised: true, resolutionMissedAt: null },
    ...{ wrapUp: null, botCouldHave: number % 6 === 0, wrongTeam: false, askedAgain: number % 10 === 0 ? 1 : 0 },
    ...{ isPromised: true, warnedAt: null, missedAt: number % 13 === 0 ? at + 300_000 : null, dueAt: null },
  };
}

function engagementRow(number: number, month: SampleMonth): EngagementRow {
  const isHandedOver = number % month.engagementsPerHandoff === 0;
  const handoff = Math.floor(number / month.engagementsPerHandoff);
  const startedAt = openedAt(handoff, month) - 60_000;
  const id = isHandedOver ? sampleId("con", handoff) : sampleId("con", month.handoffs + number);
  return {
    ...{ schemaVersion: 1, id: `${id}.e1`, conversationId: id, customerId: sampleId("cus", number % 90_000) },
    ...{ channelId: ["main.api", "main.whatsapp", "main.web"][number % 3] ?? "", startedAt, language: "en" },
    ...{
      botSpoke: true,
      handoffs: isHandedOver ? 1 : 0,
      isAnswered: isHandedOver && handoff % 11 !== 0,
      hasShownNeed: isHandedOver || number % 50 === 0,
    },
    ...{ agentId: isHandedOver ? `agent-${handoff % 120}` : null, endedAt: startedAt + 3_700_000 },
    ...{ outcome: "resolved", lastHourAt: Math.floor(startedAt / 3_600_000) * 3_600_000 },
  };
}

function requestRow(number: number, month: SampleMonth): RequestRow {
  const askedAt = openedAt(number, month) + 1_000;
  const id = sampleId("con", number);
  return {
    ...{ schemaVersion: 1, id: `${id}.r2`, conversationId: id, handoffId: `${id}.h3` },
    ...{ channelId: "main.api", queueId: `queue-${number % 9}`, teamId: `team-${number % 4}` },
    ...{ reason: reasons[number % 5] ?? "", ruleId: null, settingsVersion: 0, kind: "offer" },
    ...{ agentId: `agent-${number % 120}`, askedAt, endedAt: askedAt + 4_000 },
    ...(number % 4 === 0 ? { end: "rejected", because: "busy" } : { end: "accepted", because: null }),
  };
}
