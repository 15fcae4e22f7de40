/**
 * What anyone would write instead: a bare Hono handler with the same signature check that stores one row and, with
 * BENCH_REPLY_URL, answers the customer with one bare fetch.
 */
import { join } from "node:path";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { webhookVerifier } from "../../adapters/kit/standard-webhooks.ts";
import { parseWebhookSecret } from "../../adapters/kit/webhook-secret.ts";
import { reportUsage, tell } from "../servers/report.ts";
import { rowPerCommit, rowPerScript, rowsPerCommit, type WriteRow } from "./durable-row.ts";

const { BENCH_SECRET = "", BENCH_STORE = "", BENCH_FOLDER = "", REDIS_URL = "", BENCH_REPLY_URL } = process.env;

const parsed = parseWebhookSecret(BENCH_SECRET);
if (parsed.status === "invalid") throw new Error(`BENCH_SECRET ${parsed.problem}`);
const verify = webhookVerifier([parsed.secret]);
const writeRow = await openStore(BENCH_STORE);

const app = new Hono();
app.post("/webhooks/:channel", async (c) => {
  const body = new Uint8Array(await c.req.arrayBuffer());
  const verdict = await verify({ headers: c.req.raw.headers, nowMs: Date.now(), body });
  if (verdict.status === "refused") return c.json({ status: "refused" }, 401);
  const text = new TextDecoder().decode(body);
  const { data } = JSON.parse(text) as { data: { from: string; text: string } };
  const isNew = await writeRow({ id: verdict.id, customer: data.from, body: text });
  if (isNew && BENCH_REPLY_URL !== undefined) void reply(BENCH_REPLY_URL, data.from);
  return c.json({ status: isNew ? "accepted" : "duplicate" });
});

const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) =>
  tell({ type: "listening", port }),
);
reportUsage();
process.once("SIGTERM", () => server.close(() => process.exit(0)));

function openStore(name: string): WriteRow | Promise<WriteRow> {
  const path = join(BENCH_FOLDER, "baseline.db");
  if (name === "row-per-commit") return rowPerCommit(path);
  if (name === "rows-per-commit") return rowsPerCommit(path);
  if (name === "row-per-script") return rowPerScript(REDIS_URL);
  throw new Error(`BENCH_STORE is "${name}"; it must be row-per-commit, rows-per-commit or row-per-script.`);
}

async function reply(url: string, to: string): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ type: "message", data: { to, text: "Here is what I know." } }),
  });
  await response.arrayBuffer();
}
