import type { Engine } from "../engine/engine.ts";
import type { Clock } from "../ports/clock.ts";

export interface HealthSources {
  readonly engine: Pick<Engine, "ping" | "isOverloaded">;
  readonly clock: Clock;
  readonly isStopping: () => boolean;
}

/** A store that takes longer than this to answer is as good as away. */
const pingTimeoutMs = 2_000;

/** Why no traffic should come here; empty when it may. */
export async function unreadiness(sources: HealthSources): Promise<readonly string[]> {
  const { engine, isStopping } = sources;
  return [
    ...(isStopping() ? ["the process is stopping"] : []),
    ...(engine.isOverloaded() ? ["too much is waiting"] : []),
    ...((await doesStoreAnswer(sources)) ? [] : ["the store does not answer"]),
  ];
}

async function doesStoreAnswer({ engine, clock }: HealthSources): Promise<boolean> {
  const timer = new AbortController();
  const answered = engine.ping().then(
    () => true,
    () => false,
  );
  const late = clock.sleep(pingTimeoutMs, timer.signal).then(() => false);
  try {
    return await Promise.race([answered, late]);
  } finally {
    timer.abort();
  }
}
