import { env, runInDurableObject, SELF } from "cloudflare:test";
import { vi } from "vitest";
import { webhookSigner } from "../../../adapters/kit/standard-webhooks.ts";
import { openDurableDatabase } from "../../../adapters/stores/sqlite/durable.ts";
import { createSqliteStore } from "../../../adapters/stores/sqlite/index.ts";
import { createSurveyLinks } from "../../../src/engine/surveys/survey-links.ts";
import type { Store } from "../../../src/ports/store.ts";
import { secretText, webhookSecret } from "../../adapters/kit/secrets.ts";
import { calledUrl, type Outgoing } from "../outside-world.ts";

const origin = "https://help.company.test";
const adminToken = "an-admin-token-for-the-tests-in-workerd";
const secret = "0123456789abcdef0123456789abcdef";
const sign = webhookSigner([webhookSecret(secretText)]);
let events = 0;

export interface Called {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any;
}

/** Calls the Worker as the administrator, or as nobody where the address is public. */
export async function call(method: string, path: string, body?: unknown): Promise<Called> {
  const isForm = body instanceof URLSearchParams;
  const response = await SELF.fetch(origin + path, {
    method,
    headers: {
      ...(path.startsWith("/api/") ? { authorization: `Bearer ${adminToken}` } : {}),
      ...(body === undefined || isForm ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return { status: response.status, text, json: isJson ? JSON.parse(text) : null };
}

export const get = async (path: string) => (await call("GET", `/api/v1${path}`)).json;

export async function post(path: string, body: unknown = {}) {
  const { status, text, json } = await call("POST", `/api/v1${path}`, body);
  if (status >= 300) throw new Error(`POST ${path} was answered ${status}: ${text}`);
  return json;
}

/** A customer writes, or presses a button; the conversation's id. */
export async function write(from: string, said: string | { readonly choice: string }): Promise<string> {
  const data = { from, ...(typeof said === "string" ? { text: said } : said) };
  const body = new TextEncoder().encode(JSON.stringify({ type: "message", data }));
  const headers = await sign({ id: `event-${++events}`, nowMs: Date.now(), body });
  const response = await SELF.fetch(`${origin}/webhooks/main.api`, { method: "POST", headers, body });
  return ((await response.json()) as { readonly conversationId: string }).conversationId;
}

/** What was posted to this address, the oldest first. */
export async function postedTo(url: string): Promise<readonly Outgoing[]> {
  const called = (await (await fetch(calledUrl)).json()) as readonly Outgoing[];
  return called.filter((each) => each.url === url);
}

export interface Following {
  /** Where the line began: who was cut off goes on from there. */
  readonly cursor: string;
  /** What the next entry of this type says, whatever comes before it. */
  next(type: string): Promise<Readonly<Record<string, unknown>>>;
  end(): Promise<void>;
}

/** Follows what happens, from now on or from where somebody was. */
export async function follow(after: string | null = null): Promise<Following> {
  const headers = { authorization: `Bearer ${adminToken}`, ...(after === null ? {} : { "last-event-id": after }) };
  const { body } = await SELF.fetch(`${origin}/api/v1/feed`, { headers });
  if (!body) throw new Error("The feed has no body.");
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let unread = "";
  async function find(type: string) {
    for (;;) {
      const found = new RegExp(`id: (.*)\nevent: ${type}\ndata: (.*)\n\n`).exec(unread);
      if (found) {
        const [whole, cursor = "", data = ""] = found;
        unread = unread.slice(found.index + whole.length);
        return { cursor, entry: JSON.parse(data) };
      }
      const { value, done } = await reader.read();
      if (done) throw new Error(`The feed ended before there was ${type}.`);
      unread += value;
    }
  }
  return {
    cursor: after ?? (await find("start")).cursor,
    next: async (type) => (await find(type)).entry.data,
    end: () => reader.cancel(),
  };
}

/** The page on which somebody says how it was. */
export const surveyPage = async (surveyId: string) => `/s/${await createSurveyLinks(secret).tokenOf(surveyId)}`;

/** A draft with these changes; its id. */
export async function drafted(changes: Readonly<Record<string, unknown>>): Promise<string> {
  return (await post("/settings/drafts", { name: "For this test", changes })).id;
}

export async function publish(changes: Readonly<Record<string, unknown>>): Promise<void> {
  await post(`/settings/drafts/${await drafted(changes)}/publish`);
}

const object = () => env.WORKSPACES.getByName("main");

/** Looks into what the object has stored, or spoils it, behind its back. */
export function inStorage<Value>(work: (store: Store) => Promise<Value>): Promise<Value> {
  return runInDurableObject(object(), (_, { storage }) => work(createSqliteStore(openDurableDatabase(storage)).store));
}

/** Looks until it is so, and lets the alarm ring when its time has come: by itself it rings by the clock on the wall. */
export async function until<Value>(look: () => Promise<Value | null | undefined | false>): Promise<Value> {
  for (const endsAt = performance.now() + 10_000; performance.now() < endsAt; ) {
    const found = await look();
    if (found) return found;
    await ringWhenDue();
    // Alarms, timers and sockets get their turn only when nothing else is ready.
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  throw new Error("It never came.");
}

/** When the alarm that is set is to ring. */
export const alarmAt = () => runInDurableObject<number | null>(object(), (_, { storage }) => storage.getAlarm());

const longAgo = 1;

function ringWhenDue(): Promise<void> {
  return runInDurableObject(object(), async (_, { storage }) => {
    const at = await storage.getAlarm();
    if (at !== null && at > longAgo && at <= Date.now()) await storage.setAlarm(longAgo);
  });
}

/** So much time passes with nobody calling. */
export function passes(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}
