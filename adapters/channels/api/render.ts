import type { OutboundMessage } from "../../../src/ports/channel.ts";
import type { OutboundMessageBody } from "../../../src/protocol/channel-api.ts";

/** Depends on the message alone, so that every repetition has the same bytes. */
export function renderBody(message: OutboundMessage): Uint8Array {
  const body: OutboundMessageBody = {
    type: "message",
    timestamp: new Date(message.at).toISOString(),
    data: {
      id: message.id,
      conversationId: message.conversationId,
      to: message.address,
      author: { type: message.author, name: message.authorName },
      text: message.text,
      choices: message.choices.map(({ id, label }) => ({ id, label })),
      locale: message.locale,
    },
  };
  return new TextEncoder().encode(JSON.stringify(body));
}
