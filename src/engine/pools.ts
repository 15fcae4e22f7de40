import type { Effect, QueueDrain } from "../core/conversation/effect.ts";

/** What an effect burdens: a slow channel holds up its own sends and nobody else's. */
export function poolOf(effect: Effect | QueueDrain, channelId: string): string {
  switch (effect.type) {
    case "message-send":
      return `send:${channelId}`;
    case "bot-turn":
      return "bot";
    case "route":
    case "queue-drain":
      return "route";
    case "timer":
    case "hold-release":
    case "notify":
      return "timer";
    case "task-create":
    case "survey-ask":
    case "survey-answer":
      return "timer";
    case "packet-build":
      return "packet";
  }
}
