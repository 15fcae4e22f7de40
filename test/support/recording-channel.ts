import type { Channel, ChannelCapabilities, OutboundMessage, SendResult } from "../../src/ports/channel.ts";

export interface RecordingChannel extends Channel {
  readonly sent: OutboundMessage[];
  /** What the platform answers to the next sends, first to last; then it accepts. */
  readonly answers: (SendResult | Promise<SendResult>)[];
}

const capabilities: ChannelCapabilities = {
  replyWindowMs: null,
  canStream: false,
  hasButtons: false,
  hasTyping: false,
  hasReceipts: true,
  hasPresence: false,
  hasIdempotentSend: true,
  maxTextLength: 16_000,
  maxBodyBytes: 262_144,
};

/** A platform at the end of the wire that remembers what reached it. */
export function recordingChannel(id: string, differing: Partial<ChannelCapabilities> = {}): RecordingChannel {
  const sent: OutboundMessage[] = [];
  const answers: (SendResult | Promise<SendResult>)[] = [];
  return {
    id,
    kind: "test",
    sent,
    answers,
    capabilities: { ...capabilities, ...differing },
    receive: async () => ({ status: "refused", code: "unsigned", detail: "this channel takes events directly" }),
    async send(message) {
      const answer = await (answers.shift() ?? { status: "sent", providerId: null });
      if (answer.status === "sent" || (answer.status === "retry" && answer.mayHaveArrived)) sent.push(message);
      return answer;
    },
  };
}
