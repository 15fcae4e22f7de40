import { botTurn } from "../../src/protocol/bot-webhook.ts";
import type { Random } from "../support/random.ts";
import { sleep } from "../support/sleep.ts";
import { type FakeServer, startFakeServer } from "./fake-server.ts";
import type { Ledger } from "./ledger.ts";
import type { Signing } from "./signing.ts";
import { turnToken } from "./tokens.ts";

/** The company's own agent: mostly quick and right, at times slow, broken, gone, or of the opinion that a person is needed. */
export function startBotServer(ledger: Ledger, signing: Signing, random: Random): Promise<FakeServer> {
  return startFakeServer(async ({ headers, body, response, cut }) => {
    const verdict = await signing.verify({ headers, body, nowMs: Date.now() });
    if (verdict.status === "refused") {
      ledger.oddAnswers.push(`a turn came without a valid signature: ${verdict.code}`);
      response.writeHead(401).end();
      return;
    }
    const { data } = botTurn.parse(JSON.parse(body.toString()));
    ledger.turns.push({ turnId: data.id, conversationId: data.conversationId, at: Date.now() });
    await sleep(random.happens(0.05) ? random.between(300, 900) : random.between(0, 60));
    if (random.happens(0.04)) return cut();
    if (random.happens(0.06)) {
      response.writeHead(random.pick([500, 503])).end();
      return;
    }
    const isHandoff = random.happens(0.04);
    const answer = isHandoff
      ? { text: null, proposals: [{ type: "handoff", reason: "out of my depth" }] }
      : { text: `Here is what I know. ${turnToken(data.id)}` };
    const isCut = random.happens(0.04);
    // The answer is out, and the connection goes with it.
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer), () => {
      if (isCut) cut();
    });
  });
}
