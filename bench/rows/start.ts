import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChild } from "../support/child.ts";
import { freePort } from "../support/free-port.ts";
import { choosePins, waitForQuiet } from "../support/machine.ts";
import { median } from "../support/statistics.ts";
import { waitUntil } from "../support/wait-until.ts";
import { type Row, row } from "./row.ts";

const projectRoot = join(import.meta.dirname, "../..");
/** /proc counts in these; fixed on Linux. */
const tickMs = 10;

/** From the start of the real command to its first answer. */
export async function measureStart({ rounds, patienceMs }: { rounds: number; patienceMs: number }): Promise<Row[]> {
  const tookMs: number[] = [];
  const cpuMs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await waitForQuiet(patienceMs);
    const started = await startOnce();
    tookMs.push(started.tookMs);
    cpuMs.push(started.cpuMs);
  }
  const beside = `CPU ${Math.round(median(cpuMs))} ms`;
  return [
    row("start of the process → first answer", {
      value: median(tookMs) / 1000,
      unit: "s",
      target: { below: 1 },
      beside,
    }),
  ];
}

async function startOnce(): Promise<{ tookMs: number; cpuMs: number }> {
  const folder = await mkdtemp(join(tmpdir(), "baton-start-"));
  const port = await freePort();
  const [command = process.execPath, ...args] = [...choosePins().server, process.execPath, "src/entry/cli.ts", "start"];
  const startedAt = performance.now();
  const child = startChild({
    command,
    args,
    env: {
      PATH: process.env.PATH ?? "",
      HOST: "127.0.0.1",
      PORT: String(port),
      BATON_DATA_DIR: join(folder, "data"),
      BATON_DEMO: "off",
    },
    cwd: projectRoot,
    logFile: join(folder, "log"),
  });
  try {
    const answers = () =>
      fetch(`http://127.0.0.1:${port}/live`)
        .then((response) => response.ok)
        .catch(() => false);
    const isUp = await waitUntil(answers, { timeoutMs: 30_000, everyMs: 5 });
    const tookMs = performance.now() - startedAt;
    if (!isUp) throw new Error(`The server did not start: ${await readFile(join(folder, "log"), "utf8")}`);
    const fields = (await readFile(`/proc/${child.pid}/stat`, "utf8").catch(() => "")).split(" ");
    return { tookMs, cpuMs: (Number(fields[13]) + Number(fields[14])) * tickMs };
  } finally {
    await child.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
