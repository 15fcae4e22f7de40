import type { Effect, QueueDrain } from "../core/conversation/effect.ts";
import type { Executor } from "./effect-runner.ts";
import { createBotTurn } from "./effects/bot-turn.ts";
import { createMessageSend } from "./effects/message-send.ts";
import { createQueueDrain } from "./effects/queue-drain.ts";
import { createRoute } from "./effects/route.ts";
import { createTimer } from "./effects/timer.ts";
import type { HandleEvent } from "./handle-event.ts";
import type { KnownConversations } from "./known-conversations.ts";
import type { Parts } from "./parts.ts";

/** Which code carries out which effect. */
export function createExecutor(parts: Parts, known: KnownConversations, handle: HandleEvent): Executor {
  const botTurn = createBotTurn(parts, known, handle);
  const messageSend = createMessageSend(parts, known, handle);
  const route = createRoute(parts, known, handle);
  const timer = createTimer(parts, handle);
  const queueDrain = createQueueDrain(parts, handle);
  return async (leased, run) => {
    const effect = leased.body as Effect | QueueDrain;
    switch (effect.type) {
      case "bot-turn":
        return botTurn(leased, effect, run);
      case "message-send":
        return messageSend(leased, effect, run);
      case "route":
        return route(leased, effect);
      case "timer":
        return timer(leased, effect);
      case "queue-drain":
        return queueDrain(leased);
      default:
        return { outcome: "dead", error: "an effect of a type this version does not know" };
    }
  };
}
