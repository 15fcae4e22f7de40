import type { Generator } from "../load/generator.ts";
import type { LoadResult, Plan } from "../load/plan.ts";
import type { MeasuredServer } from "../servers/server-process.ts";
import { waitForQuiet, watchOthers } from "../support/machine.ts";
import { median } from "../support/statistics.ts";

/** One of those that are measured against each other in the same rounds. */
export interface Contestant {
  readonly name: string;
  /** More than one are processes of the same Baton. */
  readonly servers: readonly MeasuredServer[];
  readonly plan: Plan;
}

export interface Medians {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly cpuMicros: number;
  readonly rssMb: number;
  readonly failures: number;
  readonly generatorBusy: number;
  /** The share of the machine that others took meanwhile. */
  readonly disturbance: number;
}

export interface Contest {
  readonly generator: Generator;
  readonly rounds: number;
  readonly firstRunMs: number;
  /** How long to wait before each measurement for the rest of the machine to be quiet. */
  readonly patienceMs: number;
}

/** Of the whole machine, both cores. */
const toleratedDisturbance = 0.05;

/** Rounds in which everyone runs once, every second one in the opposite order; medians over the rounds. */
export async function compete(
  contestants: readonly Contestant[],
  { generator, rounds, firstRunMs, patienceMs }: Contest,
): Promise<Map<string, Medians>> {
  const samples = new Map<string, Sample[]>(contestants.map(({ name }) => [name, []]));
  // Once for everyone before the first round: code that was never run is compiled first, and that is not the question.
  for (const { plan } of contestants) await generator.run({ ...plan, warmUpMs: 0, measureMs: firstRunMs });
  for (let round = 0; round < rounds; round++) {
    for (const contestant of round % 2 === 0 ? contestants : contestants.toReversed()) {
      samples.get(contestant.name)?.push(await measureUndisturbed(contestant, generator, patienceMs));
    }
  }
  return new Map([...samples].map(([name, of]) => [name, mediansOf(of)]));
}

/** Again when others took more than a little of the machine; the least disturbed attempt counts. */
async function measureUndisturbed(contestant: Contestant, generator: Generator, patienceMs: number): Promise<Sample> {
  const attempts: Sample[] = [];
  const endsAt = Date.now() + patienceMs * 2;
  do {
    await waitForQuiet(patienceMs);
    attempts.push(await measureOnce(contestant, generator));
  } while ((attempts.at(-1)?.disturbance ?? 0) > toleratedDisturbance && Date.now() < endsAt);
  const [least] = attempts.sort((a, b) => a.disturbance - b.disturbance);
  if (!least) throw new Error("Nothing was measured.");
  return least;
}

interface Sample extends LoadResult {
  readonly cpuMicros: number;
  readonly rssMb: number;
  readonly disturbance: number;
}

async function measureOnce({ servers, plan }: Contestant, generator: Generator): Promise<Sample> {
  let before: Promise<number> = Promise.resolve(0);
  let others = watchOthers();
  const result = await generator.run(plan, () => {
    before = cpuOf(servers);
    others = watchOthers();
  });
  const disturbance = others.end();
  // Asked at once: what the servers still do afterwards belongs to the messages, and is little beside them.
  const after = await cpuOf(servers);
  const usages = await Promise.all(servers.map((server) => server.usage()));
  return {
    ...result,
    disturbance,
    cpuMicros: ((after - (await before)) * 1000) / result.completed,
    rssMb: usages.reduce((sum, { rssMb }) => sum + rssMb, 0),
  };
}

async function cpuOf(servers: readonly MeasuredServer[]): Promise<number> {
  const usages = await Promise.all(servers.map((server) => server.usage()));
  return usages.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

function mediansOf(samples: readonly Sample[]): Medians {
  const of = (pick: (sample: Sample) => number) => median(samples.map(pick));
  return {
    perSecond: of(({ perSecond }) => perSecond),
    p50Ms: of(({ p50Ms }) => p50Ms),
    p99Ms: of(({ p99Ms }) => p99Ms),
    cpuMicros: of(({ cpuMicros }) => cpuMicros),
    rssMb: of(({ rssMb }) => rssMb),
    failures: samples.reduce((sum, { failures }) => sum + failures, 0),
    generatorBusy: of(({ generatorBusy }) => generatorBusy),
    disturbance: of(({ disturbance }) => disturbance),
  };
}

export function describeMedians(medians: Medians): string {
  const { p50Ms, p99Ms, cpuMicros, rssMb, failures, generatorBusy, disturbance } = medians;
  const parts = [
    `p50 ${p50Ms.toFixed(1)} ms`,
    `p99 ${p99Ms.toFixed(1)} ms`,
    `CPU ${Math.round(cpuMicros)} µs`,
    `RSS ${Math.round(rssMb)} MB`,
    ...(generatorBusy > 0.85 ? [`load generator ${Math.round(generatorBusy * 100)} % busy`] : []),
    ...(disturbance > toleratedDisturbance ? [`others took ${Math.round(disturbance * 100)} % of the machine`] : []),
    ...(failures > 0 ? [`${failures} FAILURES`] : []),
  ];
  return parts.join(", ");
}
