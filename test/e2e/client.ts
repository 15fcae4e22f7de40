import type { Company } from "./outside/company.ts";
import { adminToken, type Target } from "./targets/target.ts";

export interface FeedItem {
  readonly id: string;
  readonly type: string;
  readonly conversationId: string | null;
  readonly data: Record<string, string | number | boolean | null>;
}

export interface Client {
  /** Posts a customer's message to every address in turn, signed. */
  post(from: string, text: string, id?: string): Promise<Response>;
  api<Body>(method: string, path: string, body?: unknown): Promise<{ status: number; body: Body }>;
  /** The live feed, from after `lastEventId` or from now on. */
  follow(lastEventId?: string): Promise<Feed>;
}

export interface Feed {
  next(fits: (item: FeedItem) => boolean): Promise<FeedItem>;
  close(): void;
}

export function createClient(target: Target, company: Company): Client {
  let requests = 0;
  const origin = () => target.origins[requests++ % target.origins.length] ?? "";
  return {
    post(from, text, id = crypto.randomUUID()) {
      const body = JSON.stringify({ type: "message", data: { from, text } });
      return fetch(`${origin()}/webhooks/main.api`, { method: "POST", body, headers: company.sign(id, body) });
    },
    async api<Body>(method: string, path: string, body?: unknown) {
      const response = await fetch(`${origin()}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${adminToken}`, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as Body };
    },
    follow: (lastEventId) => followFeed(`${origin()}/api/v1/feed`, lastEventId),
  };
}

async function followFeed(url: string, lastEventId?: string): Promise<Feed> {
  const controller = new AbortController();
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${adminToken}`, ...(lastEventId ? { "last-event-id": lastEventId } : {}) },
    signal: controller.signal,
  });
  if (response.status !== 200 || !response.body) throw new Error(`The feed answered ${response.status}.`);
  const items = events(response.body);
  return {
    async next(fits) {
      for (;;) {
        const { value, done } = await items.next();
        if (done) throw new Error("The feed ended.");
        if (fits(value)) return value;
      }
    },
    close: () => controller.abort(),
  };
}

async function* events(body: ReadableStream<Uint8Array>): AsyncGenerator<FeedItem> {
  let rest = "";
  const decoder = new TextDecoder();
  for await (const bytes of body) {
    rest += decoder.decode(bytes, { stream: true });
    const blocks = rest.split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const fields = new Map(
        block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]),
      );
      const type = fields.get("event");
      if (type) yield { id: fields.get("id") ?? "", type, ...JSON.parse(fields.get("data") ?? "{}") };
    }
  }
}
