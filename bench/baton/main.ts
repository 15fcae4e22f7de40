/** Baton as it is shipped, engine, HTTP and API channel, with a bot that answers at once. */
import { join } from "node:path";
import { apiChannel } from "../../adapters/channels/api/index.ts";
import { parseWebhookSecret } from "../../adapters/kit/webhook-secret.ts";
import { createRedisStore } from "../../adapters/stores/redis/index.ts";
import { createSqliteStore } from "../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../adapters/stores/sqlite/node.ts";
import { defaultConversationSettings } from "../../src/core/conversation/settings.ts";
import { starterSettings } from "../../src/core/settings/starter.ts";
import { createEngine } from "../../src/engine/engine.ts";
import { defaultLimits } from "../../src/engine/limits.ts";
import { createMetrics } from "../../src/engine/metrics.ts";
import { othersFirst } from "../../src/engine/others-first.ts";
import { packRowsAtRest } from "../../src/engine/reports/pack-rows.ts";
import { createIds } from "../../src/entry/ids.ts";
import { listen } from "../../src/entry/node/http-server.ts";
import { createLogger } from "../../src/entry/node/logger.ts";
import { createReportWorker } from "../../src/entry/node/report-worker-client.ts";
import { createWaker } from "../../src/entry/node/waker.ts";
import { systemClock as clock } from "../../src/entry/system-clock.ts";
import { createApp } from "../../src/http/app.ts";
import { storeMonth } from "../reports/sample-rows.ts";
import { reportUsage, tell } from "../servers/report.ts";
import { answeringBot } from "./answering-bot.ts";
import { storeConversations } from "./stored-conversations.ts";

const { BENCH_SECRET = "", BENCH_STORE = "", BENCH_FOLDER = "", REDIS_URL = "" } = process.env;
const { BENCH_REPLY_URL = "http://127.0.0.1:9/", BENCH_TOKEN = null } = process.env;
const workspaceId = "main";
const channelId = `${workspaceId}.api`;

const secret = parseWebhookSecret(BENCH_SECRET);
if (secret.status === "invalid") throw new Error(`BENCH_SECRET ${secret.problem}`);
const { store } =
  BENCH_STORE === "redis"
    ? await createRedisStore({ url: REDIS_URL, workspaceId })
    : createSqliteStore(openNodeDatabase(join(BENCH_FOLDER, "baton.db")));
// `held-0`, `held-1` … are customers whom a person has in hand.
await storeConversations(store, { channelId, addressPrefix: "held-", count: Number(process.env.BENCH_HELD ?? 0) });

// A month of reports, told apart from everything else: where it is asked for.
const reportRows = Number(process.env.BENCH_REPORT_ROWS ?? 0);
const reportWorker = reportRows > 0 ? await reportsOverMonth(reportRows) : null;

const logger = createLogger("info");
const metrics = createMetrics();
const ids = createIds(clock);
const channel = apiChannel(
  { id: channelId, secrets: [secret.secret], replyUrl: BENCH_REPLY_URL },
  { fetch: (url, init) => fetch(url, init), clock },
);
const waker = createWaker({
  clock,
  atLeastEveryMs: BENCH_STORE === "redis" ? 250 : 1_000,
  onError: (error) => logger.error("background-fault", { error: String(error) }),
});
const channels = new Map([[channelId, channel]]);
const engine = createEngine({
  workspaceId,
  store,
  channels,
  testChannelIds: new Set(),
  bots: new Map([[answeringBot.id, answeringBot]]),
  starter: starterSettings,
  summarizer: null,
  ...(reportWorker ? { reportRunner: reportWorker.runner } : {}),
  settings: {
    ...defaultConversationSettings,
    botId: answeringBot.id,
    quietMs: Number(process.env.BENCH_QUIET_MS ?? 0),
  },
  clock,
  ids,
  logger,
  metrics,
  limits: defaultLimits,
  random: Math.random,
  wakeAt: waker.wakeAt,
  keepAlive: (work) => void work.catch(() => undefined),
});
const app = createApp({
  engine,
  store,
  channels,
  adminToken: BENCH_TOKEN,
  logger,
  metrics,
  clock,
  ids,
  version: "bench",
  isStopping: () => false,
});
const server = await listen(app.fetch, { host: "127.0.0.1", port: 0 });
await engine.start();
waker.start(engine.runDue);
reportUsage();
tell({ type: "listening", port: server.port });

async function reportsOverMonth(handoffs: number) {
  await storeMonth(store, { handoffs, engagementsPerHandoff: 3, until: clock.now() });
  if (process.env.BENCH_REPORT_PACKED) await packRowsAtRest({ store, clock }, clock.now() - 3_600_000, othersFirst);
  const place =
    BENCH_STORE === "redis"
      ? ({ store: "redis", url: REDIS_URL, workspaceId } as const)
      : ({ store: "sqlite", path: join(BENCH_FOLDER, "baton.db") } as const);
  return createReportWorker(place);
}
