import { type Claim, type ClaimingRule, withClaims } from "./claim.ts";
import { excludes, follows, isNeverTrue, type KnownChannel } from "./implication.ts";
import type { Rule } from "./rule.ts";

/** A rule in its place among the others: all that comparing them shows, found once and asked often. */
export interface RankedRule extends ClaimingRule {
  /** Why it can never hold; `null`: it may. */
  readonly contradiction: Contradiction | null;
  /** The rules tried before it that take its cases, or would if they showed certain signals or came by certain channels. */
  readonly rivals: readonly Rival[];
}

/** By their index in the rule; the same twice: the condition cannot be met by itself. */
export interface Contradiction {
  readonly one: number;
  readonly other: number;
}

export interface Rival {
  readonly rule: Rule;
  /** What is still open of its claims, about signals and channels only; none: it takes everything. */
  readonly open: readonly Claim[];
}

/** `rules` in the order they are tried. */
export function rankRules(rules: readonly Rule[], channels: readonly KnownChannel[]): readonly RankedRule[] {
  const claiming = rules.map(withClaims);
  return claiming.map(({ rule, claims }, index) => ({
    rule,
    claims,
    contradiction: contradictionIn(claims, channels),
    rivals: claiming.slice(0, index).flatMap((before) => {
      const open = openClaims(before, claims, channels);
      return open ? [{ rule: before.rule, open }] : [];
    }),
  }));
}

function openClaims(before: ClaimingRule, given: readonly Claim[], channels: readonly KnownChannel[]): Claim[] | null {
  const open: Claim[] = [];
  for (const claim of before.claims) {
    if (follows(claim, given, channels)) continue;
    if (claim.type !== "signal" && claim.type !== "channel") return null;
    open.push(claim);
  }
  return open;
}

function contradictionIn(claims: readonly Claim[], channels: readonly KnownChannel[]): Contradiction | null {
  for (const [other, claim] of claims.entries()) {
    if (isNeverTrue(claim)) return { one: other, other };
    const one = claims.slice(0, other).findIndex((earlier) => excludes(earlier, claim, channels));
    if (one >= 0) return { one, other };
  }
  return null;
}
