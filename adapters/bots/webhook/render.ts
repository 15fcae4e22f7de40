import type { BotTurn } from "../../../src/ports/bot.ts";
import type { BotTurnBody } from "../../../src/protocol/bot-webhook.ts";

/** Depends on the turn alone, so that every repetition has the same bytes. */
export function renderTurn(turn: BotTurn): Uint8Array {
  const body: BotTurnBody = {
    type: "turn",
    timestamp: new Date(turn.messages.at(-1)?.at ?? 0).toISOString(),
    data: {
      id: turn.id,
      conversationId: turn.conversationId,
      channelId: turn.channelId,
      locale: turn.locale,
      messages: turn.messages.map(({ id, at, author, text }) => ({ id, at: new Date(at).toISOString(), author, text })),
      handedBack: turn.handedBack && {
        at: new Date(turn.handedBack.at).toISOString(),
        note: turn.handedBack.note,
      },
    },
  };
  return new TextEncoder().encode(JSON.stringify(body));
}
