import type { Effect, QueueDrain } from "../core/conversation/effect.ts";
import type { Executors, Outcome } from "./effect-runner.ts";
import { createBotTurn, giveUpTurn } from "./effects/bot-turn.ts";
import { createMessageSend, giveUpSend } from "./effects/message-send.ts";
import { createNotify } from "./effects/notify.ts";
import { createPacketBuild } from "./effects/packet-build.ts";
import { createQueueDrain } from "./effects/queue-drain.ts";
import { createRoute } from "./effects/route.ts";
import { createTimer } from "./effects/timer.ts";
import type { HandleEvent } from "./handle-event.ts";
import type { KnownConversations } from "./known-conversations.ts";
import type { Parts } from "./parts.ts";
import type { SettingsPublish } from "./settings/documents.ts";
import type { WorkspaceSettings } from "./settings/workspace-settings.ts";

/** Which code carries out which effect, and what becomes of one that cannot be carried out. */
export function createExecutors(
  parts: Parts,
  known: KnownConversations,
  handle: HandleEvent,
  settings: Pick<WorkspaceSettings, "publishDue">,
): Executors {
  const botTurn = createBotTurn(parts, known, handle);
  const messageSend = createMessageSend(parts, known, handle);
  const route = createRoute(parts, known, handle);
  const timer = createTimer(parts, handle);
  const queueDrain = createQueueDrain(parts, handle);
  const notify = createNotify(parts, known);
  const packetBuild = createPacketBuild(parts, known);
  const execute: Executors["execute"] = async (leased, run) => {
    const effect = leased.body as Effect | QueueDrain | SettingsPublish;
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
      case "notify":
        return notify(leased, effect);
      case "packet-build":
        return packetBuild(leased, effect, run);
      case "settings-publish":
        return settings.publishDue(leased, effect);
      default:
        return notYet("an effect of a type this version does not know");
    }
  };
  const giveUp: Executors["giveUp"] = async (leased) => {
    const effect = leased.body as Effect | QueueDrain | SettingsPublish;
    if (effect.type === "bot-turn") return giveUpTurn(parts, handle, leased, effect);
    if (effect.type === "message-send") return giveUpSend(parts, handle, leased, effect);
    // Timers, routing and publishing are what nothing may be forgotten by: they are tried for ever (I5, I9).
    return notYet("faults again and again");
  };
  return { execute, giveUp };
}

/** A newer version, or a repaired one, may know how. */
function notYet(error: string): Outcome {
  return { outcome: "retry", error, retryAfterMs: 60_000 };
}
