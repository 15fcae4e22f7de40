import type { Effect, QueueDrain } from "../core/conversation/effect.ts";
import type { Executors, Outcome } from "./effect-runner.ts";
import { createBotTurn, giveUpTurn } from "./effects/bot-turn.ts";
import { createMessageSend, giveUpSend } from "./effects/message-send.ts";
import { createNotificationDeliver } from "./effects/notification-deliver.ts";
import { createNotify, type NotifyEffect } from "./effects/notify.ts";
import { createPacketBuild } from "./effects/packet-build.ts";
import { createQueueDrain } from "./effects/queue-drain.ts";
import { createRoute } from "./effects/route.ts";
import { createTimer } from "./effects/timer.ts";
import type { HandleEvent } from "./handle-event.ts";
import type { KnownConversations } from "./known-conversations.ts";
import type { DeliverParts } from "./notifications/deliver-parts.ts";
import type { NotificationDeliver } from "./notifications/documents.ts";
import type { Parts } from "./parts.ts";
import type { SettingsPublish } from "./settings/documents.ts";
import type { PolicyReader } from "./settings/policy-reader.ts";
import type { WorkspaceSettings } from "./settings/workspace-settings.ts";

type AnyEffect =
  | Exclude<Effect, { type: "notify" }>
  | NotifyEffect
  | NotificationDeliver
  | QueueDrain
  | SettingsPublish;

export interface ExecutorTools {
  readonly settings: Pick<WorkspaceSettings, "publishDue">;
  readonly telling: DeliverParts;
  readonly policies: PolicyReader;
}

/** Which code carries out which effect, and what becomes of one that cannot be carried out. */
export function createExecutors(
  parts: Parts,
  known: KnownConversations,
  handle: HandleEvent,
  { settings, telling, policies }: ExecutorTools,
): Executors {
  const botTurn = createBotTurn(parts, known, handle);
  const messageSend = createMessageSend(parts, known, handle);
  const route = createRoute(parts, known, handle, policies);
  const timer = createTimer(parts, handle);
  const queueDrain = createQueueDrain(parts, handle);
  const notify = createNotify(parts, { ...telling, known });
  const notificationDeliver = createNotificationDeliver(telling);
  const packetBuild = createPacketBuild(parts, known);
  const execute: Executors["execute"] = async (leased, run) => {
    const effect = leased.body as AnyEffect;
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
      case "notification-deliver":
        return notificationDeliver(leased, effect, run);
      case "packet-build":
        return packetBuild(leased, effect, run);
      case "settings-publish":
        return settings.publishDue(leased, effect);
      default:
        return notYet("an effect of a type this version does not know");
    }
  };
  const giveUp: Executors["giveUp"] = async (leased) => {
    const effect = leased.body as AnyEffect;
    if (effect.type === "bot-turn") return giveUpTurn(parts, handle, leased, effect);
    if (effect.type === "message-send") return giveUpSend(parts, handle, leased, effect);
    if (effect.type === "notification-deliver") return { outcome: "dead", error: "a fault in Baton; see the log" };
    // Timers, routing and publishing are what nothing may be forgotten by: they are tried for ever (I5, I9).
    return notYet("faults again and again");
  };
  return { execute, giveUp };
}

/** A newer version, or a repaired one, may know how. */
function notYet(error: string): Outcome {
  return { outcome: "retry", error, retryAfterMs: 60_000 };
}
