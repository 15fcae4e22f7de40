import type * as z from "zod";
import { parseJson } from "../../../adapters/kit/parse-json.ts";
import { outboundMessage } from "../../protocol/channel-api.ts";

const maxBytes = 256 * 1024;

/** What Baton posted; `null` when it is not what the protocol says. */
export function replyBody(body: Uint8Array): z.output<typeof outboundMessage> | null {
  const parsed = parseJson(body, { schema: outboundMessage, maxBytes });
  return parsed.status === "parsed" ? parsed.value : null;
}
