import { type ReportName, reportNames } from "../../src/core/reports/named-reports.ts";
import { dayMs } from "../../src/engine/reports/documents.ts";
import type { ReportRunner } from "../../src/engine/reports/report-runner.ts";
import { createReportWorker } from "../../src/entry/node/report-worker-client.ts";
import type { ReportPlace } from "../../src/entry/node/report-worker-reader.ts";
import { median } from "../support/statistics.ts";

interface ReportTimes {
  readonly name: ReportName;
  /** The first report of a thread that has just been started, its start included. */
  readonly cold: Took;
  /** The same again, a few times: the median. */
  readonly warm: Took;
}

/** Where others use the machine as well, the processor's time is the better measure. */
interface Took {
  readonly wallMs: number;
  /** Of all threads: compiling and collecting go on beside counting. */
  readonly processorMs: number;
}

const triesCold = 3;
const triesWarm = 7;

/** Every report over the last 30 days by queue, each in threads of its own: nothing is known from another. */
export async function timeReports(place: ReportPlace): Promise<readonly ReportTimes[]> {
  const times: ReportTimes[] = [];
  for (const name of reportNames) {
    const [cold, warm]: [Took[], Took[]] = [[], []];
    for (let tried = 0; tried < triesCold; tried++) {
      const worker = createReportWorker(place);
      cold.push(await timeOne(worker.runner, name));
      const again = tried === triesCold - 1 ? triesWarm : 0;
      for (let count = 0; count < again; count++) warm.push(await timeOne(worker.runner, name));
      await worker.close();
    }
    times.push({ name, cold: middleOf(cold), warm: middleOf(warm) });
  }
  return times;
}

function middleOf(took: readonly Took[]): Took {
  return {
    wallMs: median(took.map(({ wallMs }) => wallMs)),
    processorMs: median(took.map(({ processorMs }) => processorMs)),
  };
}

async function timeOne(runner: ReportRunner, name: ReportName): Promise<Took> {
  const now = Date.now();
  const period = { from: now - 30 * dayMs, to: now + 1, timeZone: "Europe/Berlin" };
  const [startedAt, usage] = [performance.now(), process.cpuUsage()];
  const outcome = await runner.run({
    ...{ name, period, now, by: ["queue"], filters: {}, before: null, answerWithinSeconds: 60 },
  });
  const wallMs = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(usage);
  if (outcome.status !== "counted" || outcome.report.groups.length === 0) throw new Error(`${name}: nothing counted`);
  return { wallMs, processorMs: (user + system) / 1_000 };
}
