import { emailNotifier } from "../../adapters/notifiers/email/index.ts";
import { warmUp } from "../core/detection/warm-up.ts";
import type { Logger } from "../ports/logger.ts";
import type { Config } from "./config.ts";
import { isLoopbackHost } from "./demo/local-request.ts";
import { createIds } from "./ids.ts";
import { removeRunningOrigin, writeRunningOrigin } from "./node/data-lock.ts";
import { listen } from "./node/http-server.ts";
import { installationSecret } from "./node/installation-secret.ts";
import { readKnowledgeFolder } from "./node/knowledge-folder.ts";
import { databasePath, openStore } from "./node/open-store.ts";
import { addPageRoutes } from "./node/page-files.ts";
import { createPublicFetch } from "./node/public-fetch.ts";
import { readMonthAhead } from "./node/read-month-ahead.ts";
import { createReportWorker } from "./node/report-worker-client.ts";
import type { ReportPlace } from "./node/report-worker-reader.ts";
import { loadTrace } from "./node/trace-module.ts";
import { createWaker } from "./node/waker.ts";
import { createSimulate } from "./simulate/simulate-request.ts";
import { systemClock } from "./system-clock.ts";
import { assembleWorkspace } from "./workspace.ts";

export type NodeStart =
  | { readonly status: "started"; readonly server: RunningServer }
  | { readonly status: "refused"; readonly problems: readonly string[] };

export interface RunningServer {
  /** As a browser on this machine would write it. */
  readonly origin: string;
  readonly channelIds: readonly string[];
  /** `null`: no demo. */
  readonly demo: { readonly token: string; readonly isLocalOnly: boolean } | null;
  /** Nothing new is taken, what runs is ended or handed back, the store is closed (I9, I10). */
  stop(): Promise<void>;
}

/** How long open connections get to end by themselves after everything else has ended. */
const connectionGraceMs = 2_000;
const embeddedWakeMs = 1_000;
/** Other processes may leave work behind. */
const sharedWakeMs = 250;

/** One process of Baton on Node. */
export async function startNode(config: Config, logger: Logger): Promise<NodeStart> {
  const opening = await openStore(config);
  if (opening.status === "refused") return opening;
  const { store, close } = opening.opened;
  for (const warning of opening.warnings) logger.warn("store-warning", { warning });
  try {
    return { status: "started", server: await serve(config, { logger, store, close }) };
  } catch (error) {
    await close();
    return { status: "refused", problems: [describe(error, config)] };
  }
}

interface Opened {
  readonly logger: Logger;
  readonly store: Parameters<typeof assembleWorkspace>[1]["store"];
  readonly close: () => Promise<void>;
}

async function serve(config: Config, { logger, store, close }: Opened): Promise<RunningServer> {
  const clock = systemClock;
  let isStopping = false;
  let stopping: Promise<void> | null = null;
  const onError = (error: unknown) => {
    logger.error("background-fault", { error: error instanceof Error ? error.name : "unknown" });
  };
  const reportWorker = createReportWorker(reportPlace(config));
  const waker = createWaker({ clock, atLeastEveryMs: config.redis ? sharedWakeMs : embeddedWakeMs, onError });
  const workspace = await assembleWorkspace(config, {
    ...{ store, clock, logger, ids: createIds(clock) },
    secret: config.secret ?? (await installationSecret(config.dataDir)),
    wakeAt: waker.wakeAt,
    keepAlive: (work) => void work.catch(onError),
    isStopping: () => isStopping,
    isLocalOnly: isLoopbackHost(config.host) && config.publicUrl === null,
    trace: config.traceModule === null ? null : loadTrace(config.traceModule),
    simulate: createSimulate({ now: clock.now }),
    reportRunner: reportWorker.runner,
    reach: { publicFetch: createPublicFetch(), openEmail: emailNotifier },
    pages: config.knowledgeDir === null ? [] : await readKnowledgeFolder(config.knowledgeDir),
  });
  const { engine, app, demo } = workspace;
  if (demo) await addPageRoutes(app);
  const server = await listen(app.fetch, config);
  const origin = originOf(config.host, server.port);
  try {
    // First the waker, so that it hears what the first look asks for.
    waker.start(engine.runDue);
    await engine.start();
    if (!config.redis) await writeRunningOrigin(config.dataDir, origin);
  } catch (error) {
    // A start that fails leaves nothing behind that answers.
    waker.stop();
    void server.stopListening();
    server.dropConnections();
    await engine.stop();
    throw error;
  }
  const stopWarming = warmUpSoon();
  // Where a process has the store to itself: one of many would read for all the others' leads as well.
  const readAhead = () =>
    readMonthAhead({
      ...{ store, runner: reportWorker.runner, clock, availableBytes: process.availableMemory() },
    }).catch((error) => isStopping || onError(error));
  const readingAhead = config.redis ? undefined : setTimeout(readAhead, readAheadAfterMs);
  logger.info("listening", { host: config.host, port: server.port, workspace: config.workspaceId });

  return {
    origin,
    channelIds: workspace.channelIds,
    demo: demo && { token: demo.token, isLocalOnly: demo.isLocalOnly },
    stop: () => (stopping ??= stop()),
  };

  async function stop(): Promise<void> {
    isStopping = true;
    stopWarming();
    clearTimeout(readingAhead);
    logger.info("stopping");
    waker.stop();
    demo?.company.hub.end();
    const ended = server.stopListening();
    try {
      await engine.stop();
      const grace = new AbortController();
      await Promise.race([ended, clock.sleep(connectionGraceMs, grace.signal)]);
      grace.abort();
    } finally {
      server.dropConnections();
      await reportWorker.close();
      if (!config.redis) await removeRunningOrigin(config.dataDir);
      await close();
    }
    logger.info("stopped");
  }
}

function reportPlace({ redis, dataDir, workspaceId }: Config): ReportPlace {
  if (redis) return { store: "redis", url: redis.url, workspaceId };
  return { store: "sqlite", path: databasePath(dataDir, workspaceId) };
}

const warmUpAfterMs = 1_000;
/** After everything that somebody may wait for. */
const readAheadAfterMs = 5_000;

/** Not before the first answers: whoever waits for the process to be there should not wait for this as well. */
function warmUpSoon(): () => void {
  const warming = warmUp();
  let next = setTimeout(step, warmUpAfterMs);
  function step() {
    if (!warming.next().done) next = setTimeout(step, 0);
  }
  return () => clearTimeout(next);
}

function originOf(host: string, port: number): string {
  const isEverywhere = host === "0.0.0.0" || host === "::";
  const name = isEverywhere ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function describe(error: unknown, { host, port }: Config): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "EADDRINUSE") return `Port ${port} on ${host} is taken. Set PORT to another one, or end what uses it.`;
  if (code === "EACCES") return `Port ${port} on ${host} is not allowed. Set PORT to one above 1023.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") return `HOST ${host} is not an address of this machine.`;
  return error instanceof Error ? error.message : String(error);
}
