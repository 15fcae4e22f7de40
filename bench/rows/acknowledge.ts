import { type Contestant, compete, describeMedians, type Medians } from "./contestants.ts";
import { endServers, type Hall } from "./hall.ts";
import { type Row, row } from "./row.ts";

const held = 2_000;
const byPerson = { addressPrefix: "held-", addresses: held };
const byBot = { addressPrefix: "bot-", addresses: held };

/** Signed webhook → durable 2xx, against what anyone would write by hand with the same durability. */
export async function measureAcknowledge(hall: Hall): Promise<Row[]> {
  const heldByPeople = { BENCH_HELD: String(held) };
  const simple = await hall.baseline("row-per-commit");
  const group = await hall.baseline("rows-per-commit");
  const script = await hall.baseline("row-per-script");
  const sqlite = await hall.baton("sqlite", heldByPeople);
  const redis = await hall.baton("redis", heldByPeople);
  const sqliteBot = await hall.baton("sqlite");
  const redisBot = await hall.baton("redis");
  const of = (name: string, server: typeof simple, who: typeof byPerson): Contestant => ({
    name,
    servers: [server],
    plan: hall.plan("ack", [server], who),
  });
  const contestants = [
    of("baseline SQLite, one commit each", simple, byPerson),
    of("baseline SQLite, group commit", group, byPerson),
    of("baseline Redis, one script each", script, byPerson),
    of("Baton SQLite, person in control", sqlite, byPerson),
    of("Baton SQLite, bot answering", sqliteBot, byBot),
    of("Baton Redis, person in control", redis, byPerson),
    of("Baton Redis, bot answering", redisBot, byBot),
  ];
  const results = await compete(contestants, { generator: hall.generator, ...hall.size });
  await endServers(contestants.flatMap(({ servers }) => servers));
  return [...absolute(results), ...ratios(results)];
}

function absolute(results: Map<string, Medians>): Row[] {
  return [...results].map(([name, medians]) =>
    row(`ack: ${name}`, { value: medians.perSecond, unit: "/s", beside: describeMedians(medians) }),
  );
}

function ratios(results: Map<string, Medians>): Row[] {
  const perSecond = (name: string) => results.get(name)?.perSecond ?? Number.NaN;
  const cpu = (name: string) => results.get(name)?.cpuMicros ?? Number.NaN;
  const ratio = (baton: string, baseline: string, atLeast: number, name: string) =>
    row(`ack: ${name}`, {
      value: perSecond(`Baton ${baton}, person in control`) / perSecond(`baseline ${baseline}`),
      unit: "×",
      target: { atLeast },
      beside:
        `bot answering: ${(perSecond(`Baton ${baton}, bot answering`) / perSecond(`baseline ${baseline}`)).toFixed(2)} ×; ` +
        `CPU: ${(cpu(`baseline ${baseline}`) / cpu(`Baton ${baton}, person in control`)).toFixed(2)} ×`,
    });
  return [
    ratio("SQLite", "SQLite, one commit each", 1, "Baton ÷ simple, SQLite"),
    ratio("SQLite", "SQLite, group commit", 0.25, "Baton ÷ group commit, SQLite"),
    ratio("Redis", "Redis, one script each", 0.35, "Baton ÷ one script, Redis"),
  ];
}
