import { type Contestant, compete, describeMedians } from "./contestants.ts";
import { endServers, type Hall } from "./hall.ts";
import { format, type Row, row } from "./row.ts";

/** SQLite's page cache (64 MiB) and the bounded table of recent customers may fill; more may not. */
const allowedGrowthMb = 96;

/** What one message costs when many conversations are stored; each goes to one of them by chance. */
export async function measureStored(hall: Hall): Promise<Row[]> {
  const contestants: Contestant[] = [];
  const rows: Row[] = [];
  for (const count of hall.size.storedCounts) {
    const startedAt = performance.now();
    const server = await hall.baton("sqlite", { BENCH_HELD: String(count) });
    const tookSeconds = (performance.now() - startedAt) / 1000;
    rows.push(row(`stored: writing ${count.toLocaleString("en")}`, { value: tookSeconds, unit: "s" }));
    const plan = hall.plan("ack", [server], { addressPrefix: "held-", addresses: count });
    contestants.push({ name: `${count.toLocaleString("en")} stored`, servers: [server], plan });
  }
  const results = [...(await compete(contestants, { generator: hall.generator, ...hall.size }))];
  await endServers(contestants.flatMap(({ servers }) => servers));
  const least = results[0]?.[1];
  for (const [name, medians] of results) {
    rows.push(
      row(`stored: ack with ${name}`, { value: medians.perSecond, unit: "/s", beside: describeMedians(medians) }),
    );
    if (!least || medians === least) continue;
    rows.push(
      row(`stored: cost with ${name} ÷ least`, {
        value: least.perSecond / medians.perSecond,
        unit: "×",
        target: { below: 1.5 },
        beside: `CPU ${format(medians.cpuMicros / least.cpuMicros)} ×`,
      }),
      row(`stored: more memory with ${name}`, {
        value: medians.rssMb - least.rssMb,
        unit: "MB",
        target: { below: allowedGrowthMb },
      }),
    );
  }
  return rows;
}
