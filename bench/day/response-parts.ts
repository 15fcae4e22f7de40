import type { RequestRecord } from "../../src/core/conversation/record.ts";
import type { DayConversation } from "./evidence.ts";
import type { HandoffCase } from "./handoff-case.ts";
import type { Span } from "./opening-times.ts";

/** The time to the first words in three parts: nobody had it, it rang, somebody had it. `null`: there were no words. */
export interface ResponseParts {
  readonly queueMs: number;
  readonly ringMs: number;
  readonly typingMs: number;
}

export function responsePartsOf(one: HandoffCase, { records }: Pick<DayConversation, "records">): ResponseParts | null {
  const { answeredAt, openedAt } = one;
  if (answeredAt === null) return null;
  const waits = one.stays.filter(({ agentId, from }) => agentId === null && from < answeredAt);
  const waitedMs = waits.reduce((sum, { from, to }) => sum + ((to ?? answeredAt) - from), 0);
  const epochs = new Set(waits.map(({ epoch }) => epoch));
  const requests = records.filter((record): record is RequestRecord => record.type === "request");
  const rings = requests.flatMap(({ at, end, epoch }) => (end && epochs.has(epoch) ? [{ from: at, to: end.at }] : []));
  const ringMs = covered(rings);
  return { queueMs: waitedMs - ringMs, ringMs, typingMs: answeredAt - openedAt - waitedMs };
}

/** What rings for many at once rings once. */
function covered(spans: readonly Span[]): number {
  let [sum, until] = [0, Number.NEGATIVE_INFINITY];
  for (const { from, to } of spans.toSorted((one, other) => one.from - other.from)) {
    sum += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return sum;
}
