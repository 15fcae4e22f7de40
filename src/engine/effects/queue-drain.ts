import { conversationViews } from "../../core/conversation/index-entries.ts";
import type { Conversation } from "../../core/conversation/state.ts";
import type { LeasedEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import type { HandleEvent } from "../handle-event.ts";
import type { Parts } from "../parts.ts";

/** As many as could be given away at once; whoever takes the next one frees the next look. */
const lookedAt = 50;

/** Somebody has room: those who wait longest are routed again (I7). */
export function createQueueDrain(parts: Parts, handle: HandleEvent) {
  return async (leased: LeasedEffect): Promise<Outcome> => {
    const page = await parts.store.query({
      view: conversationViews.byPhase,
      key: "queue",
      limit: lookedAt,
      order: "ascending",
      cursor: null,
    });
    for (const item of page.items) {
      const { control, id } = item.body as Conversation;
      if (control.phase !== "queue" || control.handoff.ask) continue;
      const event = { type: "handoff-woken", id: `${leased.id}:${id}`, at: parts.clock.now() } as const;
      await handle(id, event);
    }
    return { outcome: "done" };
  };
}
