import type { Step } from "./step.ts";

export type Choice =
  | { readonly status: "chosen"; readonly steps: readonly Step[]; readonly patterns: readonly string[] }
  | { readonly status: "nothing"; readonly detail: string };

/**
 * `npm test -- unit types` names steps; everything else is part of a test file's path and, without a step, chooses
 * the steps that have such files. A word that fits nothing is an error: a typing mistake must not look like success.
 */
export function chooseSteps(words: readonly string[], steps: readonly Step[], testFiles: readonly string[]): Choice {
  const named = steps.filter((step) => words.includes(step.name));
  const patterns = words.filter((word) => !steps.some((step) => step.name === word));
  const candidates = named.length > 0 ? named : steps;
  const stray = patterns.find((pattern) => !candidates.some((step) => hasFile(step, [pattern], steps, testFiles)));
  if (stray !== undefined) {
    const names = steps.map((step) => step.name).join(", ");
    return { status: "nothing", detail: `"${stray}" is neither a step (${names}) nor part of a test file's path.` };
  }
  if (patterns.length === 0) return { status: "chosen", steps: candidates, patterns };
  const chosen = candidates.filter((step) =>
    step.tests === null ? named.includes(step) : hasFile(step, patterns, steps, testFiles),
  );
  return { status: "chosen", steps: chosen, patterns };
}

function hasFile(step: Step, patterns: readonly string[], steps: readonly Step[], files: readonly string[]): boolean {
  return files.some((file) => ownerOf(file, steps) === step && patterns.some((pattern) => file.includes(pattern)));
}

/** The step with the longest folder that holds the file. */
function ownerOf(file: string, steps: readonly Step[]): Step | undefined {
  return steps
    .filter((step) => step.tests !== null && file.startsWith(step.tests))
    .sort((left, right) => (right.tests ?? "").length - (left.tests ?? "").length)[0];
}
