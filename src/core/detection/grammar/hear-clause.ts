import { hearAlone } from "./hear-alone.ts";
import { hearCall, hearContrasts } from "./hear-aside.ts";
import { hearName } from "./hear-name.ts";
import { type Circumstances, type Judged, judgePhrase, judgeTarget, type Verdict } from "./judge.ts";
import type { Role } from "./lexicon.ts";
import { findTargets, type Target } from "./target.ts";
import { has, hasAny, type Unit } from "./unit.ts";
import { type Wholes, wholeOf } from "./wholes.ts";

/** What the words of one clause ask for, in one language. */
export interface Heard {
  readonly verdict: Verdict;
  readonly start: number;
  readonly end: number;
}

export interface ClauseCircumstances extends Circumstances {
  readonly wholes: Wholes;
}

/** The clause is cut where one sentence ends without a sign: "not a bot but a human". */
export function hearClause(written: readonly Unit[], circumstances: ClauseCircumstances): Heard[] {
  const units = withParticiple(withDemands(written));
  const heard: Heard[] = [];
  let before: readonly Unit[] = [];
  const spokenOf = units.findIndex((unit) => has(unit, "spokenOf"));
  for (let from = 0; from <= units.length && (spokenOf < 0 || from <= spokenOf); ) {
    const to = nextCut(units, from);
    const segment = units.slice(from, spokenOf < 0 ? to : Math.min(to, spokenOf));
    heard.push(...hearSegment(segment, before, circumstances));
    if (has(units[from - 1], "turns")) heard.push(...hearContrast(units.slice(0, from - 1), segment, circumstances));
    before = has(units[to], "joins") ? segment : [];
    from = to + 1;
  }
  const contrasts = hearContrasts(spokenOf < 0 ? units : units.slice(0, spokenOf)).map(({ verdict, start, end }) => ({
    verdict,
    start: units[start]?.start ?? 0,
    end: units[end]?.end ?? 0,
  }));
  return contrasts.length > 0 ? [...heard, ...contrasts] : heard;
}

const cut: ReadonlySet<Role> = new Set<Role>(["turns"]);
const demanded: ReadonlySet<Role> = new Set<Role>(["wish"]);

/** "I won't say more until a person answers": what is refused ends there, and a demand begins. */
function withDemands(units: readonly Unit[]): readonly Unit[] {
  const refused = units.findIndex((unit) => has(unit, "negators"));
  if (refused < 0) return units;
  return units.flatMap((unit, at) =>
    at > refused && has(unit, "conditions")
      ? [
          { ...unit, roles: cut },
          { ...unit, roles: demanded },
        ]
      : [unit],
  );
}

const said: ReadonlySet<Role> = new Set<Role>(["talk"]);

/** "Ich hätte gern den Berater gesprochen" wishes for what "ich habe den Berater gesprochen" tells. */
function withParticiple(units: readonly Unit[]): readonly Unit[] {
  const at = units.findIndex((unit) => has(unit, "participles"));
  const isWished = at > 0 && units.slice(0, at).some((unit) => has(unit, "wish")) && !isFollowed(units, at);
  return isWished ? units.map((unit, index) => (index === at ? { ...unit, roles: said } : unit)) : units;
}

function isFollowed(units: readonly Unit[], at: number): boolean {
  return units.slice(at + 1).some((unit) => !has(unit, "polite"));
}

/** "I want no robot but a person": wanted as the other was, and not refused as it was. */
function hearContrast(
  before: readonly Unit[],
  units: readonly Unit[],
  { departmentsCount, wholes }: ClauseCircumstances,
): Heard[] {
  const isContrast =
    before.some((unit) => hasAny(unit, ["wish", "talk"])) &&
    before.some((unit) => hasAny(unit, ["negators", "refusals", "noneOf"]));
  if (!isContrast || hearAlone(units, { departmentsCount, wholes }) !== "request") return [];
  return [{ verdict: "request", start: units[0]?.start ?? 0, end: units.at(-1)?.end ?? 0 }];
}

function nextCut(units: readonly Unit[], from: number): number {
  const cut = units.findIndex((unit, at) => at >= from && hasAny(unit, ["turns", "joins"]));
  return cut < 0 ? units.length : cut;
}

