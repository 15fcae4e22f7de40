import type { Effect } from "../core/conversation/effect.ts";
import type { FeedEntry } from "../ports/store.ts";
import type { EffectRunner } from "./effect-runner.ts";
import type { Parts } from "./parts.ts";
import { pendingTurn } from "./pending-turn.ts";
import { readOne } from "./read.ts";

/**
 * Another process may change control or restart a turn that runs here: the feed tells, and the bot is stopped (I3).
 * Without it the answer would be refused at its commit all the same; this saves the wait and the tokens.
 */
export function createTurnWatch(parts: Parts, runner: EffectRunner): (entry: FeedEntry) => void {
  return (entry) => {
    if (entry.conversationId === null || !mayEndTurn(entry)) return;
    for (const effect of runner.running.values()) {
      const body = effect.body as Effect;
      if (effect.owner !== entry.conversationId || body.type !== "bot-turn") continue;
      parts.keepAlive(abortIfOver(effect.id, effect.owner));
    }
  };

  async function abortIfOver(effectId: string, conversationId: string): Promise<void> {
    const conversation = await readOne(parts.store, conversationId).catch(() => undefined);
    if (conversation === undefined) return;
    if (!conversation || pendingTurn(conversation)?.effectId !== effectId) runner.abort(effectId);
  }
}

function mayEndTurn(entry: FeedEntry): boolean {
  return entry.type === "control-changed" || (entry.type === "message-added" && entry.data.author === "customer");
}
