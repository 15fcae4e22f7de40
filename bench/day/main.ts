/** `npm run simulate:day`: by itself a day of 500 people, 20 queues and 20,000 handoffs through the real engine. */
import { readOptions } from "../support/options.ts";
import { createRandom } from "../support/random.ts";
import { readEvidence } from "./evidence.ts";
import { planDay } from "./plan-day.ts";
import { playDay } from "./play-day.ts";
import { printChecks, printDay } from "./print-day.ts";
import { sabotages } from "./sabotage.ts";

const { values } = readOptions({ flags: [], values: ["agents", "queues", "handoffs", "seed", "sabotage"] });
const number = (given: string | null, usual: number) => (given === null ? usual : Number.parseInt(given, 10));
const size = {
  agents: number(values.agents, 500),
  queues: number(values.queues, 20),
  handoffs: number(values.handoffs, 20_000),
};
const seed = number(values.seed, 1);
const random = createRandom(seed);

console.log(`A day of ${size.agents} people, ${size.queues} queues and ${size.handoffs} customers, seed ${seed}\n`);
const began = performance.now();
const plan = planDay(size, random.stream("plan"));
const day = await playDay(plan, random.stream("play"));
const seconds = (performance.now() - began) / 1_000;
const sabotage = sabotages.find(({ name }) => name === values.sabotage);
if (values.sabotage !== null && !sabotage) throw new Error(`Known: ${sabotages.map(({ name }) => name).join(" ")}`);
const seen = await readEvidence(plan, day);
const evidence = sabotage ? sabotage.apply(seen) : seen;
printDay(evidence);
const { commits } = evidence.witnessed;
const playedSeconds = (plan.endsAt - plan.startsAt) / 1_000;
console.log(
  `\n${commits} commits at ${day.moments} moments in ${seconds.toFixed(0)} s: ` +
    `${Math.round(commits / seconds)} commits/s, ${Math.round(playedSeconds / seconds)} times as fast as the day itself`,
);
const faults = printChecks(evidence);
await day.close();
console.log(faults === 0 ? "\nEvery promise was kept, and the report is right." : `\n${faults} FAULTS`);
process.exitCode = faults === 0 ? 0 : 1;
