import { pressedScore } from "../surveys/read-score.ts";
import type { TransitionContext } from "./context.ts";
import type { Draft } from "./draft.ts";
import type { ConversationEvent, EventType } from "./event.ts";
import type { Handler, Handlers, Stop } from "./handler.ts";
import { botPhase } from "./phases/bot.ts";
import { closedPhase } from "./phases/closed.ts";
import { humanPhase } from "./phases/human.ts";
import { queuePhase } from "./phases/queue.ts";
import { takeRating } from "./phases/rating.ts";
import type { Control } from "./state.ts";

export function handle(
  draft: Draft,
  control: Control,
  event: ConversationEvent,
  context: TransitionContext,
): Stop | undefined {
  const score = event.type === "message-received" ? pressedScore(event.content) : null;
  // The buttons stay where they were sent: whenever one is pressed, it is the answer to that question and no other.
  if (score !== null && event.type === "message-received") {
    takeRating(draft, event, score);
    return undefined;
  }
  switch (control.phase) {
    case "bot":
      return dispatch(botPhase, draft, control, event, context);
    case "queue":
      return dispatch(queuePhase, draft, control, event, context);
    case "human":
      return dispatch(humanPhase, draft, control, event, context);
    case "closed":
      return dispatch(closedPhase, draft, control, event, context);
  }
}

function dispatch<C extends Control>(
  handlers: Handlers<C>,
  draft: Draft,
  control: C,
  event: ConversationEvent,
  context: TransitionContext,
): Stop | undefined {
  const handler = handlers[event.type] as Handler<C, EventType>;
  return handler(draft, control, event, context);
}
