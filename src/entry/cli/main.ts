import { parseArgs } from "node:util";
import type { Environment } from "../../../adapters/kit/config-result.ts";
import type { Command } from "./command.ts";
import { help } from "./help.ts";

/** Loaded when asked for: each needs other parts of the house. */
const commands: ReadonlyMap<string | undefined, () => Promise<Command>> = new Map([
  ["start", async () => (await import("./start.ts")).start],
  ["check", async () => (await import("./check.ts")).check],
  ["simulate", async () => (await import("./simulate.ts")).simulate],
  ["demo", async () => (await import("./demo-remove.ts")).removeDemoCommand],
]);

/** @returns the exit status: 0 it is so, 1 it is not, 2 it was not understood. */
export async function main(words: readonly string[], environment: Environment): Promise<number> {
  const parsed = parse(words);
  if (parsed === null) return misunderstood("Unknown option.");
  const { name, rest, isJson, wantsHelp } = parsed;
  if (wantsHelp || name === "help") {
    console.log(help);
    return 0;
  }
  const load = commands.get(name);
  if (!load) return misunderstood(name === undefined ? "Say what to do." : `There is no command ${name}.`);
  const command = await load();
  const status = await command({ words: rest, environment, isJson });
  return status === "misunderstood" ? misunderstood(`baton ${name} was not understood.`) : status;
}

function parse(words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { json: { type: "boolean", default: false }, help: { type: "boolean", short: "h", default: false } },
    });
    const [name, ...rest] = positionals;
    return { name, rest, isJson: values.json, wantsHelp: values.help };
  } catch {
    return null;
  }
}

function misunderstood(why: string): number {
  console.error(`${why}\n\n${help}`);
  return 2;
}
