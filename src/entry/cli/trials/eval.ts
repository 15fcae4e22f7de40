import { constants, createReadStream } from "node:fs";
import { access, stat } from "node:fs/promises";
import { isCommaSeparated } from "../../eval/comma-separated.ts";
import { type Audience, evaluate, type Input } from "../../eval/evaluate.ts";
import { createOutput, type Output } from "../../eval/output.ts";
import { printError } from "../../eval/print-error.ts";
import { printSummary } from "../../eval/print-summary.ts";
import { rowAsJson } from "../../eval/row-as-json.ts";
import { type CommandLine, type Explain, unexplained } from "../command.ts";
import { readOptions } from "../options/read-options.ts";

const standardInput = "-";

/** `baton eval FILE…`: scores detection on labelled sentences. A bad score is a finding, not a failure. */
export async function evaluation({
  words,
  isJson,
  explain = unexplained,
}: CommandLine): Promise<0 | 2 | "misunderstood"> {
  const parsed = parse(words, explain);
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

function parse(words: readonly string[], explain: Explain) {
  const read = readOptions(words, { errors: { type: "boolean", default: false } }, explain);
  if (!read || read.positionals.length === 0) return null;
  const { values, positionals } = read;
  if (positionals.filter((file) => file === standardInput).length > 1) {
    explain(`Standard input (${standardInput}) can be read once.`);
    return null;
  }
  return { files: positionals, showsErrors: values.errors };
}

/** Before the first row: nobody should find a slip of the pen at the end of a long list. */
async function problemWith(file: string): Promise<string | null> {
  if (file === standardInput) return null;
  try {
    await access(file, constants.R_OK);
    const found = await stat(file);
    if (found.isDirectory()) return `${file} is a folder. Name the files in it.`;
    return found.isFile() && (await isCommaSeparated(file)) ? withCommas(file) : null;
  } catch (error) {
    if (!isFileError(error)) throw error;
    return describe(file, error);
  }
}

function withCommas(file: string): string {
  return `${file} has commas or semicolons between its columns. Save it with tabs between: text, language, label, note.`;
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
