import { detectLanguage } from "../../detection/language/detect-language.ts";
import { settleLanguage } from "../../detection/language/settle-language.ts";
import { type Reading, read } from "../../detection/reading.ts";
import type { Draft } from "../draft.ts";
import type { EventOf } from "../handler.ts";
import { type Message, textOf } from "../message.ts";
import type { Conversation } from "../state.ts";

export interface Incoming {
  readonly message: Message;
  /** The words, read once for everybody who looks at them; `null`: there are none. */
  readonly reading: Reading | null;
  readonly isFromParticipant: boolean;
}

/** What every phase does with a customer's message first: it is in the conversation, once, in order (I1, I8). */
export function appendIncoming(draft: Draft, event: EventOf<"message-received">): Incoming {
  const { conversation } = draft;
  const text = textOf(event.content);
  const reading = text === null ? null : read(text);
  draft.set({
    turn: conversation.turn + 1,
    lastCustomerAt: draft.at,
    lastCustomerSeq: conversation.lastSeq + 1,
    properties: withProperties(conversation, event),
    ...localeAfter(conversation, event.locale, event.content.type === "text" ? reading : null),
  });
  const message = draft.append({ type: "customer" }, event.content, event.providerId);
  return { message, reading, isFromParticipant: event.isFromParticipant };
}

function withProperties({ properties }: Conversation, event: EventOf<"message-received">) {
  return Object.keys(event.properties).length === 0 ? properties : bounded({ ...properties, ...event.properties });
}

const mostProperties = 50;

/** Decisions are stored with them, so they stay few; what came first stays. */
export function bounded(properties: Conversation["properties"]): Conversation["properties"] {
  return Object.fromEntries(Object.entries(properties).slice(0, mostProperties));
}

type Locale = Pick<Conversation, "locale" | "localeSource">;

/** Sticky: the customer's words correct the channel, one foreign word corrects nothing, and an agent's word is final. */
function localeAfter(conversation: Conversation, fromChannel: string | null, reading: Reading | null): Locale {
  const { locale, localeSource } = conversation;
  const isOpen = localeSource === null || localeSource === "channel";
  const told = isOpen && fromChannel !== null ? { locale: fromChannel, localeSource: "channel" as const } : null;
  const before: Locale = told ?? { locale, localeSource };
  const found = reading && detectLanguage(reading);
  if (!found) return before;
  const current =
    before.locale === null || before.localeSource === null
      ? null
      : { language: before.locale, source: before.localeSource };
  const settled = settleLanguage(current, found);
  return settled ? { locale: settled.language, localeSource: settled.source } : before;
}
