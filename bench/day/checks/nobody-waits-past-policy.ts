import type { Evidence } from "../evidence.ts";
import type { HandoffCase, Stay } from "../handoff-case.ts";
import { nextOpen } from "../opening-times.ts";
import { exhaustMinutes } from "../plan-settings.ts";
import { allCases } from "../recount.ts";
import type { Check } from "./check.ts";

const patienceMs = exhaustMinutes * 60_000;
/** A wake-up a minute, and the one that was due at the same moment. */
const slackMs = 90_000;

/** I5: whoever waits for long, while somebody could come, is told so. */
export const nobodyWaitsPastPolicy: Check = {
  name: "nobody waits past the policy without being told",
  find: (evidence) =>
    allCases(evidence).flatMap((one) =>
      [...Map.groupBy(waitsOf(one), ({ epoch }) => epoch).values()].flatMap((waits) => {
        const due = dueOf(waits, evidence.plan);
        if (due === null || isInTime(due, { waits, conversationId: one.conversationId }, evidence)) return [];
        const from = waits[0]?.from ?? 0;
        return [`${one.conversationId} waited from ${clock(from)}, and was not told at ${clock(due)}`];
      }),
    ),
};

function waitsOf({ stays }: HandoffCase): readonly Stay[] {
  return stays.filter(({ agentId }) => agentId === null);
}

interface Wait {
  readonly waits: readonly Stay[];
  readonly conversationId: string;
}

function isInTime(due: number, { waits, conversationId }: Wait, { plan, witnessed }: Evidence): boolean {
  const to = waits.at(-1)?.to ?? plan.endsAt;
  if (to <= due + slackMs) return true;
  const told = witnessed.exhaustions.get(conversationId) ?? [];
  // Sooner where they had waited before, and nobody had written to them in between: then the times add up.
  const from = waits[0]?.from ?? due;
  return told.some((at) => at >= from && at <= due + slackMs);
}

/**
 * When somebody could have come for that long without a break, in whichever queues: patience runs while one is open, and
 * begins anew when it opens. `null`: not while they waited.
 */
function dueOf(waits: readonly Stay[], { openings, endsAt }: Evidence["plan"]): number | null {
  let since: number | null = null;
  for (const { from, to, queueId } of waits) {
    const until = to ?? endsAt;
    for (let at = from; at < until; ) {
      const open = nextOpen(openings[queueId] ?? "always", at);
      if (!open || open.from > at) since = null;
      if (!open || open.from >= until) break;
      since ??= open.from;
      if (since + patienceMs < Math.min(open.to, until)) return since + patienceMs;
      at = open.to;
    }
  }
  return null;
}

function clock(at: number): string {
  return new Date(at).toISOString().slice(5, 19);
}
