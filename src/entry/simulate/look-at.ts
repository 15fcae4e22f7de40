import type { Message } from "../../core/conversation/message.ts";
import type { EngagementRecord } from "../../core/conversation/record.ts";
import type { Conversation } from "../../core/conversation/state.ts";
import type { Packet } from "../../core/packet/packet.ts";
import type { Decided } from "../../engine/decide-again.ts";
import type { Notification } from "../../engine/notifications/documents.ts";
import type { World } from "./world.ts";

/** Everything a script may have expectations of, as it is at this moment. */
export interface Seen {
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
  readonly records: readonly EngagementRecord[];
  readonly arrived: World["channel"]["arrived"];
  readonly deadLetters: number;
  /** The last one; `null`: there was none. */
  readonly decided: Decided | null;
  readonly notifications: readonly Notification[];
  readonly packet: Packet | null;
  readonly settingsVersion: number;
  readonly now: number;
}

export async function lookAt(world: World, conversation: Conversation): Promise<Seen> {
  const { engine, channel, history } = world;
  const { id } = conversation;
  const { items } = await engine.conversations.messages(id, { limit: 10_000, afterSeq: 0 });
  const records = await engine.conversations.records(id, { limit: 10_000, afterSeq: 0 });
  const dead = await engine.deadLetters.list({ limit: 1_000, cursor: null });
  const ofIt = history().filter((entry) => entry.conversationId === id);
  return {
    conversation,
    messages: items,
    records: records.items,
    arrived: channel.arrived.filter(({ conversationId }) => conversationId === id),
    deadLetters: dead.items.filter(({ conversationId }) => conversationId === id).length,
    decided: ofIt.findLast((entry) => entry.type === "decided")?.decided ?? null,
    notifications: ofIt.flatMap((entry) => (entry.type === "notification" ? [entry.notification] : [])),
    packet: await engine.packets.get(id),
    settingsVersion: (await engine.settings.versions.current()).number,
    now: world.timeIn(0),
  };
}
