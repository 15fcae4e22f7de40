import type { Message } from "../conversation/message.ts";
import type { Evidence, HandoffReason } from "../conversation/state.ts";
import { findExplicitRequest } from "./signals/explicit-request.ts";

export interface HandoffDecision {
  readonly reason: HandoffReason;
  readonly evidence: readonly Evidence[];
}

/** Whether this message goes to a person before any bot is asked. `null`: the bot may answer. */
export function decideHandoff(message: Message, botId: string | null): HandoffDecision | null {
  if (message.content.type === "unsupported") return { reason: "unsupported-message", evidence: [whole(message)] };
  const signal = findExplicitRequest(message.content.text);
  if (signal) {
    const { id, start, end } = signal;
    return { reason: "explicit-request", evidence: [{ signal: id, messageSeq: message.seq, start, end }] };
  }
  return botId === null ? { reason: "no-bot", evidence: [] } : null;
}

function whole(message: Message): Evidence {
  return { signal: "unsupported-message", messageSeq: message.seq, start: 0, end: 0 };
}
