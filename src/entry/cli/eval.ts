import { constants, createReadStream } from "node:fs";
import { access, stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type Audience, evaluate, type Input } from "../eval/evaluate.ts";
import { createOutput, type Output } from "../eval/output.ts";
import { printError } from "../eval/print-error.ts";
import { printSummary } from "../eval/print-summary.ts";
import { rowAsJson } from "../eval/row-as-json.ts";
import type { CommandLine } from "./command.ts";

const standardInput = "-";

/** `baton eval FILE…`: scores detection on labelled sentences. A bad score is a finding, not a failure. */
export async function evaluation({ words, isJson }: CommandLine): Promise<0 | 2 | "misunderstood"> {
  const parsed = parse(words);
  if (!parsed) return "misunderstood";
  const problems = (await Promise.all(parsed.files.map(problemWith))).filter((problem) => problem !== null);
  if (problems.length > 0) return fail(problems);
  const output = createOutput(process.stdout);
  try {
    const summary = await evaluate(parsed.files.map(inputOf), audienceOf(output, { isJson, ...parsed }));
    if (summary) output.line(isJson ? JSON.stringify({ summary }) : printSummary(summary));
    await output.flush();
    return 0;
  } catch (error) {
    await output.flush();
    if (!isFileError(error)) throw error;
    return fail([describe(error.path ?? standardInput, error)]);
  }
}

function parse(words: readonly string[]) {
  try {
    const options = { errors: { type: "boolean", default: false } } as const;
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options });
    const isTwice = positionals.filter((file) => file === standardInput).length > 1;
    return positionals.length === 0 || isTwice ? null : { files: positionals, showsErrors: values.errors };
  } catch {
    return null;
  }
}

/** Before the first row: nobody should find a slip of the pen at the end of a long list. */
async function problemWith(file: string): Promise<string | null> {
  if (file === standardInput) return null;
  try {
    await access(file, constants.R_OK);
    return (await stat(file)).isDirectory() ? `${file} is a folder. Name the files in it.` : null;
  } catch (error) {
    if (!isFileError(error)) throw error;
    return describe(file, error);
  }
}

function inputOf(file: string): Input {
  return { name: file, open: () => (file === standardInput ? process.stdin : createReadStream(file)) };
}

interface Wishes {
  readonly isJson: boolean;
  readonly showsErrors: boolean;
}

function audienceOf(output: Output, { isJson, showsErrors }: Wishes): Audience {
  return {
    row(row, judgement, errors) {
      if (isJson) output.line(rowAsJson(row, judgement, errors));
      else if (showsErrors && errors.length > 0) output.line(printError(row, judgement, errors));
    },
    async pause() {
      await output.flush();
      return !output.isClosed;
    },
  };
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && "syscall" in error;
}

function describe(file: string, { code }: NodeJS.ErrnoException): string {
  return `${file} cannot be read (${code ?? "unknown"}). Check the path.`;
}

function fail(problems: readonly string[]): 2 {
  for (const problem of problems) console.error(problem);
  return 2;
}
