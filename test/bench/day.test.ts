import { beforeAll, describe, expect, it } from "vitest";
import { allChecks } from "../../bench/day/checks/all-checks.ts";
import { type Evidence, readEvidence } from "../../bench/day/evidence.ts";
import { planDay } from "../../bench/day/plan-day.ts";
import { playDay } from "../../bench/day/play-day.ts";
import { sabotages } from "../../bench/day/sabotage.ts";
import { createRandom } from "../../bench/support/random.ts";

/** `npm run simulate:day -- --agents 24 --queues 4 --handoffs 240 --seed 1` is this very day, with everything printed. */
const size = { agents: 24, queues: 4, handoffs: 240 };
const seed = 1;

const played: Evidence[] = [];

function evidence(): Evidence {
  const [day] = played;
  if (!day) throw new Error("The day has not been played.");
  return day;
}

beforeAll(async () => {
  const random = createRandom(seed);
  const plan = planDay(size, random.stream("plan"));
  const day = await playDay(plan, random.stream("play"));
  played.push(await readEvidence(plan, day));
  await day.close();
}, 120_000);

describe(`a day of ${size.agents} people and ${size.handoffs} customers, seed ${seed}`, () => {
  it.each(allChecks)("keeps its promise: $name", ({ find }) => {
    expect(find(evidence())).toEqual([]);
  });
});

describe("the checks of the simulated day", () => {
  it.each(sabotages)("notice $name: $pretends", ({ breaks, apply }) => {
    const check = allChecks.find(({ name }) => name === breaks);
    expect(check?.find(apply(evidence()))).not.toEqual([]);
  });

  it.each(allChecks)("are each shown to notice something: $name", ({ name }) => {
    expect(sabotages.map(({ breaks }) => breaks)).toContain(name);
  });
});
