import { createHmac } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { delimiter, join } from "node:path";
import { childPids } from "./child.ts";
import { sleep } from "./sleep.ts";
import { median } from "./statistics.ts";

/** Which core does what: the server alone on one, everything around it on the other. */
export interface Pins {
  readonly server: readonly string[];
  readonly others: readonly string[];
}

export function choosePins(): Pins {
  if (cpus().length < 2 || !hasTaskset()) return { server: [], others: [] };
  return { server: ["taskset", "-c", "0"], others: ["taskset", "-c", "1"] };
}

export function describeMachine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${first?.model.trim() ?? "unknown"}, ${memory} GiB, ${process.platform}, Node ${process.version}`;
}

/** One core's speed at the moment, to read absolute figures by: shared machines differ by a factor of five. */
export function describeSpeed(): string {
  const body = Buffer.alloc(500, "x");
  const samples = Array.from({ length: 5_000 }, () => {
    const startedAt = performance.now();
    createHmac("sha256", "key").update(body).digest();
    return performance.now() - startedAt;
  });
  return `${(median(samples) * 1000).toFixed(1)} µs for the HMAC-SHA256 of 500 bytes`;
}

/** Waits until others leave the machine alone, at most this long; answers how busy it was at the end, 0 to 1. */
export async function waitForQuiet(patienceMs: number): Promise<number> {
  const endsAt = Date.now() + patienceMs;
  let busy = await busyShare(400);
  while (busy > 0.1 && Date.now() < endsAt) busy = await busyShare(1_000);
  return busy;
}

export interface Watch {
  /** The share of the machine that was used by others than us since it began, 0 to 1. */
  end(): number;
}

/** How much of the machine others took while something was measured: says which figures to believe. */
export function watchOthers(): Watch {
  const before = readTimes();
  const ownBefore = ownTicks();
  return {
    end() {
      const after = readTimes();
      const total = after.total - before.total;
      const busy = total - (after.idle - before.idle);
      return total === 0 ? 0 : Math.max(0, busy - (ownTicks() - ownBefore)) / total;
    },
  };
}

/** Of this process and all that it started, in the ticks of /proc. */
function ownTicks(): number {
  return [process.pid, ...childPids()].reduce((sum, pid) => sum + ticksOf(pid), 0);
}

function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return Number(fields[11]) + Number(fields[12]);
  } catch {
    // It ended meanwhile.
    return 0;
  }
}

async function busyShare(ms: number): Promise<number> {
  const before = readTimes();
  await sleep(ms);
  const after = readTimes();
  const total = after.total - before.total;
  return total === 0 ? 0 : 1 - (after.idle - before.idle) / total;
}

function readTimes(): { idle: number; total: number } {
  const [line = ""] = readFileSync("/proc/stat", "utf8").split("\n");
  const times = line.trim().split(/\s+/).slice(1, 9).map(Number);
  // idle and iowait
  return { idle: (times[3] ?? 0) + (times[4] ?? 0), total: times.reduce((sum, time) => sum + time, 0) };
}

function hasTaskset(): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, "taskset")));
}
