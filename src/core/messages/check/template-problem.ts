/** What is wrong with a text, where it stands: both counted from 1. */
export interface TemplateProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export function problemAt(source: string, offset: number, message: string): TemplateProblem {
  const before = source.slice(0, offset).split("\n");
  return { message, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

export function inReadingOrder(problems: readonly TemplateProblem[]): readonly TemplateProblem[] {
  return problems.toSorted((one, other) => one.line - other.line || one.column - other.column);
}

/** Of one text: nobody mends more of them at once, and a text of braces alone has thousands. */
export const maxProblems = 20;
