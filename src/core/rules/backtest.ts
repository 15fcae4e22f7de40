import { createDifferences, type Difference } from "./backtest-differences.ts";
import { createTally, type Tally } from "./backtest-tally.ts";
import type { Destination, HoursState, Property } from "./rule.ts";

/** One engagement as it was, to be decided about again. */
export interface PastEngagement {
  readonly conversationId: string;
  readonly engagement: number;
  readonly channelId: string;
  readonly channelKind: string;
  readonly language: string | null;
  readonly tags: readonly string[];
  readonly properties: Readonly<Record<string, Property>>;
  /** In their order. */
  readonly messages: readonly PastMessage[];
}

export interface PastMessage {
  readonly seq: number;
  readonly at: number;
  readonly author: "customer" | "bot" | "agent";
  readonly text: string | null;
  /** Of what is no text. */
  readonly kind: string | null;
}

/** What rules would have done at the message `upTo`, knowing nothing that came after it. */
export type PastPolicy = (past: PastEngagement, upTo: number) => PastDecision;

export interface PastDecision {
  readonly action: "handoff" | "offer" | "bot";
  /** `null` where nobody is handed over. */
  readonly destination: Destination | null;
  readonly ruleId: string | null;
  readonly reason: string | null;
  /** Of the destination, at that moment. */
  readonly hours: HoursState | null;
}

/** What became of an engagement: the first handoff, else the first offer, else the bot to the end. */
export interface PastOutcome extends PastDecision {
  /** The message that decided; `null`: none. */
  readonly seq: number | null;
}

export interface BacktestResult {
  readonly engagements: number;
  readonly a: Tally;
  readonly b: Tally;
  readonly differences: readonly Difference[];
}

/** For engagements that come one by one, as from a store. */
export interface Backtest {
  add(past: PastEngagement): void;
  result(): BacktestResult;
}

/**
 * Two rule books over the same past. Each is asked at every message of the customer and the bot, up to the first
 * message of a person: what was said after that was said to somebody, and tells nothing about what else might have been.
 * Nothing of an engagement is kept but ids of a few examples.
 */
export function startBacktest(policyA: PastPolicy, policyB: PastPolicy): Backtest {
  const [a, b, differences] = [createTally(), createTally(), createDifferences()];
  let engagements = 0;
  return {
    add(past) {
      engagements += 1;
      const [was, becomes] = [outcomeOf(past, policyA), outcomeOf(past, policyB)];
      a.add(was);
      b.add(becomes);
      differences.add(past, was, becomes);
    },
    result: () => ({ engagements, a: a.total(), b: b.total(), differences: differences.list() }),
  };
}

export function backtest(
  conversations: Iterable<PastEngagement>,
  policyA: PastPolicy,
  policyB: PastPolicy,
): BacktestResult {
  const running = startBacktest(policyA, policyB);
  for (const past of conversations) running.add(past);
  return running.result();
}

const leftToBot: PastOutcome = {
  action: "bot",
  destination: null,
  ruleId: null,
  reason: null,
  hours: null,
  seq: null,
};

function outcomeOf(past: PastEngagement, policy: PastPolicy): PastOutcome {
  let outcome = leftToBot;
  for (const { seq, author } of past.messages) {
    if (author === "agent") break;
    const decision = policy(past, seq);
    if (decision.action === "handoff") return keep(decision, seq);
    // A customer is asked once.
    if (decision.action === "offer" && outcome.action === "bot") outcome = keep(decision, seq);
  }
  return outcome;
}

/** Whatever else a policy says of it is not kept. */
function keep({ action, destination, ruleId, reason, hours }: PastDecision, seq: number): PastOutcome {
  return { action, destination, ruleId, reason, hours, seq };
}
