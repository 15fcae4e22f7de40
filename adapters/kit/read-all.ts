import { type ConfigProblem, problemsOf, type Read } from "./config-result.ts";

type Values<Reads> = { readonly [Name in keyof Reads]: Reads[Name] extends Read<infer Value> ? Value : never };

/** Several settings as one: all values, or all problems. */
export function readAll<Reads extends Readonly<Record<string, Read<unknown>>>>(
  reads: Reads,
):
  | { readonly status: "read"; readonly value: Values<Reads> }
  | { readonly status: "invalid"; readonly problems: readonly ConfigProblem[] } {
  const problems = problemsOf(Object.values(reads));
  if (problems.length > 0) return { status: "invalid", problems };
  const values = Object.entries(reads).map(([name, read]) => [name, read.status === "read" ? read.value : null]);
  return { status: "read", value: Object.fromEntries(values) as Values<Reads> };
}
