/** The API channel: a company's own system as the way to customers. The template every channel copies. */
import type { Channel, InboundRequest, Received } from "../../../src/ports/channel.ts";
import { maxTextLength } from "../../../src/protocol/channel-api.ts";
import type { CallTools } from "../../kit/guarded-fetch.ts";
import { apiClient } from "./client.ts";
import { type ApiChannelConfig, maxBodyBytes } from "./config.ts";
import { parseBody } from "./parse.ts";
import { requestVerifier } from "./verify.ts";

export { type ApiChannelConfig, readApiChannelConfig } from "./config.ts";

export function apiChannel(config: ApiChannelConfig, tools: CallTools): Channel {
  const verify = requestVerifier(config);
  const { send } = apiClient(config, tools);
  return {
    id: config.id,
    kind: "api",
    capabilities: {
      replyWindowMs: null,
      canStream: false,
      hasButtons: true,
      hasTyping: false,
      hasReceipts: true,
      hasPresence: config.hasPresence ?? false,
      hasIdempotentSend: true,
      maxTextLength,
      maxBodyBytes,
    },
    receive,
    send,
  };

  async function receive(request: InboundRequest): Promise<Received> {
    const verdict = await verify(request);
    if (verdict.status === "refused") return verdict;
    return parseBody(verdict.id, request.body);
  }
}
