import { TypeGuards } from "liquidjs";
import type { Settings } from "../../settings/settings.ts";
import { compileTemplate } from "../compile-template.ts";
import type { Moment } from "../moment.ts";
import type { Text } from "../text.ts";
import { type VariableName, variables, variablesOf } from "../variables.ts";
import { readTokens } from "./read-tokens.ts";

export interface TextLengthProblem {
  readonly textId: string;
  readonly locale: string;
  readonly channelId: string;
  /** With the longest values there can be, in UTF-16 units. */
  readonly length: number;
  readonly maxLength: number;
}

interface ChannelLimit {
  readonly id: string;
  readonly kind: string;
  readonly maxTextLength: number;
}

/** Which texts could be cut on which channel. Nothing is refused for it: most values are far from their longest. */
export function checkTextLengths(
  { texts }: Pick<Settings, "texts">,
  channels: readonly ChannelLimit[],
): readonly TextLengthProblem[] {
  return Object.values(texts).flatMap((text) => {
    const reached = channels.filter(({ id, kind }) => isSaidOn(text, id, kind));
    const shortest = Math.min(...reached.map(({ maxTextLength }) => maxTextLength));
    return Object.entries(text.byLocale).flatMap(([locale, source]) => {
      // Almost every text fits, and that is quickly known.
      if (allBranches(source) <= shortest) return [];
      const length = longest(source, text.moment);
      return reached
        .filter(({ maxTextLength }) => length > maxTextLength)
        .map(({ id, maxTextLength }) => ({ textId: text.id, locale, channelId: id, length, maxLength: maxTextLength }));
    });
  });
}

function isSaidOn({ isMuted, scope }: Text, id: string, kind: string): boolean {
  return !isMuted && (scope.channel === null || scope.channel === id || scope.channel === kind);
}

function longest(source: string, moment: Moment): number {
  return comparison.test(source) ? allBranches(source) : longestChoice(source, moment);
}

const comparison = /\{%-?\s*(?:case\b|[^%]*(?:==|!=|<|>|\bcontains\b))/;

/** What is said depends only on which values are there, so every choice can be tried. */
function longestChoice(source: string, moment: Moment): number {
  const template = compileTemplate(source);
  if (template.status === "broken") return 0;
  const { always, maybe } = variablesOf(moment);
  const used = maybe.filter((name) => source.includes(name));
  const lengths = Array.from({ length: 2 ** used.length }, (_, choice) => {
    const names = [...always, ...used.filter((_name, bit) => (choice & (1 << bit)) !== 0)];
    return template.render(Object.fromEntries(names.map((name) => [name, longestValue(name)])), "en").length;
  });
  return Math.max(...lengths);
}

/** What is said depends on the values themselves: everything together is at least as long. */
function allBranches(source: string): number {
  const read = readTokens(source);
  if (read.status === "broken") return 0;
  return read.tokens.reduce((sum, token) => {
    if (TypeGuards.isTagToken(token)) return sum;
    if (!TypeGuards.isOutputToken(token)) return sum + token.end - token.begin;
    const values = variableNames.map((name) => (token.content.split(name).length - 1) * variables[name].maxLength);
    return sum + token.content.length + values.reduce((total, length) => total + length, 0);
  }, 0);
}

const variableNames = Object.keys(variables) as readonly VariableName[];

function longestValue(name: VariableName): string {
  return "m".repeat(variables[name].maxLength);
}
