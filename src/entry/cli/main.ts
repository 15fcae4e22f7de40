import type { Environment } from "../../../adapters/kit/config-result.ts";
import { nearestName } from "../../core/messages/check/nearest-name.ts";
import type { Command, CommandLine } from "./command.ts";
import { help, helpOf } from "./help.ts";
import { readOptions } from "./options/read-options.ts";
import { reportProblems } from "./options/report-problems.ts";

/** `eval` also ends with 2: what it was given cannot be read. */
type AnyCommand = Command | ((line: CommandLine) => Promise<0 | 2 | "misunderstood">);

/** Loaded when asked for: each needs other parts of the house. */
const commands: ReadonlyMap<string | undefined, () => Promise<AnyCommand>> = new Map<string, () => Promise<AnyCommand>>(
  [
    ["start", async () => (await import("./server/start.ts")).start],
    ["check", async () => (await import("./server/check.ts")).check],
    ["simulate", async () => (await import("./trials/simulate.ts")).simulate],
    ["eval", async () => (await import("./trials/eval.ts")).evaluation],
    ["backtest", async () => (await import("./trials/backtest.ts")).backtest],
    ["wallboard", async () => (await import("./reports/wallboard.ts")).wallboard],
    ["conversations", async () => (await import("./handling/conversations.ts")).conversations],
    ["requests", async () => (await import("./handling/requests.ts")).requests],
    ["keys", async () => (await import("./people/keys.ts")).keys],
    ["agents", async () => (await import("./people/agents.ts")).agents],
    ["customers", async () => (await import("./people/customers.ts")).customers],
    ["handoff-cases", async () => (await import("./handling/handoff-cases.ts")).handoffCases],
    ["tasks", async () => (await import("./handling/tasks.ts")).tasks],
    ["ratings", async () => (await import("./reports/ratings.ts")).ratings],
    ["report", async () => (await import("./reports/report.ts")).report],
    ["export", async () => (await import("./reports/report-export.ts")).exportRows],
    ["webhooks", async () => (await import("./people/webhooks.ts")).webhooks],
    ["dead-letters", async () => (await import("./server/dead-letters.ts")).deadLetters],
    ["settings", async () => (await import("./settings/settings.ts")).settings],
    ["demo", async () => (await import("./server/demo-remove.ts")).removeDemoCommand],
  ],
);

/** Commands that read options of their own among the words that follow them. */
const withOwnOptions: ReadonlySet<string | undefined> = new Set([
  "wallboard",
  "conversations",
  "requests",
  "ratings",
  "webhooks",
  "dead-letters",
  "report",
  "export",
  "simulate",
  "backtest",
  "settings",
  "keys",
  "agents",
  "handoff-cases",
  "tasks",
  "eval",
]);

/** @returns the exit status: 0 it is so, 1 it is not, 2 it was not understood. */
export async function main(words: readonly string[], environment: Environment): Promise<number> {
  const parsed = parse(words);
  if ("problem" in parsed) return misunderstood(parsed.problem, helpOf(words[0] ?? "") ?? pointer);
  const { name, rest, isJson, wantsHelp } = parsed;
  if (name === "help") return explainCommand(rest[0], isJson);
  if (wantsHelp) return explainCommand(commands.has(name) ? name : undefined, isJson);
  const load = commands.get(name);
  if (name === undefined) return misunderstood("Say what to do.", help);
  if (!load) return unknownCommand(name, isJson);
  const command = await load();
  const problems: string[] = [];
  const status = await command({ words: rest, environment, isJson, explain: (problem) => void problems.push(problem) });
  if (status !== "misunderstood") return status;
  const [first] = problems;
  return first === undefined
    ? misunderstood(`baton ${name} was not understood.`, helpOf(name) ?? help)
    : explained(first, isJson);
}

function parse(words: readonly string[]) {
  return withOwnOptions.has(words[0]) ? parseAround(words) : parseAll(words);
}

/** Takes out what every command understands, and leaves the rest to the command. */
function parseAround([name, ...others]: readonly string[]) {
  const isOurs = (word: string) => ["--json", "--help", "-h"].includes(word);
  const rest = others.filter((word) => !isOurs(word));
  const wantsHelp = others.some((word) => isOurs(word) && word !== "--json");
  return { name, rest, isJson: others.includes("--json"), wantsHelp };
}

const everywhere = {
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

function parseAll(words: readonly string[]) {
  const problems: string[] = [];
  const read = readOptions(words, everywhere, (problem) => void problems.push(problem));
  if (!read) return { problem: problems.join(" ") };
  const { values, positionals } = read;
  const [name, ...rest] = positionals;
  return { name, rest, isJson: values.json, wantsHelp: values.help };
}

/** One command's part, or all there is. */
function explainCommand(name: string | undefined, isJson: boolean): number {
  if (name === undefined) console.log(help);
  else {
    const text = helpOf(name);
    if (text === null) return unknownCommand(name, isJson);
    console.log(text);
  }
  return 0;
}

const pointer = "`baton help` lists every command.";

/** A slip of the finger needs the word that was meant, not all there is. */
function unknownCommand(name: string, isJson: boolean): number {
  const known = [...commands.keys()].flatMap((command) => command ?? []);
  const meant = nearestName(name, [...known, "help"]);
  const line = `There is no command ${name}.${meant === null ? "" : ` Did you mean baton ${meant}?`}`;
  return explained(isJson ? line : `${line}\n${pointer}`, isJson);
}

/** Whoever was that close needs one line, not all there is. */
function explained(problem: string, isJson: boolean): number {
  if (isJson) reportProblems([problem], isJson);
  else console.error(problem);
  return 2;
}

function misunderstood(why: string, there: string): number {
  console.error(`${why}\n\n${there}`);
  return 2;
}
