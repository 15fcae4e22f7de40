import { type Agent, readAgent } from "../../core/people/agent.ts";
import { goneReason } from "../../core/people/gone.ts";
import { nextScheduleChange, shiftEnd, shiftWarningMs } from "../../core/people/schedule.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { Commit, FeedInput, LeasedEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import { noticeEffect } from "../notifications/notice-effect.ts";
import type { Parts } from "../parts.ts";
import type { Policies } from "../settings/policies.ts";
import { drainEffect } from "../to-commit.ts";
import { type AgentWatch, ownersTell, peopleEffect, readWatch, type ShiftCheck, watchKey } from "./documents.ts";

/**
 * Somebody's shift or absence has changed, or may have: their conversations are told, those who wait are offered to
 * whoever is there, they are reminded of the end of their shift, and the next change is waited for. One waiting look per
 * person, however often it is planned anew (I9).
 */
export function createShiftCheck(parts: Parts, policies: Pick<Policies, "current">) {
  const { store, clock } = parts;
  return async (leased: LeasedEffect, { agentId }: ShiftCheck): Promise<Outcome> => {
    for (;;) {
      const [stored] = await store.load([{ kind: "agent", id: agentId }]);
      if (!stored) return { outcome: "done" };
      const watch = await readWatch(store, agentId);
      const at = clock.now();
      const look: Look = { id: `${agentId}.w${watch.version + 1}`, at, settings: policies.current().settings };
      const result = await store.commit({
        ...emptyCommit(at),
        settles: [leased.id],
        expects: [{ ...watchKey(agentId), version: watch.version }],
        ...looked(readAgent(stored.body), watch.body, look, leased.id),
      });
      if (result.status === "stale") continue;
      return { outcome: "settled" };
    }
  };
}

interface Look {
  readonly id: string;
  readonly at: number;
  readonly settings: Pick<Settings, "hours">;
}

function looked(
  agent: Agent,
  watch: AgentWatch,
  { id, at, settings }: Look,
  leasedId: string,
): Pick<Commit, "puts" | "effects" | "cancels" | "feed"> {
  const dueAt = nextScheduleChange(agent, settings, at);
  const next = dueAt === null ? null : { effectId: `${id}.shift`, dueAt };
  const end = shiftEnd(agent, settings, at);
  const isEnding = end !== null && end - at <= shiftWarningMs && watch.warnedOf !== end && agent.leftAt === null;
  const body: AgentWatch = { ...watch, schedule: next, warnedOf: isEnding ? end : watch.warnedOf };
  const { schedule } = watch;
  return {
    puts: [{ ...watchKey(agent.id), body }],
    cancels: schedule && schedule.effectId !== leasedId ? [schedule.effectId] : [],
    effects: [
      ownersTell(agent.id, { id, dueAt: at }),
      // Whoever waits has waited for this moment, perhaps: not until the next wake-up of each of them (I5).
      ...(goneReason(agent, settings, at) === null ? [drainEffect(agent.id, id, at)] : []),
      ...(next ? [peopleEffect({ id: next.effectId, dueAt: next.dueAt }, shiftCheck(agent.id))] : []),
      ...(isEnding ? [warning(agent, { id: `${id}.ends`, at })] : []),
    ],
    feed: isEnding ? [endingEntry(agent, end)] : [],
  };
}

function shiftCheck(agentId: string): ShiftCheck {
  return { type: "shift-check", agentId };
}

/** In time to hand over what is still open. */
function warning({ id: agentId, holds }: Agent, { id, at }: { readonly id: string; readonly at: number }) {
  const notice = {
    kind: "shift-ending",
    subjectId: agentId,
    targets: [{ type: "agent", id: agentId }],
    actorId: null,
    reason: null,
    priority: "normal",
    detail: String(Object.keys(holds).length),
  } as const;
  return noticeEffect({ id, at, conversationId: null, notice });
}

function endingEntry({ id, holds }: Agent, end: number): FeedInput {
  const data = { agentId: id, endsAt: end, holds: Object.keys(holds).length };
  return { type: "shift-ending", conversationId: null, data };
}
