import { gapDetail } from "../../core/notifications/duty-gap.ts";
import type { Agent } from "../../core/people/agent.ts";
import { whoToWarn } from "../../core/routing/in-charge.ts";
import { aheadMs, type DutyGap, dutyGaps } from "../../core/routing/nobody-on-duty.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { NewEffect } from "../../ports/store.ts";
import { noticeEffect } from "../notifications/notice-effect.ts";

interface Company {
  readonly agents: readonly Agent[];
  readonly settings: Settings;
}

/** What lasts longer than this is told without an end. */
const longestMs = 8 * 24 * 3_600_000;

/** To whoever can still put somebody on the roster: which queue, from when to when. */
export function gapWarning(gap: DutyGap, company: Company, at: number): readonly NewEffect[] {
  const { queueId, from } = gap;
  const warned = whoToWarn(company.settings.queues[queueId]?.teams ?? [], company);
  if (warned.length === 0) return [];
  const notice = {
    ...({ kind: "nobody-on-duty", subjectId: queueId, actorId: null, reason: null, priority: "normal" } as const),
    targets: warned.map((id) => ({ type: "agent", id }) as const),
    detail: gapDetail({ from, to: endOf(gap, company, at) }),
  };
  return [noticeEffect({ id: `duty-gap.${queueId}.${from}`, at, conversationId: null, notice })];
}

/** A look sees one day: a gap that goes on behind it is followed to its end. `null`: there is none for a week. */
function endOf({ queueId, from, to }: DutyGap, { agents, settings }: Company, at: number): number | null {
  if (to < at + aheadMs) return to;
  const queue = settings.queues[queueId];
  if (!queue) return null;
  const [whole] = dutyGaps({ agents, settings: { ...settings, queues: { [queueId]: queue } } }, from, at + longestMs);
  return whole && whole.to < at + longestMs ? whole.to : null;
}
