import type { Applied } from "../core/conversation/decision.ts";
import { type LeasedEffect, type Settlement, StoreUnavailableError } from "../ports/store.ts";
import { backoffMs } from "./backoff.ts";
import type { Runner } from "./handle-event.ts";
import type { Parts } from "./parts.ts";
import { createPools } from "./pool-slots.ts";

/** What an executor answers: `settled` when its result event settled the effect in its own commit. */
export type Outcome =
  | { readonly outcome: "settled" }
  | { readonly outcome: "done" }
  | { readonly outcome: "hand-back" }
  | { readonly outcome: "retry"; readonly error: string; readonly retryAfterMs: number | null }
  | { readonly outcome: "dead"; readonly error: string };

export interface Run {
  /** Aborts when the engine stops or the effect is cancelled. */
  readonly signal: AbortSignal;
  /** The decision that planned this effect, when it started leased in this process: saves reading it again. */
  readonly planned: Applied | null;
}

export type Executor = (effect: LeasedEffect, run: Run) => Promise<Outcome>;

export interface Executors {
  readonly execute: Executor;
  /** For an effect whose code threw too often: whoever waits for it must hear of it (I10, I11). */
  readonly giveUp: Executor;
}

export interface EffectRunner extends Runner {
  /** Takes what is due and starts it. */
  runDue(): Promise<void>;
  /** Runs until nothing is due and nothing runs; for simulated time. */
  settleAll(): Promise<void>;
  abort(effectId: string): void;
  readonly running: ReadonlyMap<string, LeasedEffect>;
  stop(): Promise<void>;
}

interface Job {
  readonly effect: LeasedEffect;
  readonly planned: Applied | null;
  readonly leaseUntilMs: number;
}

const takeLimit = 64;
/** How soon to look again when what is due could not be taken for want of room. */
const noRoomMs = 500;
/** A failing store is asked this often whether it takes the settlement after all, a second apart and more. */
const settleTries = 5;

