import { type Choice, type Message, messageId, textOf } from "../../core/conversation/message.ts";
import type { IdentityLink } from "../../core/customers/customer.ts";
import type { Engine } from "../../engine/engine.ts";
import { identityKey } from "../../engine/inbound.ts";
import type { Store } from "../../ports/store.ts";

/** One message as the customer sees it. */
export interface ShownMessage {
  readonly id: string;
  readonly author: "customer" | "bot" | "agent" | "system";
  readonly name: string | null;
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly at: string;
}

const mostMessages = 200;
const arrived = new Set(["none", "sent", "delivered", "read", "unknown"]);

/** What one customer wrote and what reached them; notes and what was withheld are not for them (I14). */
export async function readHistory(
  engine: Pick<Engine, "conversations" | "agents">,
  store: Store,
  { channelId, from }: { channelId: string; from: string },
): Promise<readonly ShownMessage[]> {
  const [stored] = await store.load([identityKey(channelId, from)]);
  if (!stored) return [];
  const { conversationId } = stored.body as IdentityLink;
  const conversation = await engine.conversations.get(conversationId);
  if (!conversation) return [];
  const page = await engine.conversations.messages(conversationId, {
    limit: mostMessages,
    afterSeq: Math.max(0, conversation.lastSeq - mostMessages),
  });
  const names = new Map((await engine.agents.list()).map(({ id, name }) => [id, name]));
  return page.items.flatMap((message) => shown(message, names));
}

function shown(message: Message, names: ReadonlyMap<string, string>): ShownMessage[] {
  const { author, conversationId, seq, providerId } = message;
  const text = textOf(message.content);
  if (author.type === "note" || text === null || !arrived.has(message.delivery.status)) return [];
  return [
    {
      id: providerId ?? messageId(conversationId, seq),
      author: author.type,
      name: author.type === "agent" ? (names.get(author.agentId) ?? null) : null,
      text,
      choices: message.content.type === "offer" ? message.content.choices : [],
      at: new Date(message.at).toISOString(),
    },
  ];
}
