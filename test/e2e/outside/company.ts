import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

export const channelSecret = `whsec_${Buffer.from("the channel's secret, 32 bytes!!").toString("base64")}`;
export const botSecret = `whsec_${Buffer.from("the bot's own secret of 32 bytes").toString("base64")}`;

export interface Reply {
  readonly id: string;
  readonly to: string;
  readonly author: { readonly type: "bot" | "agent" | "system"; readonly name: string | null };
  readonly text: string;
}

/** The company around Baton: its app that receives replies, and its own AI agent. Both verify by the official library. */
export interface Company {
  readonly replyUrl: string;
  readonly botUrl: string;
  /** Verified replies in the order they came. */
  readonly replies: readonly Reply[];
  /** How often the agent was asked. */
  readonly turns: number;
  /** Resolves with the first reply to this customer that fits, also one that came before. */
  reply(to: string, fits: (reply: Reply) => boolean): Promise<Reply>;
  sign(id: string, body: string, at?: Date): Record<string, string>;
  close(): Promise<void>;
}

export async function startCompany(): Promise<Company> {
  const channel = new Webhook(channelSecret);
  const replies: Reply[] = [];
  const waiting = new Set<() => void>();
  let turns = 0;

  function receive(body: string, headers: Record<string, string>): void {
    const { data } = channel.verify(body, headers) as { data: Reply };
    replies.push(data);
    for (const wake of waiting) wake();
  }

  function answerTurn(body: string, headers: Record<string, string>): string {
    const { data } = new Webhook(botSecret).verify(body, headers) as { data: { messages: { text: string }[] } };
    turns += 1;
    const text = data.messages.at(-1)?.text ?? "";
    if (text.includes("break")) return "{not json";
    if (text.includes("beyond you"))
      return JSON.stringify({ text: "I'll transfer you", proposals: [{ type: "handoff", reason: "hard" }] });
    return JSON.stringify({ text: `the agent heard: ${text}` });
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString();
    const headers = request.headers as Record<string, string>;
    try {
      if (request.url === "/replies") receive(body, headers);
      const answer = request.url === "/agent" ? answerTurn(body, headers) : "{}";
      response.writeHead(200, { "content-type": "application/json" }).end(answer);
    } catch {
      response.writeHead(401).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    replyUrl: `${origin}/replies`,
    botUrl: `${origin}/agent`,
    replies,
    get turns() {
      return turns;
    },
    async reply(to, fits) {
      for (;;) {
        const found = replies.find((reply) => reply.to === to && fits(reply));
        if (found) return found;
        await new Promise<void>((resolve) => waiting.add(resolve));
      }
    },
    sign(id, body, at = new Date()) {
      return {
        "content-type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
        "webhook-signature": channel.sign(id, at, body),
      };
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
