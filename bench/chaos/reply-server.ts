import { createHash } from "node:crypto";
import { outboundMessage } from "../../src/protocol/channel-api.ts";
import type { Random } from "../support/random.ts";
import { sleep } from "../support/sleep.ts";
import { type FakeServer, startFakeServer } from "./fake-server.ts";
import type { Ledger, Receipt } from "./ledger.ts";
import type { Signing } from "./signing.ts";

/** Where Baton's messages go: takes most of them, refuses some, and loses the answer of some that it took. */
export function startReplyServer(ledger: Ledger, signing: Signing, random: Random): Promise<FakeServer> {
  return startFakeServer(async ({ headers, body, response, cut }) => {
    const outcome: Receipt["outcome"] = random.happens(0.05)
      ? "refused"
      : random.happens(0.04)
        ? "answer-lost"
        : "accepted";
    // Written down before anything is awaited: the order of this list is the order of arrival.
    const { data } = outboundMessage.parse(JSON.parse(body.toString()));
    const receipt = {
      webhookId: data.id,
      conversationId: data.conversationId,
      author: data.author.type,
      text: data.text,
      bodyHash: createHash("sha256").update(body).digest("hex"),
      isSigned: true,
      at: Date.now(),
      outcome,
    };
    const place = ledger.receipts.push(receipt) - 1;
    const verdict = await signing.verify({ headers, body, nowMs: Date.now() });
    if (verdict.status === "refused" || verdict.id !== data.id)
      ledger.receipts[place] = { ...receipt, isSigned: false };
    if (random.happens(0.04)) await sleep(random.between(100, 500));
    if (outcome === "answer-lost") return cut();
    response.writeHead(outcome === "accepted" ? 200 : random.pick([500, 503])).end();
  });
}
