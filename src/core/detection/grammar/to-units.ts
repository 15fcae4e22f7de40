import type { CompiledLexicon } from "./compile-lexicon.ts";
import type { Role } from "./lexicon.ts";
import { longestMatch } from "./phrase-tree.ts";
import type { Token, Unit } from "./unit.ts";

const none: ReadonlySet<Role> = new Set();

/** A clause as one language sees it: the longest phrases it knows, and the words between them. */
export function toUnits(tokens: readonly Token[], { phrases, behind }: CompiledLexicon): Unit[] {
  const units: Unit[] = [];
  for (let index = 0; index < tokens.length; ) {
    const match = longestMatch(phrases, tokens, index);
    const turning = longestMatch(behind, tokens, index);
    const roles = match?.roles ?? none;
    const length = match?.length ?? 1;
    units.push({
      roles: turning ? new Set([...roles, ...turning.roles]) : roles,
      text: textOf(tokens, index, index + length),
      start: tokens[index]?.start ?? 0,
      end: tokens[index + length - 1]?.end ?? 0,
    });
    index += length;
  }
  return units;
}

function textOf(tokens: readonly Token[], from: number, to: number): string {
  let text = "";
  for (let index = from; index < to; index++) text += tokens[index]?.corrected[0] ?? tokens[index]?.text ?? "";
  return text;
}
