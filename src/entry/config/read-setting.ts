import type { ConfigProblem, Environment } from "../../../adapters/kit/config-result.ts";

/** Problems are collected rather than thrown, so that reading goes on to the next setting. */
interface Context {
  readonly environment: Environment;
  readonly problems: ConfigProblem[];
}

/** An empty variable counts as unset: that is how compose files and `.env` leave one out. */
export function readText({ environment }: Context, variable: string): string | null {
  return environment[variable]?.trim() || null;
}

export function readWholeNumber(
  context: Context,
  variable: string,
  { min, max }: { min: number; max: number },
): number | null {
  const value = readText(context, variable);
  if (value === null) return null;
  const number = /^\d{1,12}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= min && number <= max) return number;
  return complain(context, variable, `must be a whole number from ${min} to ${max}.`);
}

export function readChoice<const Choice extends string>(
  context: Context,
  variable: string,
  choices: readonly Choice[],
): Choice | null {
  const value = readText(context, variable);
  if (value === null) return null;
  const choice = choices.find((known) => known === value.toLowerCase());
  return choice ?? complain(context, variable, `must be one of ${choices.join(", ")}.`);
}

export function readPattern(
  context: Context,
  variable: string,
  { pattern, expected }: { pattern: RegExp; expected: string },
): string | null {
  const value = readText(context, variable);
  if (value === null || pattern.test(value)) return value;
  return complain(context, variable, `${expected}.`);
}

export function readUrl(context: Context, variable: string, schemes: readonly string[]): string | null {
  const value = readText(context, variable);
  if (value === null) return null;
  const scheme = URL.parse(value)?.protocol;
  if (scheme !== undefined && schemes.includes(scheme)) return value;
  return complain(
    context,
    variable,
    `must be a full address beginning with ${schemes.map((s) => `${s}//`).join(" or ")}.`,
  );
}

/** Never with the value: it may be a secret (I15). */
export function problemAbout(variable: string, problem: string): ConfigProblem {
  return { variable, problem: `${variable} ${problem}` };
}

function complain({ problems }: Context, variable: string, problem: string): null {
  problems.push(problemAbout(variable, problem));
  return null;
}
