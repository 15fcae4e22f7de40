import type { Channel, OutboundMessage, SendResult } from "../../ports/channel.ts";
import { maxTextLength } from "../../protocol/channel-api.ts";

export type SendOutcome = "retry" | "failed" | "answer-lost";

/** A platform without a network: it takes messages, or fails as the script says. */
export interface SimulatedChannel extends Channel {
  /** What reached the customer, each message once, in the order in which it arrived. */
  readonly arrived: readonly OutboundMessage[];
  /** The next `times` sends end like this. */
  failNext(outcome: SendOutcome, times: number): void;
}

export function createSimulatedChannel(id: string): SimulatedChannel {
  const arrived: OutboundMessage[] = [];
  const failures: SendOutcome[] = [];

  function take(message: OutboundMessage): void {
    // Like every platform with an idempotent send: a repetition of a known id is dropped.
    if (!arrived.some((known) => known.id === message.id)) arrived.push(message);
  }

  return {
    id,
    arrived,
    capabilities: {
      replyWindowMs: null,
      canStream: false,
      hasButtons: false,
      hasTyping: false,
      hasReceipts: false,
      hasIdempotentSend: true,
      maxTextLength,
      maxBodyBytes: 256 * 1024,
    },
    failNext(outcome, times) {
      for (let count = 0; count < times; count++) failures.push(outcome);
    },
    receive: async () => ({ status: "refused", code: "unsigned", detail: "A simulation has no webhooks." }),
    async send(message): Promise<SendResult> {
      const failure = failures.shift();
      if (failure === "failed") return { status: "failed", error: "the platform refused it, as the script says" };
      if (failure !== "retry") take(message);
      if (failure === undefined) return { status: "sent", providerId: null };
      const mayHaveArrived = failure === "answer-lost";
      return { status: "retry", error: `${failure}, as the script says`, retryAfterMs: null, mayHaveArrived };
    },
  };
}
