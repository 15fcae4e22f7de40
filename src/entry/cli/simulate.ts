import { readFile } from "node:fs/promises";
import { printSimulation } from "../simulate/print.ts";
import { readScript } from "../simulate/read-script.ts";
import { runScript } from "../simulate/run-script.ts";
import type { Command } from "./command.ts";
import { reportProblems } from "./report-problems.ts";

/** Plays scripts through the real engine. Without a single expectation nothing is proved, and nothing fails. */
export const simulate: Command = async ({ words, isJson }) => {
  if (words.length === 0) return "misunderstood";
  const scripts = await Promise.all(words.map(read));
  const problems = scripts.flatMap((script) => (script.status === "invalid" ? script.problems : []));
  if (problems.length > 0) {
    reportProblems(problems, isJson);
    return 1;
  }
  const simulations = [];
  for (const script of scripts) {
    if (script.status === "invalid") continue;
    const simulation = await runScript(script.script);
    simulations.push(simulation);
    if (!isJson) console.log(printSimulation(simulation));
  }
  const failed = simulations.reduce((sum, simulation) => sum + simulation.failed, 0);
  if (isJson) console.log(JSON.stringify({ status: failed === 0 ? "passed" : "failed", simulations }));
  return failed === 0 ? 0 : 1;
};

async function read(file: string) {
  try {
    return readScript(file, await readFile(file, "utf8"));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    return { status: "invalid", problems: [`${file} cannot be read (${code}). Check the path.`] } as const;
  }
}
