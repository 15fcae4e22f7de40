import type { Evidence } from "./evidence.ts";
import type { HandoffCase } from "./handoff-case.ts";
import { nextOpen } from "./opening-times.ts";

export type Outcome =
  | "answered"
  | "gave up"
  | "still in work"
  | "told that nobody came"
  | "waits for the opening"
  | "has only just come"
  | "lost";

/** What became of it by the end of the day. */
export function outcomeOf(one: HandoffCase, { plan, witnessed }: Evidence): Outcome {
  const { end, answeredAt, stays, conversationId } = one;
  if (end) {
    if (answeredAt !== null) return "answered";
    return end.how === "cancelled" ? "gave up" : "lost";
  }
  const last = stays.at(-1);
  if (!last) return "lost";
  if (last.agentId !== null) return "still in work";
  if ((witnessed.exhaustions.get(conversationId) ?? []).some((told) => told >= last.from))
    return "told that nobody came";
  const open = nextOpen(plan.openings[last.queueId] ?? "always", plan.endsAt);
  if (open === null || open.from > plan.endsAt) return "waits for the opening";
  return plan.endsAt - Math.max(last.from, open.from) < justMs ? "has only just come" : "lost";
}

const justMs = 15 * 60_000;
