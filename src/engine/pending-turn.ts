import type { Conversation, PendingTurn } from "../core/conversation/state.ts";

/** The turn the bot owes, wherever the phase keeps it. */
export function pendingTurn({ control }: Conversation): PendingTurn | null {
  if (control.phase === "bot") return control.pendingTurn;
  if (control.phase === "queue") return control.assist?.pendingTurn ?? null;
  return null;
}
