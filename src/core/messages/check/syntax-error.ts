import { LiquidError } from "liquidjs";
import { problemAt, type TemplateProblem } from "./template-problem.ts";

/** Liquid's own complaints in a lead's words; one that has no words here is passed on. */
export function explainSyntaxError(source: string, error: unknown): TemplateProblem {
  return problemAt(source, whereOf(error), explain(messageOf(error)));
}

export function whereOf(error: unknown): number {
  return LiquidError.is(error) ? error.token.begin : 0;
}

function messageOf(error: unknown): string {
  const cause = LiquidError.is(error) ? (error.originalError ?? error) : error;
  return cause instanceof Error ? cause.message.replace(/, line:\d+, col:\d+$/, "") : String(cause);
}

function explain(message: string): string {
  const open = /^tag (\{%-?\s*(\w+).*?%\}) not closed/s.exec(message);
  if (open !== null) return `\`${open[1]}\` is never closed: end it with \`{% end${open[2]} %}\`.`;
  const stray = /^tag "(\w+)" not found/.exec(message);
  if (stray !== null) return `\`{% ${stray[1]} %}\` has no tag before it that it belongs to.`;
  return explanations.find(([pattern]) => pattern.test(message))?.[1] ?? `This cannot be read: ${message}.`;
}

const explanations: readonly (readonly [pattern: RegExp, explanation: string])[] = [
  [/^duplicated else/, "There is a second `{% else %}`; only one is possible."],
  [/^unexpected elsif after else/, "An `{% elsif %}` cannot follow `{% else %}`."],
  [/^invalid value expression/, "Something is missing here: a variable or a text in quotes."],
  [/^expected "\|" before filter/, "This is more than one value. Compare with `==`, join with `and` or `or`."],
  [/^expected filter name/, "A filter is missing after `|`."],
  [/^expected ":" after filter name/, "Write `:` between a filter and its value."],
  [/^unexpected ("[^"]*")/, "An end of a tag or an `else` takes nothing else."],
];
