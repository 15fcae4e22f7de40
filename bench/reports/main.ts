/**
 * `node bench/reports/main.ts`: how long every report over a month takes, cold and warm, and what those who write
 * meanwhile feel of it. `--rows 100000` handoffs, `--store sqlite,redis`, `--seconds 20` of load each time,
 * `--one-by-one`: with rows that nobody has packed. See docs/reports.md.
 */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ReportPlace } from "../../src/entry/node/report-worker-reader.ts";
import { startGenerator } from "../load/generator.ts";
import { startServer } from "../servers/server-process.ts";
import { describeMachine } from "../support/machine.ts";
import { readOptions } from "../support/options.ts";
import { startRedisServer } from "../support/redis-server.ts";
import { median } from "../support/statistics.ts";
import { renderTable } from "../support/table.ts";
import { readReport, reportsWhile } from "./read-report.ts";
import { timeReports } from "./time-reports.ts";

const { values, flags } = readOptions({ flags: ["one-by-one"], values: ["rows", "store", "seconds"] });
const rows = values.rows ?? "100000";
const stores = (values.store ?? "sqlite,redis").split(",");
const measureMs = Number(values.seconds ?? 20) * 1_000;
const load = { connections: 4, warmUpMs: 1_000, measureMs, addressPrefix: "writer-", addresses: 500 };
/** As often as a lead looks, and worse than anybody could. */
const habits = [
  { name: "overview", everyMs: 10_000, words: "an overview every 10 s" },
  { name: "overview", everyMs: 0, words: "overviews without end" },
] as const;

console.log(describeMachine());
const folder = await mkdtemp(join(tmpdir(), "baton-reports-"));
const logFile = (name: string) => join(folder, `${name}.log`);
const generator = await startGenerator({ pin: [], logFile: logFile("generator") });
const redis = stores.includes("redis") ? await startRedisServer({ folder, logFile: logFile("redis") }) : null;
const [secret, token] = [`whsec_${randomBytes(32).toString("base64")}`, randomBytes(24).toString("hex")];
const [times, beside]: [string[][], string[][]] = [[], []];
try {
  for (const store of stores) await measure(store);
} finally {
  await generator.stop();
  await redis?.stop();
  await rm(folder, { recursive: true, force: true });
}
console.log(renderTable(["store", "report", "cold", "its processor time", "warm", "its processor time"], times));
console.log(renderTable(["store", "webhooks", "p50", "p99", "per second", "reports meanwhile"], beside));

async function measure(store: string): Promise<void> {
  const serverFolder = await mkdtemp(join(folder, "server-"));
  const url = redis ? `${redis.url}/0` : "";
  const server = await startServer({
    program: "baton",
    env: {
      ...{ BENCH_STORE: store, BENCH_SECRET: secret, BENCH_TOKEN: token, BENCH_FOLDER: serverFolder },
      ...{ BENCH_REPLY_URL: generator.replyUrl, REDIS_URL: url },
      ...{ BENCH_REPORT_ROWS: rows, BENCH_REPORT_PACKED: flags["one-by-one"] ? "" : "1" },
    },
    logFile: logFile("servers"),
    pin: [],
    startTimeoutMs: 20 * 60_000,
  });
  try {
    const place: ReportPlace =
      store === "redis"
        ? { store, url, workspaceId: "main" }
        : { store: "sqlite", path: join(serverFolder, "baton.db") };
    for (const { name, cold, warm } of await timeReports(place)) {
      const shown = [cold.wallMs, cold.processorMs, warm.wallMs, warm.processorMs].map((ms) => `${Math.round(ms)} ms`);
      times.push([store, name, ...shown]);
    }
    await besideReports(store, server.port);
  } finally {
    await server.child.stop();
  }
}

async function besideReports(store: string, port: number): Promise<void> {
  const origin = `http://127.0.0.1:${port}`;
  const plan = { type: "ack", ports: [port], path: "/webhooks/main.api", secret, ...load } as const;
  await generator.run({ ...plan, measureMs: 5_000 });
  const shown = (words: string, { p50Ms, p99Ms, perSecond }: Awaited<ReturnType<typeof generator.run>>) => [
    ...[store, words, `${p50Ms.toFixed(1)} ms`, `${p99Ms.toFixed(1)} ms`, String(Math.round(perSecond))],
  ];
  beside.push([...shown("alone", await generator.run(plan)), "none"]);
  await readReport(origin, token, "overview");
  for (const { words, ...habit } of habits) {
    const reading = reportsWhile(origin, token, habit);
    const felt = await generator.run(plan);
    const took = await reading.end();
    beside.push([...shown(words, felt), `${took.length}, median ${Math.round(median([...took]))} ms`]);
  }
  beside.push([...shown("alone again", await generator.run(plan)), "none"]);
}
