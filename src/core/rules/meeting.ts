import type { SignalId } from "../detection/signal.ts";
import { type Claim, claimOf } from "./claim.ts";
import { excludes, follows, type KnownChannel } from "./implication.ts";
import type { RankedRule } from "./ranked-rule.ts";

/** How a rule meets a signal: by it alone, only with others beside it, or not at all. */
export type Meeting = "alone" | "beside-others" | "never";

/** What else is known of the case: the channel it comes by, or nothing. */
export interface Place {
  readonly given: readonly Claim[];
  readonly channels: readonly KnownChannel[];
}

/** What an earlier rule takes for certain does not come this far. */
export function meetingOf(signal: SignalId, rule: RankedRule, { given, channels }: Place): Meeting {
  const shown = showing(signal);
  const known = [...given, shown];
  if (rule.contradiction) return "never";
  if (rule.claims.some((claim) => known.some((one) => excludes(one, claim, channels)))) return "never";
  if (rule.rivals.some(({ open }) => open.every((claim) => follows(claim, known, channels)))) return "never";
  const asked = rule.claims.filter(({ type }) => type === "signal");
  return asked.every((claim) => follows(claim, [shown], channels)) ? "alone" : "beside-others";
}

export function showing(signal: SignalId): Claim {
  return claimOf({ type: "signal", is: [signal] });
}

export function onChannel({ id }: KnownChannel): Claim {
  return claimOf({ type: "channel", is: [id] });
}