function hearSegment(units: readonly Unit[], before: readonly Unit[], circumstances: ClauseCircumstances): Heard[] {
  if (takesBack(units, circumstances)) {
    const withdrawn: Heard = { verdict: "withdrawn", start: units[0]?.start ?? 0, end: units.at(-1)?.end ?? 0 };
    const rest = units.slice(openingRetraction(units) + 1);
    return rest.length < units.length ? [withdrawn, ...hearSegment(rest, before, circumstances)] : [withdrawn];
  }
  const targets = findTargets(units).flatMap(
    (target) =>
      judgeTarget(units, target, circumstances) ??
      (isSecondHalf(units, before, target) ? [] : [...wantedToo(units, before, target), ...calledFor(units, target)]),
  );
  const names = targets.length > 0 ? [] : hearName(units, circumstances);
  const phrases = units.flatMap((unit, at) =>
    hasAny(unit, ["requests", "requestsLast", "unclear"]) ? judgePhrase(units, at, circumstances) : [],
  );
  return [...targets, ...names, ...phrases].map((judged) => ({
    verdict: carriedOver(units, before, judged),
    start: units[judged.start]?.start ?? 0,
    end: units[judged.end]?.end ?? 0,
  }));
}

/** "Are you a bot or a human please": what turned the first half turns the second. */
function isSecondHalf(units: readonly Unit[], before: readonly Unit[], { start }: Target): boolean {
  const isFirst = units.slice(0, start).every((unit) => hasAny(unit, ["glue", "polite"]));
  return isFirst && before.some((unit) => hasAny(unit, turning));
}

/** "I want it reopened and a human to look at it": wished for with the first half's verb. */
function wantedToo(units: readonly Unit[], before: readonly Unit[], { kind, start, end }: Target): Judged[] {
  const isFirst = units.slice(0, start).every((unit) => has(unit, "articles"));
  const isWished = before.some((unit) => has(unit, "wish")) && before.some((unit) => has(unit, "subject"));
  if (kind !== "staff" || !isFirst || !isWished || (end < units.length && !hasAny(units[end], ["glue", "polite"])))
    return [];
  return [{ verdict: "request", start, end: end - 1, isFirst: true }];
}

function calledFor(units: readonly Unit[], target: Target): Judged[] {
  const verdict = hearCall(units, target);
  return verdict === null ? [] : [{ verdict, start: target.start, end: target.end - 1, isFirst: false }];
}

const turning: readonly Role[] = ["negators", "refusals", "reported", "past", "hypothetical", "asides", "identity"];
const ownBeginning: readonly Role[] = ["subject", "wish", "ability", "polite", "me"];

/** "She told me to relax and talk to someone": what turned the first half turns the second, which has no beginning of its own. */
function carriedOver(units: readonly Unit[], before: readonly Unit[], { verdict, start, isFirst }: Judged): Verdict {
  if (verdict !== "request" || !isFirst || !before.some((unit) => hasAny(unit, turning))) return verdict;
  return units.slice(0, start + 1).some((unit) => hasAny(unit, ownBeginning)) ? verdict : null;
}

/** "Never mind just give me an agent": what comes behind it is wanted. -1 where it stands elsewhere. */
function openingRetraction(units: readonly Unit[]): number {
  const at = units.findIndex((unit) => has(unit, "retractions"));
  return at >= 0 && units.slice(0, at).every((unit) => hasAny(unit, ["polite", "glue"])) ? at : -1;
}

const ofRefusal: readonly Role[] = ["subject", "negators", "refusals", "wish", "glue", "polite"];

/** "Never mind", "no thanks", and "(but) I don't want to" with nothing behind it. */
function takesBack(units: readonly Unit[], { wholes }: ClauseCircumstances): boolean {
  if (units.some((unit) => has(unit, "retractions")) || wholeOf(units, wholes)?.has("declines")) return true;
  const says = (role: Role) => units.some((unit) => has(unit, role));
  return (says("negators") || says("refusals")) && says("wish") && units.every((unit) => hasAny(unit, ofRefusal));
}
