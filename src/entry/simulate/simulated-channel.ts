import type { Channel, ChannelCapabilities, OutboundMessage, SendResult } from "../../ports/channel.ts";
import { maxTextLength } from "../../protocol/channel-api.ts";
import type { SimulationScript } from "./script.ts";

export type SendOutcome = "retry" | "failed" | "answer-lost";

/** A platform without a network: it takes messages, or fails as the script says. */
export interface SimulatedChannel extends Channel {
  /** What reached the customer, each message once, in the order in which it arrived. */
  readonly arrived: readonly OutboundMessage[];
  /** The next `times` sends end like this. */
  failNext(outcome: SendOutcome, times: number): void;
}

/** What a channel is like that nobody has said anything about. */
const usual: ChannelCapabilities = {
  replyWindowMs: null,
  canStream: false,
  hasButtons: true,
  hasTyping: false,
  hasReceipts: false,
  hasPresence: false,
  hasIdempotentSend: true,
  maxTextLength,
  maxBodyBytes: 256 * 1024,
};

/** `like`: a channel of this id that there really is. */
export function createSimulatedChannel(
  given: SimulationScript["channel"],
  like: Pick<Channel, "kind" | "capabilities"> | null,
): SimulatedChannel {
  const { id = "sim.channel", kind = like?.kind ?? "simulated", presence, buttons } = given;
  const real = like?.capabilities ?? usual;
  const arrived: OutboundMessage[] = [];
  const known = new Set<string>();
  const failures: SendOutcome[] = [];

  function take(message: OutboundMessage): void {
    // Like every platform with an idempotent send: a repetition of a known id is dropped.
    if (known.has(message.id)) return;
    known.add(message.id);
    arrived.push(message);
  }

  return {
    id,
    kind,
    arrived,
    capabilities: {
      ...real,
      hasButtons: buttons ?? real.hasButtons,
      hasPresence: presence ?? real.hasPresence,
      maxTextLength: given.maxTextLength ?? real.maxTextLength,
      // As the platform of this simulation really does.
      ...{ canStream: false, hasReceipts: false, hasIdempotentSend: true },
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
