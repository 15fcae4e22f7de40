import type { Draft } from "../draft.ts";
import type { EventOf } from "../handler.ts";

/** Resolving ends the engagement. Nobody speaks until the customer writes again. */
export function closeConversation(draft: Draft, event: EventOf<"conversation-closed">): undefined {
  const actor =
    event.agentId === null ? ({ type: "system" } as const) : ({ type: "agent", agentId: event.agentId } as const);
  draft.changeControl(
    { phase: "closed", since: draft.at, outcome: event.outcome },
    { code: "closed", outcome: event.outcome },
    actor,
  );
}
