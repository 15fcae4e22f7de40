import { type ParseArgsConfig, parseArgs } from "node:util";
import type { Explain } from "../command.ts";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** The options of a command as they were written, and the other words; `null`: they cannot be, and it was explained why. */
export function readOptions<const Known extends Options>(words: readonly string[], options: Known, explain: Explain) {
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options });
    return { values, positionals };
  } catch (error) {
    explain(describe(error, options));
    return null;
  }
}

/** Whether an option says one of these; otherwise it was explained which there are. */
export function isOneOf<const Known extends string>(
  given: string,
  { option, known }: { readonly option: string; readonly known: readonly Known[] },
  explain: Explain,
): given is Known {
  if (known.some((each) => each === given)) return true;
  explain(`${option} must be ${orOf(known)}, not ${quoted(given)}.`);
  return false;
}

export function quoted(given: string): string {
  return JSON.stringify(given.length > longest ? `${given.slice(0, longest)}…` : given);
}

const longest = 80;

function orOf(known: readonly string[]): string {
  const last = known.at(-1) ?? "";
  return known.length < 2 ? last : `${known.slice(0, -1).join(", ")} or ${last}`;
}

const unknown = /^Unknown option '([^']+)'/;
const named = /^Option '(?:-\w, )?--([\w-]+)/;

function describe(error: unknown, options: Options): string {
  const message = error instanceof Error ? error.message : String(error);
  const names = Object.keys(options).map((name) => `--${name}`);
  const strange = unknown.exec(message)?.[1];
  if (strange !== undefined) {
    return names.length === 0
      ? `There are no options, not even ${strange}.`
      : `There is no option ${strange}. There are ${names.join(", ")}.`;
  }
  const option = named.exec(message)?.[1] ?? "";
  const type = options[option]?.type;
  if (type === undefined) return message.split("\n")[0] ?? message;
  return type === "string" ? `--${option} needs a value after it.` : `--${option} takes no value.`;
}
