import type { Exclusion, RoutingDecision } from "../../core/routing/decision.ts";
import { type Company, whoToCall } from "../../core/routing/in-charge.ts";
import { emptyCommit } from "../empty-commit.ts";
import { noticeEffect } from "../notifications/notice-effect.ts";
import type { Parts } from "../parts.ts";
import { createRecent } from "../recent.ts";
import type { Waiting } from "./read-route-input.ts";

/** Something urgent has found nobody on duty: whoever is on call is told, once for each handoff, however often it is found. */
export type TellNobodyOnDuty = (waiting: Waiting, decision: RoutingDecision, company: Company) => Promise<void>;

const offDuty: ReadonlySet<Exclusion> = new Set(["left", "absent", "off-shift", "offline", "away"]);

export function createTellNobodyOnDuty(parts: Parts): TellNobodyOnDuty {
  const told = createRecent<true>(1_000);
  return async ({ conversation, handoff }, decision, company) => {
    if (told.get(handoff.id) || conversation.isTest || !findsNobodyOnDuty(decision)) return;
    const priority = decision.priority ?? handoff.priority;
    const called = priority === "urgent" ? whoToCall(handoff.destination.teamIds, company) : [];
    if (called.length === 0) return;
    const { id: subjectId, reason } = handoff;
    const id = `${subjectId}.nobody-on-duty`;
    const notice = {
      kind: "nobody-on-duty",
      subjectId,
      targets: called.map((agentId) => ({ type: "agent", id: agentId }) as const),
      reason,
      priority,
      actorId: null,
      detail: null,
    } as const;
    const at = parts.clock.now();
    await parts.store.commit({
      ...emptyCommit(at),
      claims: [{ key: id, note: "" }],
      effects: [noticeEffect({ id, at, conversationId: conversation.id, notice })],
    });
    told.set(subjectId, true);
    parts.wakeAt(at);
  };
}

/** Somebody who is only busy, or declined, is there and can be spoken to. */
function findsNobodyOnDuty({ outcome, candidates }: RoutingDecision): boolean {
  if (outcome.type === "ask" || outcome.type === "give") return false;
  return candidates.every(({ excluded }) => excluded !== null && offDuty.has(excluded));
}
