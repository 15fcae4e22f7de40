import { dayMs, dayOf, partsKey } from "../../engine/reports/documents.ts";
import type { ReportRunner } from "../../engine/reports/report-runner.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Store } from "../../ports/store.ts";

export interface ReadAhead {
  readonly store: Pick<Store, "load">;
  readonly runner: Pick<ReportRunner, "run">;
  readonly clock: Pick<Clock, "now">;
  /** What the process may still take of the machine's memory, or of its container's. */
  readonly availableBytes: number;
}

const days = 30;
/** A month of a hundred thousand handoffs takes 0.7 GB while it is read; where that is much, nobody may die of it. */
const neededBytes = 2 * 1_073_741_824;

/**
 * Reads and counts the last month once, for nobody: the thread keeps what it has read, and the first lead who looks waits
 * hardly longer than the second. Where nothing was packed yet there is nothing to read, and no thread is started.
 * @returns whether there was anything, and room for it
 */
export async function readMonthAhead({ store, runner, clock, availableBytes }: ReadAhead): Promise<boolean> {
  if (availableBytes < neededBytes) return false;
  const now = clock.now();
  const from = now - days * dayMs;
  const keys = Array.from({ length: days + 1 }, (_, day) => partsKey("handoffs", dayOf(from) + day));
  const packed = await store.load(keys);
  if (packed.every((day) => day === null)) return false;
  const period = { from, to: now + 1, timeZone: "UTC" };
  await runner.run({
    ...{ name: "overview", period, now, by: ["queue"], filters: {}, before: null, answerWithinSeconds: 60 },
  });
  return true;
}
