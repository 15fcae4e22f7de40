/** `npm run simulate:day`: by itself a day of 500 people, 20 queues and 20,000 handoffs through the real engine. */
import { readOptions } from "../support/options.ts";
import { createRandom } from "../support/random.ts";
import { percentile } from "../support/statistics.ts";
import { planDay } from "./plan-day.ts";
import { playDay } from "./play-day.ts";
import { type Recounted, recountDay } from "./recount.ts";

const { values } = readOptions({ flags: [], values: ["agents", "queues", "handoffs", "seed"] });
const number = (given: string | null, usual: number) => (given === null ? usual : Number.parseInt(given, 10));
const size = {
  agents: number(values.agents, 500),
  queues: number(values.queues, 20),
  handoffs: number(values.handoffs, 20_000),
};
const random = createRandom(number(values.seed, 1));

const began = performance.now();
const plan = planDay(size, random.stream("plan"));
const day = await playDay(plan, random.stream("play"));
const playedMs = performance.now() - began;
const recounted = await recountDay(day, plan);

console.log(`A day of ${size.agents} people, ${size.queues} queues and ${size.handoffs} handoffs\n`);
printOutcomes(recounted);
printWaits(recounted);
printRequests(recounted);
const seconds = playedMs / 1_000;
console.log(
  `\n${day.commits} commits at ${day.moments} moments in ${seconds.toFixed(0)} s: ` +
    `${Math.round(day.commits / seconds)} commits/s, ${Math.round((28 * 3_600) / seconds)} times as fast as the day itself`,
);
const faults = recounted.flatMap(({ id, faults: found }) => found.map((fault) => `${id}: ${fault}`));
const lost = recounted.filter(({ outcome }) => outcome === "lost");
console.log(faults.length + lost.length === 0 ? "\nNothing was lost, and nobody waited past the policy." : "\nFAULTS");
for (const fault of [...faults, ...lost.map(({ id }) => `${id}: lost`)].slice(0, 20)) console.log(`  ${fault}`);
await day.close();
process.exitCode = faults.length + lost.length === 0 ? 0 : 1;

function printOutcomes(all: readonly Recounted[]): void {
  const counts = Map.groupBy(all, ({ outcome }) => outcome);
  for (const [outcome, some] of [...counts].sort(([, one], [, other]) => other.length - one.length)) {
    console.log(`  ${outcome.padEnd(24)} ${String(some.length).padStart(7)}  ${share(some.length, all.length)}`);
  }
}

function printWaits(all: readonly Recounted[]): void {
  const taken = all.flatMap(({ requestedAt, takenAt }) => (takenAt === null ? [] : [takenAt - requestedAt]));
  const answered = all.flatMap(({ requestedAt, answeredAt }) =>
    answeredAt === null ? [] : [answeredAt - requestedAt],
  );
  console.log("\n                              p50       p90       p99       max");
  for (const [name, times] of [
    ["until somebody took it", taken],
    ["until the first words", answered],
  ] as const) {
    const cells = [0.5, 0.9, 0.99, 1].map((part) => inSeconds(percentile(times, part)).padStart(10));
    console.log(`  ${name.padEnd(24)}${cells.join("")}`);
  }
}

function printRequests(all: readonly Recounted[]): void {
  const sum = (of: (one: Recounted) => number) => all.reduce((total, one) => total + of(one), 0);
  const asked = sum((one) => one.asked);
  console.log(
    `\n  ${asked} requests: ${share(
      sum((one) => one.rejected),
      asked,
    )} rejected, ${share(
      sum((one) => one.timedOut),
      asked,
    )} timed out; ` +
      `${sum((one) => one.returned)} came back to the queue, ${all.filter(({ owners }) => new Set(owners).size > 1).length} had more than one person`,
  );
}

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
}

function inSeconds(ms: number): string {
  return ms < 120_000 ? `${(ms / 1_000).toFixed(0)} s` : `${(ms / 60_000).toFixed(0)} min`;
}
