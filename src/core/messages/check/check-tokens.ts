import { Tokenizer, type TopLevelToken, TypeGuards } from "liquidjs";
import { allowedTags, operators } from "../liquid.ts";
import type { Moment } from "../moment.ts";
import { variables } from "../variables.ts";
import { checkCases, checkValue } from "./check-value.ts";
import { nearestName } from "./nearest-name.ts";
import { maxProblems, problemAt, type TemplateProblem } from "./template-problem.ts";

/** Each word, substitution and tag by itself: what does not exist here, and what would be sent as it stands. */
export function checkTokens(
  source: string,
  tokens: readonly TopLevelToken[],
  moment: Moment,
): readonly TemplateProblem[] {
  const found: TemplateProblem[] = [];
  for (const token of tokens) {
    found.push(...checkToken(source, token, moment));
    if (found.length >= maxProblems) break;
  }
  return found.slice(0, maxProblems);
}

function checkToken(source: string, token: TopLevelToken, moment: Moment): readonly TemplateProblem[] {
  if (TypeGuards.isTagToken(token)) {
    const unknown = unknownTag(token.name);
    if (unknown !== null) return [problemAt(source, token.begin, unknown)];
    if (token.name === "when") return checkCases(source, token.tokenizer, moment);
    return valueTags.has(token.name) ? checkValue(source, token.tokenizer, moment) : [];
  }
  if (TypeGuards.isOutputToken(token)) {
    return checkValue(source, new Tokenizer(source, operators, undefined, token.contentRange), moment);
  }
  return checkWords(source, token.begin, token.end);
}

const valueTags = new Set(["if", "elsif", "unless", "case"]);
const innerTags = ["elsif", "else", "when", ...allowedTags.map((name) => `end${name}`)];
const knownTags = [...allowedTags, ...innerTags];
const loops = new Set(["for", "endfor", "tablerow", "endtablerow", "cycle", "break", "continue"]);
const inclusions = new Set(["include", "render", "layout", "block", "endblock"]);

function unknownTag(name: string): string | null {
  if (knownTags.includes(name)) return null;
  if (loops.has(name)) return `\`{% ${name} %}\` is not possible: a text has no loops.`;
  if (inclusions.has(name)) return `\`{% ${name} %}\` is not possible: a text cannot bring in others.`;
  const meant = nearestName(name, knownTags);
  const hint = meant === null ? `What exists: ${allowedTags.join(", ")}.` : `Did you mean \`${meant}\`?`;
  return `\`{% ${name} %}\` does not exist. ${hint}`;
}

function checkWords(source: string, begin: number, end: number): readonly TemplateProblem[] {
  const words = source.slice(begin, end);
  const found: TemplateProblem[] = [];
  for (const { 0: stray, index } of words.matchAll(/\}\}|%\}/g)) {
    found.push(problemAt(source, begin + index, `\`${stray}\` closes nothing: the opening braces are missing.`));
  }
  for (const { 0: whole, 1: name = "", index } of words.matchAll(/\{\s*(\w+)\s*\}(?!\})/g)) {
    if (!Object.hasOwn(variables, name)) continue;
    found.push(problemAt(source, begin + index, `\`${whole}\` would be sent as it stands: write \`{{ ${name} }}\`.`));
  }
  return found;
}
