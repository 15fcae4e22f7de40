import type { Draft } from "../draft.ts";
import { lanes } from "../effect.ts";
import type { ConversationSettings } from "../settings.ts";
import type { BotControl, PendingTurn } from "../state.ts";

/**
 * The turn the bot owes after another message of the customer. A message makes the pending turn stale (I3) and starts
 * it anew with everything said so far, until it has been restarted or merged long enough: then it is answered.
 */
export function oweTurn(
  draft: Draft,
  pending: PendingTurn | null,
  settings: ConversationSettings,
  unreadAfter: number | null = null,
): PendingTurn {
  if (pending && mustAnswerNow(pending, draft.at, settings)) return pending;
  if (pending) draft.cancel(pending.effectId);
  const { id, epoch, turn } = draft.conversation;
  const effectId = draft.plan(
    { type: "bot-turn", conversationId: id, epoch, turn },
    { lane: lanes.bot(id), dueAt: draft.at + settings.quietMs },
  );
  return {
    effectId,
    turn,
    firstMessageAt: pending?.firstMessageAt ?? draft.at,
    restarts: pending ? pending.restarts + 1 : 0,
    unreadAfter: pending?.unreadAfter ?? unreadAfter,
  };
}

function mustAnswerNow(pending: PendingTurn, at: number, settings: ConversationSettings): boolean {
  return pending.restarts >= settings.maxTurnRestarts || at - pending.firstMessageAt >= settings.maxMergeMs;
}

/** After an answer: messages that came while it had to be given get a turn of their own. */
export function nextTurn(draft: Draft, upToSeq: number, settings: ConversationSettings): PendingTurn | null {
  return draft.conversation.lastCustomerSeq > upToSeq ? oweTurn(draft, null, settings, upToSeq) : null;
}

export function dropTurn(draft: Draft, { pendingTurn }: BotControl): void {
  if (pendingTurn) draft.cancel(pendingTurn.effectId);
}
