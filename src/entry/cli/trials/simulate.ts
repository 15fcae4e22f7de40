import { settingsOfFile } from "../../simulate/file-settings.ts";
import { printSimulation } from "../../simulate/print.ts";
import { readScriptFile } from "../../simulate/read-script-file.ts";
import { runScript } from "../../simulate/run-script.ts";
import { type Command, type Explain, unexplained } from "../command.ts";
import { readOptions } from "../options/read-options.ts";
import { reportProblems } from "../options/report-problems.ts";
import { simulateOnServer } from "./simulate-on-server.ts";

/** Plays scripts through the real engine. Without a single expectation nothing is proved, and nothing fails. */
export const simulate: Command = async ({ words, environment, isJson, explain = unexplained }) => {
  const parsed = parse(words, explain);
  if (!parsed) return "misunderstood";
  const { files, withTrace, on } = parsed;
  if (on) return simulateOnServer({ files, draftId: on.draftId, withTrace, environment, isJson });
  const scripts = await Promise.all(files.map(prepare));
  const problems = scripts.flatMap((script) => (script.status === "invalid" ? script.problems : []));
  if (problems.length > 0) {
    reportProblems(problems, isJson);
    return 1;
  }
  const simulations = [];
  for (const prepared of scripts) {
    if (prepared.status === "invalid") continue;
    const simulation = await runScript(prepared.script, { settings: prepared.settings });
    simulations.push(simulation);
    if (!isJson) console.log(printSimulation(simulation, { withTrace }));
  }
  const failed = simulations.reduce((sum, simulation) => sum + simulation.failed, 0);
  if (isJson) console.log(JSON.stringify({ status: failed === 0 ? "passed" : "failed", simulations }));
  return failed === 0 ? 0 : 1;
};

const options = {
  trace: { type: "boolean", default: false },
  draft: { type: "string" },
  "in-force": { type: "boolean", default: false },
} as const;

function parse(words: readonly string[], explain: Explain) {
  const read = readOptions(words, options, explain);
  if (!read || read.positionals.length === 0) return null;
  const { values, positionals: files } = read;
  const isInForce = values["in-force"];
  if (values.draft !== undefined && isInForce) {
    explain("--draft and --in-force are two settings: give one of them.");
    return null;
  }
  const isOnServer = values.draft !== undefined || isInForce;
  return { files, withTrace: values.trace, on: isOnServer ? { draftId: values.draft ?? null } : null };
}

async function prepare(file: string) {
  const read = await readScriptFile(file);
  if (read.status === "invalid") return read;
  const { script, print } = read;
  const chosen = await settingsOfFile({ file, script, print });
  return chosen.status === "invalid" ? chosen : { status: "ready" as const, script, settings: chosen.settings };
}
