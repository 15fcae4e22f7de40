import { type FilteredValueToken, type Tokenizer, TypeGuards } from "liquidjs";
import { allowedFilters } from "../liquid.ts";
import type { Moment } from "../moment.ts";
import { nearestName } from "./nearest-name.ts";
import { explainSyntaxError } from "./syntax-error.ts";
import { problemAt, type TemplateProblem } from "./template-problem.ts";
import { variableProblem } from "./variable-problem.ts";

/** What stands between the braces: a condition, or a value with its filters. */
export function checkValue(source: string, tokenizer: Tokenizer, moment: Moment): readonly TemplateProblem[] {
  const begin = tokenizer.p;
  try {
    const value = tokenizer.readFilteredValue();
    const operands = [...value.initial.postfix, ...value.filters.flatMap(({ args }) => args.flat())];
    tokenizer.skipBlank();
    const rest = tokenizer.end() ? [] : [problemAt(source, tokenizer.p, tooMany)];
    return [
      ...checkJoins(source, value),
      ...rest,
      ...operands.flatMap((operand) => checkOperand(source, operand, moment)),
      ...checkFilters(source, value),
    ];
  } catch (error) {
    const assignment = /^\s*[\w-]+\s*=(?!=)/.exec(source.slice(begin, tokenizer.N));
    if (assignment === null) return [explainSyntaxError(source, error)];
    return [problemAt(source, begin + assignment[0].length - 1, "One `=` does not compare: write `==`.")];
  }
}

const tooMany = "This is more than one value. Compare with `==`, join with `and` or `or`.";

/** The values of `when`, which are compared exactly: as every value is a text, `{% when 1 %}` would never hold. */
export function checkCases(source: string, tokenizer: Tokenizer, moment: Moment): readonly TemplateProblem[] {
  const found: TemplateProblem[] = [];
  while (!tokenizer.end()) {
    const value = tokenizer.readValue();
    if (value === undefined) return [...found, problemAt(source, tokenizer.p, "A text in quotes is missing here.")];
    found.push(...checkOperand(source, value, moment));
    if (TypeGuards.isNumberToken(value)) {
      const number = value.getText();
      found.push(problemAt(source, value.begin, `Write \`{% when "${number}" %}\`: every value is a text.`));
    }
    const separator = /^\s*(?:,|or\b)?\s*/.exec(source.slice(tokenizer.p, tokenizer.N));
    tokenizer.advance(separator?.[0].length ?? 0);
  }
  return found;
}

/** Every operator but `not` joins two values: what is left over would be ignored without a word. */
function checkJoins(source: string, { initial, begin }: FilteredValueToken): readonly TemplateProblem[] {
  const joins = initial.postfix.filter((token) => TypeGuards.isOperatorToken(token) && token.operator !== "not");
  const values = initial.postfix.filter((token) => !TypeGuards.isOperatorToken(token));
  if (values.length === joins.length + 1) return [];
  const isTooMany = values.length > joins.length;
  const message = isTooMany ? tooMany : "Something is missing here: a variable or a text in quotes.";
  const space = /^\s*/.exec(source.slice(begin))?.[0].length ?? 0;
  return [problemAt(source, begin + space, message)];
}

function checkOperand(source: string, operand: unknown, moment: Moment): readonly TemplateProblem[] {
  if (TypeGuards.isRangeToken(operand)) {
    return [problemAt(source, operand.begin, "Ranges are not possible: a text has no loops.")];
  }
  if (!TypeGuards.isPropertyAccessToken(operand)) return [];
  const problem = variableProblem(operand.getText().trim(), moment);
  return problem === null ? [] : [problemAt(source, operand.begin, problem)];
}

function checkFilters(source: string, { filters, end }: FilteredValueToken): readonly TemplateProblem[] {
  const unknown = filters.flatMap(({ name, begin }) => {
    if (allowedFilters.includes(name)) return [];
    const meant = nearestName(name, allowedFilters);
    const hint = meant === null ? `What exists: ${allowedFilters.join(", ")}.` : `Did you mean \`${meant}\`?`;
    return [problemAt(source, begin, `The filter \`${name}\` does not exist. ${hint}`)];
  });
  const dangling = /\|\s*$/.exec(source.slice(0, end));
  return dangling === null
    ? unknown
    : [...unknown, problemAt(source, dangling.index, "A filter is missing after `|`.")];
}
