import { type Contestant, compete, describeMedians } from "./contestants.ts";
import { endServers, type Hall } from "./hall.ts";
import { type Row, row } from "./row.ts";

const customers = { addressPrefix: "cycle-", addresses: 2_000 };

export interface CycleRows {
  readonly rows: readonly Row[];
  /** Whole cycles a second that Baton does on SQLite: "the measured maximum load". */
  readonly maximum: number;
}

/** In → detection → bot → out, until a local fake has the answer; against one durable write and one bare fetch. */
export async function measureCycle(hall: Hall): Promise<CycleRows> {
  const replies = { BENCH_REPLY_URL: hall.generator.replyUrl };
  const contestant = (name: string, server: Awaited<ReturnType<Hall["baton"]>>): Contestant => ({
    name,
    servers: [server],
    plan: hall.plan("cycle", [server], customers),
  });
  const simple = contestant("baseline SQLite, one commit each", await hall.baseline("row-per-commit", replies));
  const group = contestant("baseline SQLite, group commit", await hall.baseline("rows-per-commit", replies));
  const script = contestant("baseline Redis, one script each", await hall.baseline("row-per-script", replies));
  const sqlite = contestant("Baton SQLite", await hall.baton("sqlite"));
  const redis = contestant("Baton Redis", await hall.baton("redis"));
  const contestants = [simple, group, script, sqlite, redis];
  const idle = await sqlite.servers[0]?.usage();
  const results = await compete(contestants, { generator: hall.generator, ...hall.size });
  await endServers(contestants.flatMap(({ servers }) => servers));
  const perSecond = ({ name }: Contestant) => results.get(name)?.perSecond ?? Number.NaN;
  const cpuMicros = ({ name }: Contestant) => results.get(name)?.cpuMicros ?? Number.NaN;
  const ratio = (baton: Contestant, baseline: Contestant, name: string, atLeast: number | null) =>
    row(`cycle: ${name}`, {
      value: perSecond(baton) / perSecond(baseline),
      unit: "×",
      target: atLeast === null ? null : { atLeast },
      beside: `CPU: ${(cpuMicros(baseline) / cpuMicros(baton)).toFixed(2)} ×`,
    });
  return {
    maximum: perSecond(sqlite),
    rows: [
      ...[...results].map(([name, medians]) =>
        row(`cycle: ${name}`, { value: medians.perSecond, unit: "/s", beside: describeMedians(medians) }),
      ),
      ratio(sqlite, simple, "Baton ÷ simple, SQLite", 0.3),
      ratio(sqlite, group, "Baton ÷ group commit, SQLite", null),
      ratio(redis, script, "Baton ÷ one script, Redis", 0.3),
      ownCpu("SQLite", cpuMicros(sqlite), cpuMicros(group)),
      ownCpu("Redis", cpuMicros(redis), cpuMicros(script)),
      row("memory: idle, SQLite", { value: idle?.rssMb ?? Number.NaN, unit: "MB" }),
      row("memory: under load, SQLite", { value: results.get(sqlite.name)?.rssMb ?? Number.NaN, unit: "MB" }),
    ],
  };
}

/** The engine's own: what the process needs beyond HTTP, signature, one durable write and one fetch. */
function ownCpu(store: string, wholeMicros: number, baselineMicros: number): Row {
  return row(`cycle: engine's own CPU per message, ${store}`, {
    value: (wholeMicros - baselineMicros) / 1000,
    unit: "ms",
    target: { below: 1 },
    beside: `the whole process: ${(wholeMicros / 1000).toFixed(2)} ms`,
  });
}
