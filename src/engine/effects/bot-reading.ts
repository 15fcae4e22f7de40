import { type Message, messageId, textOf } from "../../core/conversation/message.ts";
import type { Conversation } from "../../core/conversation/state.ts";
import type { BotMessage, BotTurn } from "../../ports/bot.ts";
import type { KnownConversations } from "../known-conversations.ts";
import type { Parts } from "../parts.ts";
import { pendingTurn } from "../pending-turn.ts";
import { logEntry } from "../read.ts";

/** The current engagement, and no more than the bot is allowed to read. */
export async function readTurn(
  parts: Parts,
  known: KnownConversations,
  id: string,
  conversation: Conversation,
): Promise<BotTurn & { upToSeq: number }> {
  const firstSeq = Math.max(conversation.engagement.firstSeq, conversation.lastSeq - parts.limits.botMessages + 1);
  const remembered = (await known.get(conversation.id)).messages.filter(({ seq }) => seq >= firstSeq);
  const messages = remembered[0]?.seq === firstSeq ? remembered : await readMessages(parts, conversation.id, firstSeq);
  return {
    id,
    conversationId: conversation.id,
    channelId: conversation.route.channelId,
    locale: conversation.locale,
    messages: unreadLast(messages, pendingTurn(conversation)?.unreadAfter ?? null).flatMap(botMessage),
    handedBack: await handedBackOf(parts, conversation, messages),
    upToSeq: messages.at(-1)?.seq ?? conversation.lastSeq,
  };
}

/** What the last person did in this engagement, so that the bot neither stays silent nor asks for one again at once. */
async function handedBackOf(parts: Parts, { id, engagement }: Conversation, messages: readonly Message[]) {
  if (!engagement.handedBack) return null;
  const { at, noteSeq } = engagement.handedBack;
  if (noteSeq === null) return { at, note: null };
  const read = messages.find(({ seq }) => seq === noteSeq);
  const note = read ?? ((await logEntry(parts.store, "messages", id, noteSeq)) as Message | null);
  return { at, note: note && textOf(note.content) };
}

async function readMessages(parts: Parts, owner: string, firstSeq: number): Promise<readonly Message[]> {
  const range = { limit: parts.limits.botMessages, order: "ascending", afterSeq: firstSeq - 1 } as const;
  const page = await parts.store.query({ log: "messages", owner, ...range });
  return page.items.map((item) => item.body as Message);
}

/** What the last answer had not read yet comes after it: to the bot it is still to be answered. */
function unreadLast(messages: readonly Message[], unreadAfter: number | null): readonly Message[] {
  if (unreadAfter === null) return messages;
  const isUnread = ({ author, seq }: Message) => author.type === "customer" && seq > unreadAfter;
  return [...messages.filter((message) => !isUnread(message)), ...messages.filter(isUnread)];
}

export function botMessage(message: Message): BotMessage[] {
  const text = readable(message);
  if (text === null) return [];
  // Our own texts at a moment were said in the assistant's voice.
  const author = message.author.type === "system" ? "bot" : message.author.type;
  return [{ id: messageId(message.conversationId, message.seq), at: message.at, author, text }];
}

/** What cannot be read is at least named. */
function readable({ content }: Message): string | null {
  if (content.type !== "attachment") return textOf(content);
  const { kind, name, caption } = content;
  return [`[${kind}${name === null ? "" : `: ${name}`}]`, caption].filter((part) => part !== null).join(" ");
}
