import { type TopLevelToken, TypeGuards } from "liquidjs";
import type { Moment } from "../moment.ts";
import { variablesOf } from "../variables.ts";
import { maxProblems, problemAt, type TemplateProblem } from "./template-problem.ts";

/**
 * Variables that may be empty and are said without asking: "It usually takes ." A hint, no mistake: the lead may know
 * that this one is always filled in.
 */
export function findUnguarded(
  source: string,
  tokens: readonly TopLevelToken[],
  moment: Moment,
): readonly TemplateProblem[] {
  const maybe: readonly string[] = variablesOf(moment).maybe;
  const asked: string[] = [];
  const found: TemplateProblem[] = [];
  for (const token of tokens) {
    if (found.length >= maxProblems) break;
    if (TypeGuards.isTagToken(token)) {
      if (token.name.startsWith("end")) asked.pop();
      else if (openingTags.has(token.name)) asked.push(token.args);
      else if (token.name === "elsif") asked.push(`${asked.pop() ?? ""} ${token.args}`);
    } else if (TypeGuards.isOutputToken(token)) {
      const name = /^\w+/.exec(token.content.trim())?.[0] ?? "";
      const isGuarded =
        /\|\s*(default|append|prepend)\b/.test(token.content) || asked.some((args) => args.includes(name));
      if (maybe.includes(name) && !isGuarded) found.push(problemAt(source, token.begin, hint(name)));
    }
  }
  return found;
}

const openingTags = new Set(["if", "unless", "case"]);

function hint(name: string): string {
  return `\`${name}\` may be empty. Put its sentence between \`{% if ${name} %}\` and \`{% endif %}\`.`;
}
