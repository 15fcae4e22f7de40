import type { Role } from "./lexicon.ts";
import { has, type Unit } from "./unit.ts";

/** With fewer letters before it, a space parts words and no sentences: "我要 转人工". */
const fewestLetters = 6;
const ending: ReadonlySet<Role> = new Set<Role>(["turns"]);

/**
 * Where words are written without spaces, a space behind many letters ends a sentence: "照片没人回复 给我找个活人". Behind
 * any, what follows is not said of the target: "转人工 很急".
 */
export function breakAtSpaces(units: readonly Unit[]): readonly Unit[] {
  const broken: Unit[] = [];
  let letters = 0;
  for (const [at, unit] of units.entries()) {
    const before = units[at - 1];
    const isApart = before !== undefined && unit.start > before.end;
    if (isApart && letters >= fewestLetters) {
      broken.push({ roles: ending, text: "", start: before.end, end: before.end });
    }
    if (isApart) letters = 0;
    letters += unit.end - unit.start;
    broken.push(isApart && has(unit, "strangersAfter") ? ofItself(unit) : unit);
  }
  return broken;
}

function ofItself(unit: Unit): Unit {
  return { ...unit, roles: new Set([...unit.roles].filter((role) => role !== "strangersAfter")) };
}
