import type { ClauseView, MessageView } from "./hear-message.ts";
import type { Role } from "./lexicon.ts";
import { resolveReferences } from "./references.ts";
import { has, hasAny, type Unit } from "./unit.ts";
import { wholeOf } from "./wholes.ts";

/** The clauses, each with what was said before it and belongs to it. Their number stays. */
export function joinClauses({ clauses, wholes }: MessageView): readonly ClauseView[] {
  const joined: ClauseView[] = [];
  let apart: readonly Unit[] = [];
  for (const [at, { units, ending, inParts }] of clauses.entries()) {
    const isApart = units.length === 1 && ending !== "," && !isMereNo(units, wholes);
    apart = isApart ? [...apart.slice(-mostApart), ...units] : [];
    const whole = isApart && apart.length >= fewestApart ? apart : continued(units, clauses[at - 1]);
    const verb = verbBefore(clauses, at);
    const own = resolveReferences(whole, clauses, at);
    const asked = verb.length === 0 ? own : [...verb, ...own];
    const behind = ending === "," && !isMereNo(units, wholes) ? clauses[at + 1] : undefined;
    if (behind && isPolite(behind)) joined.push({ units: [...asked, ...behind.units], ending: behind.ending });
    else joined.push({ units: asked, ending, ...(inParts && { inParts }) });
  }
  return joined;
}

function isPolite({ units }: ClauseView): boolean {
  return units.length > 0 && units.every((unit) => has(unit, "polite"));
}

function isMereNo(units: readonly Unit[], wholes: MessageView["wholes"]): boolean {
  return units.length === 1 && wholeOf(units, wholes)?.has("declines") === true;
}

const asking: readonly Role[] = ["talk", "reach", "call", "wish"];

/** "Connect me, please, with an agent": a courtesy between two commas parts nothing. */
function verbBefore(clauses: readonly ClauseView[], at: number): readonly Unit[] {
  const [verb, courtesy] = [clauses[at - 2], clauses[at - 1]];
  if (verb?.ending !== "," || courtesy?.ending !== "," || !isPolite(courtesy)) return [];
  return hasAny(verb.units.at(-1), asking) ? [...verb.units, ...courtesy.units] : [];
}

/** "Get. Me. A. Person." */
const fewestApart = 3;
const mostApart = 8;

const wished: ReadonlySet<Role> = new Set<Role>(["wish"]);
const joining: ReadonlySet<Role> = new Set<Role>(["glue", "continues"]);

/** "It would be nice, if a person …", "ich will, dass ein Mensch …". */
function continued(units: readonly Unit[], before: ClauseView | undefined): readonly Unit[] {
  const [first, ...rest] = units;
  if (!first || before?.ending !== "," || !has(first, "continues")) return units;
  const last = before.units.at(-1);
  if (last && has(last, "welcome"))
    return [...before.units.slice(0, -1), { ...last, roles: wished }, { ...first, roles: joining }, ...rest];
  if (has(first, "hypothetical") || !before.units.some((unit) => hasAny(unit, ["wish", "ability"]))) return units;
  return [...before.units, { ...first, roles: joining }, ...rest];
}
