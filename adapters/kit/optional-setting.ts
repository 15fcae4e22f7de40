/** Reading a setting that may be left out: `null` then, a problem when it is there and wrong. */
import type * as z from "zod";
import type { Environment, Read } from "./config-result.ts";
import { parseJson } from "./parse-json.ts";

const maxJsonBytes = 64 * 1024;

export function optionalText(
  environment: Environment,
  variable: string,
  { maxLength, pattern, expected }: { maxLength: number; pattern?: RegExp; expected?: string },
): Read<string | null> {
  const value = environment[variable]?.trim() || null;
  if (value === null) return { status: "read", value };
  if (value.length > maxLength) return problem(variable, `has more than ${maxLength} characters.`);
  if (pattern && !pattern.test(value)) return problem(variable, `${expected ?? "has characters that do not belong"}.`);
  return { status: "read", value };
}

export function optionalChoice<const Choice extends string>(
  environment: Environment,
  variable: string,
  choices: readonly Choice[],
): Read<Choice | null> {
  const value = environment[variable]?.trim().toLowerCase() || null;
  const choice = choices.find((known) => known === value) ?? null;
  if (value !== null && choice === null) return problem(variable, `must be one of ${choices.join(", ")}.`);
  return { status: "read", value: choice };
}

export function optionalWholeNumber(
  environment: Environment,
  variable: string,
  { min, max }: { min: number; max: number },
): Read<number | null> {
  const value = environment[variable]?.trim() || null;
  if (value === null) return { status: "read", value };
  const number = /^\d{1,12}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= min && number <= max) return { status: "read", value: number };
  return problem(variable, `must be a whole number from ${min} to ${max}.`);
}

/** JSON written into the variable itself, so that it can be set where there are no files. */
export function optionalJson<Schema extends z.ZodType>(
  environment: Environment,
  variable: string,
  schema: Schema,
): Read<z.output<Schema> | null> {
  const value = environment[variable]?.trim() || null;
  if (value === null) return { status: "read", value };
  const parsed = parseJson(new TextEncoder().encode(value), { schema, maxBytes: maxJsonBytes });
  if (parsed.status === "parsed") return { status: "read", value: parsed.value };
  return problem(variable, `is not what it should be. ${parsed.detail}`);
}

export function problem(variable: string, text: string): Extract<Read<never>, { status: "problem" }> {
  return { status: "problem", problem: { variable, problem: `${variable} ${text}` } };
}