/** Leases effects, runs them within the room their pool has, and settles what came of it (I10). */
export function createEffectRunner(parts: Parts, { execute, giveUp }: Executors): EffectRunner {
  const { store, clock, limits, logger } = parts;
  const pools = createPools<Job>(limits.poolSize);
  const running = new Map<string, LeasedEffect>();
  const controllers = new Map<string, AbortController>();
  const work = new Set<Promise<void>>();
  /** Lanes with an effect that waits for its predecessor: when that ends, somebody has to look. */
  const followed = new Set<string>();
  let isStopping = false;
  let taking: Promise<void> | null = null;
  let takeAgain = false;
  /** Pools that had no room when we last took: when they get some, somebody has to look. */
  const leftOut = new Set<string>();
  const stopped = new AbortController();
  const longestRunMs = Math.max(limits.botTimeoutMs, limits.sendTimeoutMs);

  function enqueue(job: Job): void {
    pools.add(job.effect.pool, job);
    startWaiting(job.effect.pool, job);
  }

  /** What its commit said of a job holds for one that starts with it; one that had to wait looks again (I3). */
  function startWaiting(pool: string, fresh: Job | null): void {
    for (let job = pools.next(pool); job; job = pools.next(pool)) {
      const promise = runJob(job === fresh ? job : { ...job, planned: null }).finally(() => {
        work.delete(promise);
        pools.release(pool);
        startWaiting(pool, null);
        if (leftOut.delete(pool)) takeSoon();
      });
      work.add(promise);
      parts.keepAlive(promise);
    }
  }

  async function runJob(job: Job): Promise<void> {
    const { effect } = job;
    // Waited too long for room: it must not run on when another process may take it.
    const isTooLate = job.leaseUntilMs - clock.now() < longestRunMs;
    if (isStopping || isTooLate) return settle(effect, { outcome: "hand-back" }).catch(() => undefined);
    const controller = new AbortController();
    running.set(effect.id, effect);
    controllers.set(effect.id, controller);
    try {
      const outcome = await execute(effect, { signal: controller.signal, planned: job.planned });
      if (outcome.outcome !== "settled") await settle(effect, outcome);
    } catch (error) {
      await settleFault(effect, error);
    } finally {
      running.delete(effect.id);
      controllers.delete(effect.id);
      if (effect.lane !== null && followed.delete(effect.lane)) takeSoon();
    }
  }

  async function settleFault(effect: LeasedEffect, error: unknown): Promise<void> {
    const name = error instanceof Error ? error.name : "unknown";
    parts.metrics.count("baton_effect_faults_total", { pool: poolKind(effect.pool) });
    logger.error("effect-fault", { effectId: effect.id, attempt: effect.attempt, error: name });
    const retry = { outcome: "retry", error: name, retryAfterMs: null } as const;
    if (error instanceof StoreUnavailableError) {
      parts.keepAlive(settleWhenBack(effect, retry));
      return;
    }
    const isLast = effect.failures + 1 >= limits.faultAttempts;
    const outcome = isLast ? await giveUp(effect, { signal: stopped.signal, planned: null }).catch(() => retry) : retry;
    if (outcome.outcome !== "settled") await settle(effect, outcome).catch(() => undefined);
  }

  /** Otherwise the effect, and its lane, would wait for the end of the lease; which it does if all of this fails. */
  async function settleWhenBack(
    effect: LeasedEffect,
    outcome: Exclude<Outcome, { outcome: "settled" }>,
  ): Promise<void> {
    for (let tries = 1; tries <= settleTries && !isStopping; tries++) {
      await clock.sleep(tries * 1_000, stopped.signal);
      try {
        return await settle(effect, outcome);
      } catch {}
    }
  }

  async function settle(effect: LeasedEffect, outcome: Exclude<Outcome, { outcome: "settled" }>): Promise<void> {
    const settlement = toSettlement(effect, outcome);
    await store.settle([settlement]);
    if (settlement.outcome === "dead") {
      parts.metrics.count("baton_dead_letters_total", { pool: poolKind(effect.pool) });
      logger.error("effect-dead", { effectId: effect.id, attempt: effect.attempt });
    }
    if (settlement.outcome === "retry") parts.wakeAt(settlement.dueAt);
  }

  function toSettlement(effect: LeasedEffect, outcome: Exclude<Outcome, { outcome: "settled" }>): Settlement {
    const { id, attempt, failures } = effect;
    if (outcome.outcome === "retry") {
      const dueAt = clock.now() + backoffMs(failures + 1, parts.random, outcome.retryAfterMs);
      return { id, attempt, outcome: "retry", dueAt, error: outcome.error };
    }
    if (outcome.outcome === "dead") return { id, attempt, outcome: "dead", at: clock.now(), error: outcome.error };
    return { id, attempt, outcome: outcome.outcome };
  }

  function takeSoon(): void {
    const taken = runner.runDue().catch(() => undefined);
    parts.keepAlive(taken);
  }

  async function take(): Promise<void> {
    do {
      takeAgain = false;
      if (isStopping) return;
      const now = clock.now();
      const leaseUntilMs = now + limits.leaseMs;
      const busyPools = pools.busy();
      const taken = await store.takeDue({ now, limit: takeLimit, leaseUntilMs, busyPools });
      for (const pool of busyPools) leftOut.add(pool);
      for (const effect of taken.effects) {
        // More may wait behind it than we planned, or whoever planned them is gone.
        if (effect.lane !== null) followed.add(effect.lane);
        enqueue({ effect, planned: null, leaseUntilMs });
      }
      takeAgain ||= taken.effects.length === takeLimit;
      if (taken.nextDueAt !== null) {
        parts.wakeAt(busyPools.length === 0 ? taken.nextDueAt : Math.max(taken.nextDueAt, now + noRoomMs));
      }
    } while (takeAgain);
  }

  const runner: EffectRunner = {
    running,
    offer() {
      return isStopping ? null : { untilMs: clock.now() + limits.leaseMs, busyPools: pools.busy() };
    },
    committed(decision, leased, planned) {
      const leasedIds = new Set(leased.map((effect) => effect.id));
      for (const { id, lane, dueAt } of planned) {
        if (leasedIds.has(id)) continue;
        if (lane !== null) followed.add(lane);
        parts.wakeAt(dueAt);
      }
      for (const id of decision.cancels) runner.abort(id);
      const leaseUntilMs = clock.now() + limits.leaseMs;
      for (const effect of leased) enqueue({ effect, planned: decision, leaseUntilMs });
    },
    async runDue() {
      if (taking) {
        takeAgain = true;
        return taking;
      }
      taking = take().finally(() => {
        taking = null;
      });
      return taking;
    },
    async settleAll() {
      do {
        await runner.runDue();
        await Promise.all(work);
      } while (work.size > 0 || taking !== null);
    },
    abort(effectId) {
      controllers.get(effectId)?.abort();
    },
    async stop() {
      isStopping = true;
      // What is being taken at this moment has to be handed back, too.
      await taking?.catch(() => undefined);
      stopped.abort();
      // A store that is away keeps the leases until they end by themselves; stopping goes on.
      const handBack = (effect: LeasedEffect) => settle(effect, { outcome: "hand-back" }).catch(() => undefined);
      const waiting = pools.clear().map(({ effect }) => handBack(effect));
      const grace = new AbortController();
      await Promise.race([Promise.allSettled([...work, ...waiting]), clock.sleep(limits.stopGraceMs, grace.signal)]);
      grace.abort();
      for (const controller of controllers.values()) controller.abort();
      await Promise.allSettled(work);
    },
  };
  return runner;
}

function poolKind(pool: string): string {
  return pool.split(":")[0] ?? pool;
}
