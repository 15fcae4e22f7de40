/** `npm run chaos`: kills real processes under load and proves from outside that no promise was broken. */

import { readOptions } from "../support/options.ts";
import { createRandom } from "../support/random.ts";
import { allChecks } from "./checks/all-checks.ts";
import { renderCounts } from "./counts.ts";
import { sabotages } from "./sabotages/all-sabotages.ts";
import { runStorm, type Scenario, scenarios } from "./scenario.ts";

const { flags, values } = readOptions({ flags: ["short"], values: ["seed", "sabotage", "only"] });
const seed = values.seed === null ? Date.now() % 1_000_000 : Number(values.seed);
const size = flags.short
  ? {
      ...{ stormMs: 7_000, customers: 24, agents: 4, calmMs: 30_000 },
      leaver: { conversations: 60, followUps: 16, deals: 10 },
      cuts: { out: { marks: [0.05], calls: 1 }, back: { marks: [0.2], calls: 1 } },
    }
  : {
      ...{ stormMs: 40_000, customers: 40, agents: 6, calmMs: 40_000 },
      leaver: { conversations: 300, followUps: 60, deals: 24 },
      cuts: { out: { marks: [0.05, 0.3, 0.55], calls: 2 }, back: { marks: [0.1, 0.5], calls: 1 } },
    };
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
for (const scenario of chosen) console.log([`\n${scenario.name}`, ...(await judge(scenario))].join("\n"));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

async function judge(scenario: Scenario): Promise<readonly string[]> {
  const startedAt = Date.now();
  try {
    const result = await runStorm({ scenario, random: createRandom(seed).stream(scenario.name), ...size });
    const evidence = sabotaged(result.evidence);
    const judged = allChecks.map((check) => ({ name: check.name, faults: check.find(evidence) }));
    const hasFailed = judged.some(({ faults }) => faults.length > 0);
    return [
      renderCounts(result),
      `${Math.round((Date.now() - startedAt) / 1_000)} s`,
      ...judged.flatMap(({ name, faults }) => report(name, faults)),
      ...(hasFailed ? [lastWarnings(result.log)] : []),
    ];
  } catch (error) {
    return report("the scenario runs to its end", [error instanceof Error ? error.message : String(error)]);
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

function report(name: string, faults: readonly string[]): readonly string[] {
  if (faults.length === 0) passed += 1;
  else failed += 1;
  const more = faults.length > shownFaults ? [`      … and ${faults.length - shownFaults} more`] : [];
  const shown = faults.slice(0, shownFaults).map((fault) => `      ${fault}`);
  return [`${faults.length === 0 ? "pass" : "FAIL"}  ${name}`, ...shown, ...more];
}
