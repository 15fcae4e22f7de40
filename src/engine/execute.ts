import type { Effect, QueueDrain } from "../core/conversation/effect.ts";
import type { Executors, Outcome } from "./effect-runner.ts";
import { createBotTurn, giveUpTurn } from "./effects/bot-turn.ts";
import { createMessageSend, giveUpSend } from "./effects/message-send.ts";
import { createQueueDrain } from "./effects/queue-drain.ts";
import { createRoute } from "./effects/route.ts";
import { createTimer } from "./effects/timer.ts";
import type { HandleEvent } from "./handle-event.ts";
import type { KnownConversations } from "./known-conversations.ts";
import type { Parts } from "./parts.ts";

/** Which code carries out which effect, and what becomes of one that cannot be carried out. */
export function createExecutors(parts: Parts, known: KnownConversations, handle: HandleEvent): Executors {
  const botTurn = createBotTurn(parts, known, handle);
  const messageSend = createMessageSend(parts, known, handle);
  const route = createRoute(parts, known, handle);
  const timer = createTimer(parts, handle);
  const queueDrain = createQueueDrain(parts, handle);
  const execute: Executors["execute"] = async (leased, run) => {
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
        return notYet("an effect of a type this version does not know");
    }
  };
  const giveUp: Executors["giveUp"] = async (leased) => {
    const effect = leased.body as Effect | QueueDrain;
    if (effect.type === "bot-turn") return giveUpTurn(parts, handle, leased, effect);
    if (effect.type === "message-send") return giveUpSend(parts, handle, leased, effect);
    // Timers and routing are what nothing may be forgotten by: they are tried for ever (I5, I9).
    return notYet("faults again and again");
  };
  return { execute, giveUp };
}

/** A newer version, or a repaired one, may know how. */
function notYet(error: string): Outcome {
  return { outcome: "retry", error, retryAfterMs: 60_000 };
}
