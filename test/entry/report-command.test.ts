import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { createSqliteStore } from "../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../adapters/stores/sqlite/node.ts";
import { emptyCommit } from "../../src/engine/empty-commit.ts";
import { all, tables } from "../../src/engine/reports/documents.ts";
import { report } from "../../src/entry/cli/reports/report.ts";
import { exportRows } from "../../src/entry/cli/reports/report-export.ts";
import { handoff, noon, second } from "../core/reports/sample-rows.ts";

const environment: Record<string, string> = {};

beforeAll(async () => {
  environment.BATON_DATA_DIR = await mkdtemp(join(tmpdir(), "baton-report-"));
  const open = createSqliteStore(openNodeDatabase(join(environment.BATON_DATA_DIR, "main.db")));
  const { kind, view } = tables.handoffs;
  const rows = [
    handoff({ id: "h1", takenAt: noon + second, answeredAt: noon + 5 * second, ruleId: "=cmd" }),
    handoff({ id: "h2", openedAt: noon + 40 * 3_600 * second }),
  ];
  await open.store.commit({
    ...emptyCommit(noon),
    puts: rows.map((row) => ({ kind, id: row.id, body: row })),
    index: rows.map(({ id, openedAt }) => ({
      ...{ change: "put", view, key: all, kind, id, previousKey: null },
      sort: openedAt,
    })),
  });
  await open.close();
});
afterEach(() => void vi.restoreAllMocks());
afterAll(() => rm(environment.BATON_DATA_DIR ?? "", { recursive: true }));

async function run(command: typeof report, line: string, isJson = false) {
  let text = "";
  const take = (chunk: unknown) => {
    text += `${String(chunk)}\n`;
    return true;
  };
  vi.spyOn(console, "log").mockImplementation((chunk) => void take(chunk));
  vi.spyOn(console, "error").mockImplementation((chunk) => void take(chunk));
  vi.spyOn(process.stdout, "write").mockImplementation(take);
  const status = await command({ words: line.split(" ").filter((word) => word !== ""), environment, isJson });
  vi.restoreAllMocks();
  return { status, text };
}

const days = "--from 2026-11-20 --to 2026-11-23";

test("a report is read in a terminal: figures in words, then the groups", async () => {
  const { status, text } = await run(report, `first-response ${days} --by queue`);
  expect(status).toBe(0);
  expect(text).toContain("half within 5 s, nine in ten within 5 s (1)");
  expect(text).toContain("queue support");
});

test("a machine gets the whole of it as JSON", async () => {
  const { text } = await run(report, `handoffs ${days}`, true);
  expect(JSON.parse(text).figures[0]).toMatchObject({ id: "handoffs", value: { type: "count", value: 2 } });
});

test("what is gone since is counted all the same, and it is said that it is gone", async () => {
  const { status, text } = await run(report, `handoffs ${days} --rule =cmd`, true);
  expect([status, JSON.parse(text)]).toMatchObject([
    0,
    {
      figures: expect.arrayContaining([
        expect.objectContaining({ id: "handoffs", value: { type: "count", value: 1 } }),
      ]),
      unknown: [{ dimension: "rule", id: "=cmd" }],
    },
  ]);
  expect((await run(exportRows, `${days} --rule =cmd`)).text.match(/^h\d,/gm)).toEqual(["h1,"]);
});

test("an export goes day by day, every row once, and is safe to open in a spreadsheet", async () => {
  const { status, text } = await run(exportRows, days);
  expect(status).toBe(0);
  expect(text.match(/^h\d,/gm)).toEqual(["h1,", "h2,"]);
  expect(text).toContain(",'=cmd,");
});

test.each(["nonsense", "--by", "queue extra"])("%s is not understood", async (line) => {
  expect((await run(report, line)).status).toBe("misunderstood");
});

test("what the server refuses is told", async () => {
  const { status, text } = await run(report, "queue --by mood");
  expect(status).toBe(1);
  expect(text).toContain("must be one or two of");
});
