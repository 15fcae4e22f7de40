import { expect, test } from "vitest";
import type { EngagementRow } from "../../../src/core/reports/engagement-row.ts";
import type { HandoffRow } from "../../../src/core/reports/handoff-row.ts";
import { emptyCommit } from "../../../src/engine/empty-commit.ts";
import {
  all,
  dayMs,
  dayOf,
  rowTime,
  type StoredTable,
  type StoredTables,
  tables,
} from "../../../src/engine/reports/documents.ts";
import { packRowsAtRest } from "../../../src/engine/reports/pack-rows.ts";
import { printReport } from "../../../src/entry/cli/reports/report-table.ts";
import { presentReport } from "../../../src/http/present/report.ts";
import { report as reportBody } from "../../../src/protocol/reports.ts";
import { engagement, handoff, hour, noon, second } from "../../core/reports/sample-rows.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { start } from "../opened.ts";
import { counted, everything } from "./count.ts";

/** As they were written before there were more columns: without them. */
const ended = { phase: "ended", outcome: "resolved", endedAt: noon + hour, agentId: "kim" } as const;
const answered = { ...ended, takenAt: noon + 50 * second, answeredAt: noon + 80 * second, ringMs: 20 * second };
const handoffs: readonly HandoffRow[] = [
  handoff({ id: "con_1.h1", ...answered }),
  handoff({ id: "con_2.h1", engagementId: "con_2.e1", ...answered, returned: 1, rejected: 2 }),
];
const engagements: readonly EngagementRow[] = [
  engagement({ id: "con_1.e1" }),
  engagement({ id: "con_2.e1" }),
  engagement({ id: "con_3.e1" }),
];

test("rows of before are read, alone and packed: what they cannot tell is not known, and no zero", async () => {
  const open = memoryStore();
  const started = start({ store: open });
  const put = async <Table extends StoredTable>(table: Table, rows: readonly StoredTables[Table][]) => {
    const { kind, view } = tables[table];
    const index = rows.map((row) => ({
      ...({ change: "put", view, key: all, kind, id: row.id, previousKey: null } as const),
      sort: rowTime[table](row),
    }));
    const puts = rows.map((row) => ({ kind, id: row.id, body: row }));
    await open.store.commit({ ...emptyCommit(started.clock.now()), puts, index });
  };
  await put("handoffs", handoffs);
  await put("engagements", engagements);
  started.clock.advance(48 * hour);

  const before = await counted(started);
  expect(before.total).toMatchObject({
    "first-response.total": { count: 2, p50Ms: 80 * second },
    // What came back to the queue is the one of which nobody knows.
    "first-response.queue": { count: 1, p50Ms: 30 * second, notKnown: 1 },
    "first-response.typing": { count: 1, notKnown: 1 },
    "bounces.offer": { part: 0, whole: 1, notKnown: 1 },
    "sla.next-missed": { part: 0, whole: 0, value: null, notKnown: 2 },
    "sla.resolution-missed": { whole: 0, value: null, notKnown: 2 },
    // The table of handoffs has told this all along.
    "handoff-rate": { part: 2, whole: 3 },
    "containment.loose": { part: 1, whole: 3 },
    "handoffs.missed": { part: 0, whole: 0, value: null, notKnown: 1 },
  });
  expect(before.total["handoff-rate"]).not.toHaveProperty("notKnown");

  const packing = { store: open.store, clock: started.clock };
  expect(await packRowsAtRest(packing, dayOf(started.clock.now()) * dayMs, async () => undefined)).toBe(5);
  expect(await counted(started)).toEqual(before);

  const request = everything(started.clock.now());
  const shown = presentReport({ request, report: before, before: null }, () => null);
  expect(reportBody.parse(shown)).toEqual(shown);
  const printed = printReport(shown);
  expect(printed).toMatch(/First response: queue part .*half within 30 s, nine in ten within 30 s \(1, 1 not known\)/);
  expect(printed).toMatch(/Next responses promised and missed +-, 2 not known/);

  let csv = "";
  const span = { from: 0, to: started.clock.now() };
  for await (const piece of started.engine.reports.rows({ table: "handoffs", span, filters: {}, format: "csv" }))
    csv += piece;
  const [head, ...lines] = csv.trim().split("\r\n");
  expect(head).toMatch(/askedAgain,answeredBy,answerWaitedMs,answerRingMs,.*resolutionMissedAt$/);
  for (const line of lines) expect(line).toMatch(/,,,,,,,,$/);
});
