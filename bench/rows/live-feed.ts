import type { FeedPlan } from "../load/plan.ts";
import { waitForQuiet } from "../support/machine.ts";
import { median } from "../support/statistics.ts";
import { endServers, type Hall } from "./hall.ts";
import { type Row, row } from "./row.ts";

const handoffsPerSecond = 25;

/** A customer asks for a person → a desk that follows the feed knows, while half of the maximum load runs beside it. */
export async function measureLiveFeed(hall: Hall, maximum: number): Promise<Row[]> {
  const server = await hall.baton("sqlite");
  const p50: number[] = [];
  const p99: number[] = [];
  let failures = 0;
  let shown = 0;
  for (let round = 0; round < hall.size.rounds; round++) {
    await waitForQuiet(hall.size.patienceMs);
    const plan: FeedPlan = {
      ...hall.plan("cycle", [server], { addressPrefix: `feed-${round}-`, addresses: 2_000 }),
      type: "feed",
      token: hall.token,
      messagesPerSecond: maximum / 2,
      handoffsPerSecond,
    };
    const result = await hall.generator.run(plan);
    p50.push(result.p50Ms);
    p99.push(result.p99Ms);
    failures += result.failures;
    shown += result.completed;
  }
  await endServers([server]);
  const load = `${Math.round(maximum / 2)} cycles/s and ${handoffsPerSecond} handoffs/s beside it; ${shown} handoffs`;
  const beside = `p50 ${median(p50).toFixed(1)} ms; ${load}${failures > 0 ? `; ${failures} FAILURES` : ""}`;
  return [row("handoff → live feed, p99", { value: median(p99), unit: "ms", target: { below: 100 }, beside })];
}
