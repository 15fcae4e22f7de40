import { DurableObject } from "cloudflare:workers";
import type { DurableObjectState } from "@cloudflare/workers-types";
import { openDurableDatabase } from "../../../adapters/stores/sqlite/durable.ts";
import { createSqliteStore } from "../../../adapters/stores/sqlite/index.ts";
import type { Accepted } from "../../engine/inbound.ts";
import { defaultLimits } from "../../engine/limits.ts";
import type { ChannelEvent } from "../../ports/channel.ts";
import { StoreUnavailableError } from "../../ports/store.ts";
import type { Config } from "../config.ts";
import { createIds } from "../ids.ts";
import { systemClock } from "../system-clock.ts";
import { assembleWorkspace, type Workspace } from "../workspace.ts";
import { type AlarmWaker, createAlarmWaker, wakeForCommits } from "./alarm-waker.ts";
import type { Bindings } from "./bindings.ts";
import { createWorkerLogger } from "./logger.ts";
import { objectSecret } from "./object-secret.ts";
import { readEdgeConfig } from "./read-edge-config.ts";

/** How soon a woken object looks for what an object of before has left. */
const firstLookMs = 1_000;

/** One workspace at the edge: the engine, its SQLite and its live feed in one object. */
export class WorkspaceObject extends DurableObject<Bindings> {
  readonly #workspace: Promise<Workspace>;
  readonly #waker: AlarmWaker;
  readonly #leaseMs: number;
  readonly #onError: (error: unknown) => void;

  constructor(ctx: DurableObjectState, env: Bindings) {
    super(ctx, env);
    const read = readEdgeConfig(env);
    // The Worker in front has refused every request already.
    if (read.status === "invalid") throw new Error(read.problems.map(({ problem }) => problem).join(" "));
    const { config } = read;
    const logger = createWorkerLogger(config.logLevel);
    this.#onError = (error) =>
      logger.error("background-fault", { error: error instanceof Error ? error.name : "unknown" });
    this.#waker = createAlarmWaker(ctx.storage, this.#onError);
    this.#leaseMs = config.leaseMs ?? defaultLimits.leaseMs;
    this.#workspace = ctx.blockConcurrencyWhile(() => this.#open(config, logger));
  }

  /** The Worker has verified and parsed it. Durable when it resolves (I1). */
  async accept(channelId: string, event: ChannelEvent): Promise<Accepted> {
    const { engine } = await this.#workspace;
    if (engine.isOverloaded()) throw new StoreUnavailableError("Too much is waiting in this workspace.");
    return engine.accept(channelId, event);
  }

  async fetch(request: Request): Promise<Response> {
    const { app } = await this.#workspace;
    return app.fetch(request);
  }

  /** Sets the next alarm first, never throws and never waits for a provider: effects go on by themselves (I9). */
  async alarm(): Promise<void> {
    try {
      await this.#waker.rearm(Date.now() + this.#leaseMs);
      const { engine } = await this.#workspace;
      this.ctx.waitUntil(engine.runDue().then(() => this.#waker.settle(), this.#onError));
    } catch (error) {
      this.#onError(error);
    }
  }

  async #open(config: Config, logger: ReturnType<typeof createWorkerLogger>): Promise<Workspace> {
    const { storage } = this.ctx;
    await this.#waker.begin(Date.now() + firstLookMs);
    const { wakeAt } = this.#waker;
    const { store } = wakeForCommits(createSqliteStore(openDurableDatabase(storage)), wakeAt);
    const workspace = await assembleWorkspace(config, {
      ...{ store, logger, wakeAt, clock: systemClock, ids: createIds(systemClock) },
      secret: config.secret ?? (await objectSecret(storage)),
      keepAlive: (work) => this.ctx.waitUntil(work.catch(this.#onError)),
      isStopping: () => false,
      // Whoever asks under a loopback name talks to `wrangler dev`; the platform routes by public names only.
      isLocalOnly: config.publicUrl === null,
      // The platform itself keeps a Worker's calls on the public internet.
      reach: { publicFetch: (url, init) => fetch(url, init), openEmail: null },
      trace: null,
      // There are no folders at the edge.
      pages: [],
    });
    await workspace.engine.prepare();
    return workspace;
  }
}
