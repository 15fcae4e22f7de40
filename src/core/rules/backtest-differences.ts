import type { PastDecision, PastEngagement, PastOutcome } from "./backtest.ts";

/** Engagements that go another way in the same manner: "was left to the bot, becomes a handoff". */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly was: PastDecision["action"];
  readonly becomes: PastDecision["action"];
  readonly count: number;
  /** The first of them. */
  readonly examples: readonly DifferenceExample[];
}

/** What differs first, in this order. */
export type DifferenceKind = "action" | "destination" | "earlier" | "later" | "rule" | "reason";

/** Ids only: what was said is read where it is kept (I15). */
export interface DifferenceExample {
  readonly conversationId: string;
  readonly engagement: number;
  /** The message at which they part; `null`: neither named one. */
  readonly seq: number | null;
  readonly was: PastOutcome;
  readonly becomes: PastOutcome;
}

const mostExamples = 20;

export function createDifferences() {
  const found = new Map<string, Difference & { count: number; readonly examples: DifferenceExample[] }>();
  return {
    add({ conversationId, engagement }: PastEngagement, was: PastOutcome, becomes: PastOutcome): void {
      const kind = kindOf(was, becomes);
      if (kind === null) return;
      const key = `${kind} ${was.action} ${becomes.action}`;
      const difference = found.get(key) ?? { kind, was: was.action, becomes: becomes.action, count: 0, examples: [] };
      found.set(key, difference);
      difference.count += 1;
      if (difference.examples.length >= mostExamples) return;
      difference.examples.push({ conversationId, engagement, seq: firstOf(was.seq, becomes.seq), was, becomes });
    },
    /** By kind, and what is most frequent first. */
    list: (): readonly Difference[] =>
      [...found.values()]
        .sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind) || other.count - one.count)
        .map((difference) => ({ ...difference, examples: [...difference.examples] })),
  };
}

const kinds: readonly DifferenceKind[] = ["action", "destination", "earlier", "later", "rule", "reason"];

function kindOf(was: PastOutcome, becomes: PastOutcome): DifferenceKind | null {
  if (was.action !== becomes.action) return "action";
  if (was.destination?.type !== becomes.destination?.type || was.destination?.id !== becomes.destination?.id) {
    return "destination";
  }
  if (was.seq !== becomes.seq) return (becomes.seq ?? 0) < (was.seq ?? 0) ? "earlier" : "later";
  if (was.ruleId !== becomes.ruleId) return "rule";
  return was.reason === becomes.reason ? null : "reason";
}

function firstOf(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}
