/**
 * `node bench/reports/main.ts`: how long a month's report takes, and what those who write meanwhile feel of it.
 * `--rows 100000` handoffs, `--store sqlite,redis`. See docs/reports.md.
 */
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startGenerator } from "../load/generator.ts";
import { startServer } from "../servers/server-process.ts";
import { describeMachine } from "../support/machine.ts";
import { readOptions } from "../support/options.ts";
import { startRedisServer } from "../support/redis-server.ts";
import { median } from "../support/statistics.ts";
import { renderTable } from "../support/table.ts";
import { readReport, reportsWhile } from "./read-report.ts";

const { values } = readOptions({ flags: [], values: ["rows", "store"] });
const rows = values.rows ?? "100000";
const stores = (values.store ?? "sqlite,redis").split(",");
const names = ["queue", "first-response", "overview"] as const;
const load = { connections: 4, warmUpMs: 1_000, measureMs: 6_000, addressPrefix: "writer-", addresses: 500 };
const tries = 5;

console.log(describeMachine());
const folder = await mkdtemp(join(tmpdir(), "baton-reports-"));
const logFile = (name: string) => join(folder, `${name}.log`);
const generator = await startGenerator({ pin: [], logFile: logFile("generator") });
const redis = stores.includes("redis") ? await startRedisServer({ folder, logFile: logFile("redis") }) : null;
const [secret, token] = [`whsec_${randomBytes(32).toString("base64")}`, randomBytes(24).toString("hex")];
const table: string[][] = [];
try {
  let databases = 0;
  for (const store of stores) {
    for (const isPacked of [true, false]) table.push(...(await measure(store, isPacked, databases++)));
  }
} finally {
  await generator.stop();
  await redis?.stop();
  await rm(folder, { recursive: true, force: true });
}
console.log(renderTable(["store", "rows", "what", "measured"], table));

async function measure(store: string, isPacked: boolean, database: number): Promise<string[][]> {
  const server = await startServer({
    program: "baton",
    env: {
      ...{
        BENCH_STORE: store,
        BENCH_SECRET: secret,
        BENCH_TOKEN: token,
        BENCH_FOLDER: await mkdtemp(join(folder, "server-")),
      },
      ...{ BENCH_REPLY_URL: generator.replyUrl, BENCH_REPORT_ROWS: rows, BENCH_REPORT_PACKED: isPacked ? "1" : "" },
      REDIS_URL: redis ? `${redis.url}/${database}` : "",
    },
    logFile: logFile("servers"),
    pin: [],
    startTimeoutMs: 20 * 60_000,
  });
  const place = [store, isPacked ? "in blocks" : "one by one"];
  const origin = `http://127.0.0.1:${server.port}`;
  const found: string[][] = [];
  try {
    await readReport(origin, token, "queue");
    for (const name of names) {
      const took: number[] = [];
      for (let count = 0; count < tries; count++) took.push(await readReport(origin, token, name));
      found.push([...place, `a month's ${name}`, `${Math.round(median(took))} ms`]);
    }
    const plan = { type: "ack", ports: [server.port], path: "/webhooks/main.api", secret, ...load } as const;
    await generator.run(plan);
    const alone = await generator.run(plan);
    const reading = reportsWhile(origin, token, "overview");
    const beside = await generator.run(plan);
    const reports = await reading.end();
    const p99 = `p99 ${alone.p99Ms.toFixed(1)} → ${beside.p99Ms.toFixed(1)} ms`;
    const p50 = `p50 ${alone.p50Ms.toFixed(1)} → ${beside.p50Ms.toFixed(1)} ms`;
    const rate = `${Math.round(alone.perSecond)} → ${Math.round(beside.perSecond)} /s`;
    found.push([...place, "webhooks beside reports", `${p99}, ${p50}, ${rate}; ${reports} reports meanwhile`]);
  } finally {
    await server.child.stop();
  }
  return found;
}
