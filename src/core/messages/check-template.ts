import { checkTokens } from "./check/check-tokens.ts";
import { findUnguarded } from "./check/find-unguarded.ts";
import { readTokens } from "./check/read-tokens.ts";
import { explainSyntaxError } from "./check/syntax-error.ts";
import { inReadingOrder, problemAt, type TemplateProblem } from "./check/template-problem.ts";
import { compileTemplate } from "./compile-template.ts";
import { createLiquid, maxSourceLength } from "./liquid.ts";
import type { Moment } from "./moment.ts";
import { exampleValues, variablesOf } from "./variables.ts";

/** Everything that is wrong with a text for this moment, in reading order; none: it may be published. */
export function checkTemplate(source: string, moment: Moment): readonly TemplateProblem[] {
  if (source.length > maxSourceLength) {
    const message = `The text has ${source.length} characters; at most ${maxSourceLength} are possible.`;
    return [problemAt(source, maxSourceLength, message)];
  }
  const read = readTokens(source);
  if (read.status === "broken") return [read.problem];
  const problems = checkTokens(source, read.tokens, moment);
  if (problems.length > 0) return inReadingOrder(problems);
  return checkStructure(source) ?? checkRest(source, moment);
}

/** What is not wrong and could still read badly: shown to the lead, and no reason not to publish. */
export function adviseOnTemplate(source: string, moment: Moment): readonly TemplateProblem[] {
  const read = readTokens(source);
  return read.status === "broken" ? [] : findUnguarded(source, read.tokens, moment);
}

const engine = createLiquid({ strictFilters: true });

/** Whether the tags fit together: what opens is closed, and what belongs to a tag follows it. */
function checkStructure(source: string): readonly TemplateProblem[] | null {
  try {
    engine.parse(source);
    return null;
  } catch (error) {
    return [explainSyntaxError(source, error)];
  }
}

/** A text that says nothing is muted or mistaken, never just empty. */
function checkRest(source: string, moment: Moment): readonly TemplateProblem[] {
  const template = compileTemplate(source);
  const says = (which: "all" | "always") =>
    template.status === "compiled" && template.render(exampleValues(moment, which), "en") !== "";
  if (!says("all")) return [problemAt(source, 0, "The text is empty. To say nothing at this moment, mute it.")];
  if (says("always")) return [];
  const names = variablesOf(moment).maybe.filter((name) => source.includes(name));
  return [problemAt(source, 0, `Nothing is left to say when nobody knows ${names.join(", ")}.`)];
}
