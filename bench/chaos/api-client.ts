import type * as z from "zod";
import { agent } from "../../src/protocol/agents.ts";
import { conversation } from "../../src/protocol/conversations.ts";
import { logPageOf, pageOf } from "../../src/protocol/fields.ts";
import { message } from "../../src/protocol/messages.ts";
import { deadLetter } from "../../src/protocol/operations.ts";
import { record } from "../../src/protocol/records.ts";
import type { Random } from "../support/random.ts";
import { sleep } from "../support/sleep.ts";

/** `lost`: no answer came, or one that says to come again. */
export interface Answer {
  readonly status: number | "lost";
  readonly body: unknown;
}

/** Baton's API as an agent's desk would call it, on whichever server answers. */
export interface ApiClient {
  post(path: string, body: object, key: string): Promise<Answer>;
  conversationsIn(phase: Phase): Promise<readonly Conversation[]>;
  conversation(id: string): Promise<Conversation>;
  messages(id: string): Promise<readonly z.output<typeof message>[]>;
  records(id: string): Promise<readonly z.output<typeof record>[]>;
  deadLetters(): Promise<readonly z.output<typeof deadLetter>[]>;
  addAgent(id: string, capacity: number): Promise<void>;
}

export type Conversation = z.output<typeof conversation>;
export type Phase = Conversation["phase"];

export interface ApiClientOptions {
  readonly origins: readonly [string, ...string[]];
  readonly token: string;
  readonly random: Random;
}

const callTimeoutMs = 8_000;
/** Reading gives up after this long: then the servers are not only being killed. */
const readTimeoutMs = 30_000;

export function createApiClient({ origins, token, random }: ApiClientOptions): ApiClient {
  async function call(method: string, path: string, body: object | null, key: string | null): Promise<Answer> {
    try {
      const response = await fetch(`${random.pick(origins)}/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body && { "content-type": "application/json" }),
          ...(key !== null && { "idempotency-key": key }),
        },
        body: body && JSON.stringify(body),
        signal: AbortSignal.timeout(callTimeoutMs),
      });
      const answer: unknown = await response.json();
      return { status: response.status >= 500 || response.status === 429 ? "lost" : response.status, body: answer };
    } catch {
      return { status: "lost", body: null };
    }
  }

  async function read<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
    const endsAt = Date.now() + readTimeoutMs;
    while (Date.now() < endsAt) {
      const { status, body } = await call("GET", path, null, null);
      if (status === 200) return schema.parse(body);
      if (status !== "lost") throw new Error(`GET ${path} was answered ${status}.`);
      await sleep(50);
    }
    throw new Error(`GET ${path} was not answered within ${readTimeoutMs} ms.`);
  }

  async function readAll<Item extends z.ZodType>(path: string, item: Item): Promise<z.output<Item>[]> {
    const items: z.output<Item>[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const joint: string = path.includes("?") ? "&" : "?";
      const query: string = `${joint}limit=200${cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`}`;
      const page: { items: z.output<Item>[]; next: string | null } = await read(`${path}${query}`, pageOf(item));
      items.push(...page.items);
      cursor = page.next;
    }
    return items;
  }

  async function readLog<Item extends z.ZodType>(path: string, item: Item): Promise<z.output<Item>[]> {
    const items: z.output<Item>[] = [];
    let after: number | null = 0;
    while (after !== null) {
      const page: { items: z.output<Item>[]; next: number | null } = await read(
        `${path}?limit=200&after=${after}`,
        logPageOf(item),
      );
      items.push(...page.items);
      after = page.next;
    }
    return items;
  }

  return {
    post: (path, body, key) => call("POST", path, body, key),
    conversationsIn: (phase) => readAll(`/conversations?phase=${phase}`, conversation),
    conversation: (id) => read(`/conversations/${id}`, conversation),
    messages: (id) => readLog(`/conversations/${id}/messages`, message),
    records: (id) => readLog(`/conversations/${id}/records`, record),
    deadLetters: () => readAll("/dead-letters", deadLetter),
    async addAgent(id, capacity) {
      const added = { id, name: id, presence: "available", capacity };
      let answer = await call("POST", "/agents", added, `add-${id}`);
      while (answer.status === "lost") {
        await sleep(50);
        answer = await call("POST", "/agents", added, `add-${id}`);
      }
      agent.parse(answer.body);
    },
  };
}
