/** `npm run chaos`: kills real processes under load and proves from outside that no promise was broken. */

import { readOptions } from "../support/options.ts";
import { createRandom } from "../support/random.ts";
import { allChecks } from "./checks/all-checks.ts";
import { renderCounts } from "./counts.ts";
import { sabotages } from "./sabotage.ts";
import { runStorm, type Scenario, scenarios } from "./scenario.ts";

const { flags, values } = readOptions({ flags: ["short"], values: ["seed", "sabotage", "only"] });
const seed = values.seed === null ? Date.now() % 1_000_000 : Number(values.seed);
const size = flags.short
  ? { stormMs: 11_000, customers: 24, agents: 4, calmMs: 15_000 }
  : { stormMs: 50_000, customers: 40, agents: 6, calmMs: 30_000 };
const shownFaults = 10;
const shownWarnings = 30;
const wholeRunMs = 4 * 60_000 + 30_000;

let passed = 0;
let failed = 0;

// Whatever hangs: the run ends, its children with it, and it has not passed.
setTimeout(() => {
  console.log(`\nNo end after ${wholeRunMs / 1000} s.\n${passed} passed, ${failed + 1} failed`);
  process.exit(1);
}, wholeRunMs).unref();

console.log(`seed ${seed}${values.sabotage === null ? "" : `, sabotaged: ${values.sabotage}`}`);
const chosen = scenarios.filter((_, index) => values.only === null || values.only === String(index + 1));
for (const scenario of chosen) await judge(scenario);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

async function judge(scenario: Scenario): Promise<void> {
  console.log(`\n${scenario.name}`);
  try {
    const result = await runStorm({ scenario, random: createRandom(seed).stream(scenario.name), ...size });
    console.log(renderCounts(result));
    const evidence = sabotaged(result.evidence);
    const failedBefore = failed;
    for (const check of allChecks) report(check.name, check.find(evidence));
    if (failed > failedBefore) console.log(lastWarnings(result.log));
  } catch (error) {
    report("the scenario runs to its end", [error instanceof Error ? error.message : String(error)]);
  }
}

function sabotaged(evidence: Parameters<(typeof sabotages)[number]["apply"]>[0]): typeof evidence {
  if (values.sabotage === null) return evidence;
  const sabotage = sabotages.find(({ name }) => name === values.sabotage);
  if (!sabotage) throw new Error(`--sabotage is one of ${sabotages.map(({ name }) => name).join(", ")}.`);
  return sabotage.apply(evidence);
}

function lastWarnings(log: string): string {
  const warnings = log.split("\n").filter((line) => line.startsWith("{"));
  return ["the servers' last warnings:", ...warnings.slice(-shownWarnings)].join("\n");
}

function report(name: string, faults: readonly string[]): void {
  if (faults.length === 0) passed += 1;
  else failed += 1;
  console.log(`${faults.length === 0 ? "pass" : "FAIL"}  ${name}`);
  for (const fault of faults.slice(0, shownFaults)) console.log(`      ${fault}`);
  if (faults.length > shownFaults) console.log(`      … and ${faults.length - shownFaults} more`);
}
