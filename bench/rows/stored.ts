import { type Contestant, compete, describeMedians, type Medians } from "./contestants.ts";
import { endServers, type Hall } from "./hall.ts";
import { format, type Row, row } from "./row.ts";

/** SQLite's page cache (64 MiB) and the bounded tables of recent customers and conversations may fill; no more. */
const allowedGrowthMb = 96;
/** The same number of customers writes, however many are stored: they lie scattered among the others. */
const active = 1_000;

/** What one message costs when many conversations are stored: with the same traffic, and with traffic from all over. */
export async function measureStored(hall: Hall): Promise<Row[]> {
  const scattered: Contestant[] = [];
  const everyone: Contestant[] = [];
  const rows: Row[] = [];
  for (const count of hall.size.storedCounts) {
    const startedAt = performance.now();
    const server = await hall.baton("sqlite", { BENCH_HELD: String(count) });
    const tookSeconds = (performance.now() - startedAt) / 1000;
    rows.push(row(`stored: writing ${count.toLocaleString("en")}`, { value: tookSeconds, unit: "s" }));
    const name = `${count.toLocaleString("en")} stored`;
    const who = { addressPrefix: "held-", addresses: active, stride: Math.floor(count / active) };
    scattered.push({ name, servers: [server], plan: hall.plan("ack", [server], who) });
    const all = { addressPrefix: "held-", addresses: count };
    everyone.push({ name, servers: [server], plan: hall.plan("ack", [server], all) });
  }
  const contest = { generator: hall.generator, ...hall.size };
  rows.push(...judged("the same 1,000 write", await compete(scattered, contest), true));
  rows.push(...judged("any of them writes", await compete(everyone, contest), false));
  await endServers(scattered.flatMap(({ servers }) => servers));
  return rows;
}

function judged(traffic: string, results: Map<string, Medians>, isPromised: boolean): Row[] {
  const [least] = results.values();
  return [...results].flatMap(([name, medians]) => {
    const measured = row(`${name}, ${traffic}`, {
      value: medians.perSecond,
      unit: "/s",
      beside: describeMedians(medians),
    });
    if (!least || medians === least) return [measured];
    const target = (below: number) => (isPromised ? { below } : null);
    return [
      measured,
      row(`${name}, ${traffic}: cost ÷ least`, {
        value: least.perSecond / medians.perSecond,
        unit: "×",
        target: target(1.5),
        beside: `CPU ${format(medians.cpuMicros / least.cpuMicros)} ×`,
      }),
      row(`${name}, ${traffic}: more memory`, {
        value: medians.rssMb - least.rssMb,
        unit: "MB",
        target: target(allowedGrowthMb),
      }),
    ];
  });
}
