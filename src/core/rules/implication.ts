import type { Claim, ClaimingRule, ListClaim, PositiveClaim } from "./claim.ts";

/** A channel as it is configured now. */
export interface KnownChannel {
  readonly id: string;
  readonly kind: string;
}

/**
 * Whether a claim holds whenever all of `given` hold. What is said is true; what is true is not always said: one given
 * claim has to be enough by itself. So "open" and "closed" in two rules together are not seen to be nearly everything.
 */
export function follows(wanted: Claim, given: readonly Claim[], channels: readonly KnownChannel[]): boolean {
  return isAlwaysTrue(wanted) || given.some((claim) => implies(claim, wanted, channels));
}

/** Whether a rule takes everything of which `given` holds. */
export function takesAll(rule: ClaimingRule, given: readonly Claim[], channels: readonly KnownChannel[]): boolean {
  return rule.claims.every((claim) => follows(claim, given, channels));
}

/** Whether two claims cannot hold at once. */
export function excludes(one: Claim, other: Claim, channels: readonly KnownChannel[]): boolean {
  if (one.type === "not") return other.type !== "not" && impliesPositive(other, one.claim, channels);
  if (other.type === "not") return impliesPositive(one, other.claim, channels);
  return areDisjoint(one, other, channels);
}

/** Whether a claim cannot hold at all. */
export function isNeverTrue(claim: Claim): boolean {
  if (claim.type === "not") return isAlwaysTrue(claim.claim);
  return isList(claim) && claim.is.size === 0;
}

function isAlwaysTrue(claim: Claim): boolean {
  return claim.type === "bot-turns" && claim.atLeast <= 0;
}

function implies(given: Claim, wanted: Claim, channels: readonly KnownChannel[]): boolean {
  if (wanted.type !== "not") return given.type !== "not" && impliesPositive(given, wanted, channels);
  if (given.type === "not") return impliesPositive(wanted.claim, given.claim, channels);
  // Channels come and go: that two exclude each other is so only as they are now.
  return given.type !== "channel" && areDisjoint(given, wanted.claim, channels);
}

function impliesPositive(given: PositiveClaim, wanted: PositiveClaim, channels: readonly KnownChannel[]): boolean {
  if (isList(given)) return isList(wanted) && impliesList(given, wanted, channels);
  if (given.type === "bot-turns") return wanted.type === "bot-turns" && given.atLeast >= wanted.atLeast;
  if (wanted.type !== "queue" || given.of !== wanted.of) return false;
  const isLong = (given.waitingAtLeast ?? 0) >= (wanted.waitingAtLeast ?? 0);
  const unbounded = Number.POSITIVE_INFINITY;
  return isLong && (given.availableAtMost ?? unbounded) <= (wanted.availableAtMost ?? unbounded);
}

function impliesList(given: ListClaim, wanted: ListClaim, channels: readonly KnownChannel[]): boolean {
  if (!isAboutTheSame(given, wanted) || (wanted.mustBeTrusted && !given.mustBeTrusted)) return false;
  return [...given.is].every((value) => isWithin(value, wanted, channels));
}

/** Whether a value is one of the list's, or a kind of one of them. */
function isWithin(value: string, { type, is }: ListClaim, channels: readonly KnownChannel[]): boolean {
  if (is.has(value)) return true;
  switch (type) {
    case "signal":
      return is.has(value.split(":", 1)[0] ?? value);
    case "language":
      return isLanguageWithin(value, is);
    case "channel":
      return isChannelWithin(value, is, channels);
    default:
      return false;
  }
}

function isLanguageWithin(tag: string, ranges: ReadonlySet<string>): boolean {
  const subtags = tag.split("-");
  return subtags.some((_, index) => ranges.has(subtags.slice(0, index + 1).join("-")));
}

/** A channel's id says its kind; a kind never says an id, because there may be another channel tomorrow. */
function isChannelWithin(name: string, names: ReadonlySet<string>, channels: readonly KnownChannel[]): boolean {
  const meant = channels.filter((channel) => isChannel(channel, new Set([name])));
  return meant.some(({ id }) => id.toLowerCase() === name) && meant.every(({ kind }) => names.has(kind.toLowerCase()));
}

function isChannel({ id, kind }: KnownChannel, names: ReadonlySet<string>): boolean {
  return names.has(id.toLowerCase()) || names.has(kind.toLowerCase());
}

/** Only of what has one value at a time; a message shows many signals, and a conversation has many tags. */
function areDisjoint(one: PositiveClaim, other: PositiveClaim, channels: readonly KnownChannel[]): boolean {
  if (!isList(one) || !isList(other) || !isAboutTheSame(one, other)) return false;
  switch (one.type) {
    case "hours":
    case "property":
      return !shareValue(one, other);
    case "language":
      return (
        ![...one.is].some((tag) => isLanguageWithin(tag, other.is)) &&
        ![...other.is].some((tag) => isLanguageWithin(tag, one.is))
      );
    case "channel":
      return (
        !shareValue(one, other) &&
        !channels.some((channel) => isChannel(channel, one.is) && isChannel(channel, other.is))
      );
    default:
      return false;
  }
}

function shareValue(one: ListClaim, other: ListClaim): boolean {
  return [...one.is].some((value) => other.is.has(value));
}

function isAboutTheSame(one: ListClaim, other: ListClaim): boolean {
  return one.type === other.type && one.of === other.of;
}

function isList(claim: PositiveClaim): claim is ListClaim {
  return "is" in claim;
}
