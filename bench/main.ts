/** `npm run bench`: the figures of DESIGN §9, ratios side by side in one run. See docs/performance.md. */
import { measureAcknowledge } from "./rows/acknowledge.ts";
import { measureCaseHandoff } from "./rows/case-handoff.ts";
import { measureCycle } from "./rows/cycle.ts";
import { measureDetection } from "./rows/detection.ts";
import { openHall, type Size } from "./rows/hall.ts";
import { measureLiveFeed } from "./rows/live-feed.ts";
import { measureRouting } from "./rows/routing.ts";
import { cellsOf, hasPassed, type Row } from "./rows/row.ts";
import { measureStart } from "./rows/start.ts";
import { measureStored } from "./rows/stored.ts";
import { measureTwoProcesses } from "./rows/two-processes.ts";
import { describeMachine, describeSpeed, waitForQuiet } from "./support/machine.ts";
import { readOptions } from "./support/options.ts";
import { renderTable } from "./support/table.ts";

const parts = [
  "detection",
  "routing",
  "acknowledge",
  "cycle",
  "live-feed",
  "stored",
  "two-processes",
  "start",
  "case-handoff",
] as const;
type Part = (typeof parts)[number];

const { flags, values } = readOptions({ flags: ["quick", "full"], values: ["rounds", "only"] });
const size: Size = flags.quick
  ? {
      rounds: 1,
      firstRunMs: 800,
      warmUpMs: 300,
      measureMs: 800,
      patienceMs: 500,
      connections: 32,
      storedCounts: [1_000, 20_000],
    }
  : {
      rounds: Number(values.rounds ?? 5),
      firstRunMs: 2_000,
      warmUpMs: 1_000,
      measureMs: 3_000,
      patienceMs: 8_000,
      connections: 32,
      storedCounts: flags.full ? [1_000, 100_000, 1_000_000] : [1_000, 100_000],
    };
/** Of the live-feed row when the cycle was not measured in the same run. */
const assumedMaximum = 1_000;

const wanted = (part: Part) => values.only === null || values.only.split(",").includes(part);
console.log(describeMachine());
console.log(describeSpeed());
console.log(`${size.rounds} interleaved rounds of ${size.measureMs / 1000} s, ${size.connections} connections`);
console.log(`busy with other things at the start: ${Math.round((await waitForQuiet(size.patienceMs)) * 100)} %\n`);

const all: Row[] = [];
const hall = await openHall(size, []);
try {
  if (wanted("detection")) show(measureDetection());
  if (wanted("routing")) show(await measureRouting());
  if (wanted("start")) show(await measureStart(size));
  if (wanted("acknowledge")) show(await measureAcknowledge(hall));
  const cycle = wanted("cycle") ? await measureCycle(hall) : { rows: [], maximum: assumedMaximum };
  show(cycle.rows);
  if (wanted("live-feed")) show(await measureLiveFeed(hall, cycle.maximum));
  if (wanted("two-processes")) show(await measureTwoProcesses(hall));
  if (wanted("case-handoff")) show(await measureCaseHandoff());
  if (wanted("stored")) show(await measureStored(hall));
} finally {
  await hall.close();
}

const header = ["what", "target", "measured", "", "beside it"];
console.log(`\n${renderTable(header, all.map(cellsOf))}`);
const verdicts = all.map(hasPassed);
const missed = verdicts.filter((verdict) => verdict === false).length;
console.log(`\n${verdicts.filter((verdict) => verdict === true).length} targets met, ${missed} missed`);
process.exit(missed > 0 ? 1 : 0);

/** As soon as it is known: a long run should not be silent. */
function show(rows: readonly Row[]): void {
  all.push(...rows);
  for (const measured of rows)
    console.log(
      cellsOf(measured)
        .filter((cell) => cell !== "")
        .join("  "),
    );
}
