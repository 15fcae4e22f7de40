import type { Conversation } from "./state.ts";

/** The views a conversation appears in. Computed here and committed as data, so that every store answers alike. */
export interface IndexEntry {
  readonly view: string;
  readonly key: string;
  readonly sort: number;
}

export const conversationViews = {
  byPhase: "conversations-by-phase",
  byAgent: "conversations-by-agent",
  /** Those who wait, by the destination they wait for. */
  waiting: "conversations-waiting",
  /** Those who have waited, by the queue, the latest last. */
  waits: "conversation-waits",
};

export function indexEntries(conversation: Conversation): readonly IndexEntry[] {
  const { control, lastCustomerAt, lastWait, isTest } = conversation;
  // The queue is worked from its oldest handoff on, not by who wrote last.
  const sort = control.phase === "queue" ? control.handoff.openedAt : lastCustomerAt;
  const entries: IndexEntry[] = [{ view: conversationViews.byPhase, key: control.phase, sort }];
  if (control.phase === "human") {
    entries.push({ view: conversationViews.byAgent, key: control.agentId, sort: lastCustomerAt });
  }
  // Tests count in no figure: not in how many wait, nor in how long (I16).
  if (control.phase === "queue" && !isTest) {
    entries.push({ view: conversationViews.waiting, key: control.handoff.destination.id, sort });
  }
  if (lastWait && !isTest) entries.push({ view: conversationViews.waits, key: lastWait.queueId, sort: lastWait.at });
  return entries;
}
