import { compete, describeMedians } from "./contestants.ts";
import { endServers, type Hall } from "./hall.ts";
import { type Row, row } from "./row.ts";

const customers = { addressPrefix: "pair-", addresses: 2_000 };

/** Whole cycles through one process and through two that share a Redis; CPU of all of them together. */
export async function measureTwoProcesses(hall: Hall): Promise<Row[]> {
  const alone = await hall.baton("redis");
  const REDIS_URL = hall.redisUrl();
  const pair = [await hall.baton("redis", { REDIS_URL }), await hall.baton("redis", { REDIS_URL })];
  const contestants = [
    { name: "one process", servers: [alone], plan: hall.plan("cycle", [alone], customers) },
    { name: "two processes", servers: pair, plan: hall.plan("cycle", pair, customers) },
  ];
  const results = await compete(contestants, { generator: hall.generator, ...hall.size });
  await endServers([alone, ...pair]);
  const cpuMicros = (name: string) => results.get(name)?.cpuMicros ?? Number.NaN;
  return [
    ...[...results].map(([name, medians]) =>
      row(`Redis: cycle, ${name}`, { value: medians.perSecond, unit: "/s", beside: describeMedians(medians) }),
    ),
    row("Redis: CPU per message, two ÷ one", {
      value: cpuMicros("two processes") / cpuMicros("one process"),
      unit: "×",
      target: { below: 1.1 },
    }),
  ];
}
