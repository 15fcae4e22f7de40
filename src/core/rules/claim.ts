import { fold, foldLanguage } from "./fold-facts.ts";
import type { Condition, HoursState, Rule } from "./rule.ts";

/** A condition as it is compared with others: folded, with one `not` at most, and none where there is a way to say it without. */
export type Claim = PositiveClaim | { readonly type: "not"; readonly claim: PositiveClaim };

export type PositiveClaim = ListClaim | QueueClaim | BotTurnsClaim;

/** One of these. */
export interface ListClaim {
  readonly type: "channel" | "signal" | "intent" | "tag" | "property" | "language" | "hours";
  /** Of a property its name, of hours their id; otherwise empty. */
  readonly of: string;
  readonly is: ReadonlySet<string>;
  /** Of a property. */
  readonly mustBeTrusted: boolean;
}

type QueueClaim = Extract<Condition, { readonly type: "queue" }>;
type BotTurnsClaim = Extract<Condition, { readonly type: "bot-turns" }>;

/** A rule with what it claims, made once and compared often. */
export interface ClaimingRule {
  readonly rule: Rule;
  readonly claims: readonly Claim[];
}

export function withClaims(rule: Rule): ClaimingRule {
  return { rule, claims: rule.when.map(claimOf) };
}

export function claimOf(condition: Condition): Claim {
  return condition.type === "not" ? opposite(claimOf(condition.condition)) : positiveClaimOf(condition);
}

type PositiveCondition = Exclude<Condition, { readonly type: "not" }>;

function positiveClaimOf(condition: PositiveCondition): PositiveClaim {
  switch (condition.type) {
    case "queue":
    case "bot-turns":
      return condition;
    case "property":
      return { ...listClaim("property", condition.is, fold(condition.name)), mustBeTrusted: condition.mustBeTrusted };
    case "hours":
      return listClaim("hours", condition.is, condition.of);
    case "language":
      return listClaim("language", condition.is.map(foldLanguage));
    default:
      return listClaim(condition.type, condition.is);
  }
}

function listClaim(type: ListClaim["type"], is: readonly string[], of = ""): ListClaim {
  return { type, of, is: new Set(is.map(fold)), mustBeTrusted: false };
}

const hoursStates: readonly HoursState[] = ["open", "closed", "holiday"];

/** Hours have three states: not open is closed or holiday, and what is unknown stays so in both ways of saying it. */
function opposite(claim: Claim): Claim {
  if (claim.type === "not") return claim.claim;
  if (claim.type !== "hours") return { type: "not", claim };
  return { ...claim, is: new Set(hoursStates.filter((state) => !claim.is.has(state))) };
}
