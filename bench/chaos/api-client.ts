import type * as z from "zod";
import { agent } from "../../src/protocol/agents.ts";
import { conversation } from "../../src/protocol/conversations.ts";
import { logPageOf, pageOf } from "../../src/protocol/fields.ts";
import { message } from "../../src/protocol/messages.ts";
import { notification } from "../../src/protocol/notifications.ts";
import { deadLetter } from "../../src/protocol/operations.ts";
import { record } from "../../src/protocol/records.ts";
import { askedOf } from "../../src/protocol/requests.ts";
import { task } from "../../src/protocol/tasks.ts";
import type { Random } from "../support/random.ts";
import { sleep } from "../support/sleep.ts";

/** `lost`: no answer came, or one that says to come again. */
export interface Answer {
  readonly status: number | "lost";
  readonly body: unknown;
}

/** Baton's API as an agent's desk would call it, on whichever server answers. */
export interface ApiClient {
  post(path: string, body: object, key: string | null): Promise<Answer>;
  patch(path: string, body: object): Promise<Answer>;
  /** Posts until it is answered, and reads the answer; whatever is not 2xx is a fault of the harness. */
  ask<Schema extends z.ZodType>(path: string, body: object, answer: Schema, key?: string): Promise<z.output<Schema>>;
  get<Schema extends z.ZodType>(path: string, answer: Schema): Promise<z.output<Schema>>;
  list<Item extends z.ZodType>(path: string, item: Item): Promise<readonly z.output<Item>[]>;
  conversationsIn(phase: Phase): Promise<readonly Conversation[]>;
  conversation(id: string): Promise<Conversation>;
  messages(id: string): Promise<readonly z.output<typeof message>[]>;
  records(id: string): Promise<readonly z.output<typeof record>[]>;
  deadLetters(): Promise<readonly z.output<typeof deadLetter>[]>;
  agents(): Promise<readonly z.output<typeof agent>[]>;
  /** What waits for this person's answer. */
  asked(agentId: string): Promise<readonly z.output<typeof askedOf>["requests"][number][]>;
  followUps(ownerId: string, status: "open" | "done" | "cancelled"): Promise<readonly z.output<typeof task>[]>;
  notices(agentId: string): Promise<readonly z.output<typeof notification>[]>;
  addAgent(id: string, capacity: number, more?: { presence?: "available" | "busy"; teamIds?: string[] }): Promise<void>;
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

  async function ask<Schema extends z.ZodType>(path: string, body: object, answer: Schema, key: string | null = null) {
    const endsAt = Date.now() + readTimeoutMs;
    while (Date.now() < endsAt) {
      const { status, body: given } = await call("POST", path, body, key);
      if (status !== "lost" && status >= 200 && status < 300) return answer.parse(given);
      if (status !== "lost") throw new Error(`POST ${path} was answered ${status}: ${JSON.stringify(given)}`);
      await sleep(50);
    }
    throw new Error(`POST ${path} was not answered within ${readTimeoutMs} ms.`);
  }

  return {
    post: (path, body, key) => call("POST", path, body, key),
    patch: (path, body) => call("PATCH", path, body, null),
    ask,
    get: read,
    list: readAll,
    conversationsIn: (phase) => readAll(`/conversations?phase=${phase}`, conversation),
    conversation: (id) => read(`/conversations/${id}`, conversation),
    messages: (id) => readLog(`/conversations/${id}/messages`, message),
    records: (id) => readLog(`/conversations/${id}/records`, record),
    deadLetters: () => readAll("/dead-letters", deadLetter),
    agents: () => readAll("/agents", agent),
    asked: async (agentId) => (await read(`/agents/${agentId}/requests`, askedOf)).requests,
    followUps: (ownerId, status) => readAll(`/tasks?ownerId=${ownerId}&status=${status}`, task),
    notices: (agentId) => readAll(`/notifications?agentId=${agentId}`, notification),
    async addAgent(id, capacity, more = {}) {
      await ask("/agents", { id, name: id, presence: "available", capacity, ...more }, agent, `add-${id}`);
    },
  };
}
