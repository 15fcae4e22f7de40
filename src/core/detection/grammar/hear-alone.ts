import type { Verdict } from "./judge.ts";
import type { Role } from "./lexicon.ts";
import { findTargets, type Target } from "./target.ts";
import { has, hasAny, type Unit } from "./unit.ts";
import { type Wholes, wholeOf } from "./wholes.ts";

const around: readonly Role[] = ["glue", "polite", "me", "turns", "joins", "negators", "refusals", "noneOf"];

/** "Callback please 0171 2345678", "0 agent", but "agent 007". */
const phoneNumber = /^(\d{4,}|0+)$/;

export interface AloneOptions {
  readonly departmentsCount: boolean;
  readonly wholes: Wholes;
}

/** A message, or a clause, that is nothing but whom one wants: "a human please", "not a bot". */
export function hearAlone(units: readonly Unit[], { departmentsCount, wholes }: AloneOptions): Verdict {
  if (units.length > longestAlone) return null;
  const whole =
    wholeOf(units, wholes) ??
    wholeOf(
      units.filter((unit) => !has(unit, "polite")),
      wholes,
    );
  if (whole?.has("alone")) return "request";
  const targets = findTargets(units);
  const rest = units.filter((_, at) => !targets.some(({ start, end }) => at >= start && at < end));
  if (targets.length > 0 && rest.every((unit) => hasAny(unit, around) || phoneNumber.test(unit.text))) {
    return strongest(targets.map((target) => aloneVerdict(units, target, departmentsCount)));
  }
  return whole?.has("aloneUnclear") ? "unclear" : null;
}

const longestAlone = 12;

function aloneVerdict(units: readonly Unit[], target: Target, departmentsCount: boolean): Verdict {
  const isNegated = isRefused(units, target);
  const { kind, isTopic, isGenuine } = target;
  if (kind === "machine" || kind === "device") return isNegated ? "request" : "refused";
  if (isNegated) return "refused";
  if (kind === "trade" || kind === "named") return null;
  if (kind === "staff" || (kind === "person" && (isGenuine || units.length > 1))) return "request";
  return kind === "department" && departmentsCount && !isTopic ? "request" : "unclear";
}

const furthestNegator = 3;

/** The negator stands right before it: in "not a bot a human" it is the bot's. */
export function isRefused(units: readonly Unit[], { start }: Target): boolean {
  for (let at = start - 1; at >= 0 && start - at <= furthestNegator; at--) {
    if (hasAny(units[at], ["negators", "refusals", "noneOf"])) return true;
    if (!has(units[at], "glue")) return false;
  }
  return false;
}

/** Refused before all: "a bot or a human" asks which of them. */
function strongest(verdicts: readonly Verdict[]): Verdict {
  return (["refused", "request", "unclear"] as const).find((verdict) => verdicts.includes(verdict)) ?? null;
}
