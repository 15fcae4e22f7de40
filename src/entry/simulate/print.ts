import type { SimulationBody } from "../../protocol/simulations.ts";
import { printEntry } from "./print-entry.ts";
import type { Happened, Simulation } from "./run-script.ts";

export interface PrintOptions {
  /** Also how it was decided (what was heard, and what every rule said), and what is stored to be done. */
  readonly withTrace?: boolean;
}

type Line = SimulationBody["timeline"][number];

/** A simulation as lines for people. */
export function printSimulation({ happened, ...simulation }: Simulation, options: PrintOptions = {}): string {
  return printTimeline({ ...simulation, timeline: happened.map(lineOf) }, options);
}

export function printTimeline(
  { name, timeline, passed, failed }: Pick<SimulationBody, "name" | "timeline" | "passed" | "failed">,
  { withTrace = false }: PrintOptions = {},
): string {
  const shown = timeline.filter(({ kind }) => withTrace || (kind !== "why" && kind !== "effect"));
  const verdict =
    failed === 0 ? `all ${passed} expectations hold` : `${failed} of ${passed + failed} expectations FAILED`;
  return [name, "", ...shown.map(printLine), "", verdict, ""].join("\n");
}

export function lineOf(entry: Happened): Line {
  const { atMs } = entry;
  if (entry.kind === "remark") return { atMs, kind: "remark", customer: null, text: entry.text };
  if (entry.kind === "check") {
    const verdict = entry.problem === null ? "ok  " : "FAIL";
    const text = `${verdict}      ${entry.claim}${entry.problem === null ? "" : `: ${entry.problem}`}`;
    return { atMs, kind: "check", customer: null, text };
  }
  const { customer } = entry;
  return { atMs, kind: kinds[entry.type], customer, text: printEntry(entry, customer) };
}

const kinds = {
  message: "message",
  delivery: "delivery",
  decision: "decision",
  effect: "effect",
  decided: "why",
  notification: "told",
} as const;

const afterTime = "\n".padEnd(14);
const afterWord = "\n".padEnd(24);

/** Checks and remarks stand out by what they begin with; everything else is named. */
function printLine({ atMs, kind, text }: Line): string {
  if (kind === "check") return `${clock(atMs)}  ${text}`;
  const word = kind === "remark" ? "·" : kind;
  return `${clock(atMs)}  ${word.padEnd(10)}${withBreaks(text, kind === "why" ? afterTime : afterWord)}`;
}

function withBreaks(text: string, lineBreak: string): string {
  return text.replaceAll(/\n(?=.)/g, lineBreak);
}

/** `1:02:03.400`, from the start of the simulation. */
function clock(ms: number): string {
  const pad = (value: number, length = 2) => String(value).padStart(length, "0");
  const [hours, minutes, rest] = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, ms % 60_000];
  return `${hours}:${pad(minutes)}:${pad(Math.floor(rest / 1000))}.${pad(rest % 1000, 3)}`;
}
