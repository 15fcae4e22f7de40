import type * as z from "zod";
import type { Scope } from "../../../protocol/api-keys.ts";
import { problemDocument } from "../../../protocol/problem.ts";
import type { Config } from "../../config.ts";
import { readRunningOrigin } from "../../node/data-lock.ts";
import { openStore } from "../../node/open-store.ts";
import type { OpenFeed } from "./feed-line.ts";
import { whyNoKey, whyUnreachable } from "./unreachable.ts";

/** The API, wherever it is answered. A path that does not begin with `/api/` is one of the settings'. */
export interface SettingsClient {
  call<Schema extends z.ZodType>(
    method: string,
    path: string,
    call: SettingsCall<Schema>,
  ): Promise<Answer<z.output<Schema>>>;
}

export interface SettingsCall<Schema> {
  readonly body?: unknown;
  /** Instead of a body: comma-separated values. */
  readonly csv?: string;
  readonly answer: Schema;
}

export type Answer<Value> =
  | { readonly status: "answered"; readonly value: Value }
  | { readonly status: "refused"; readonly code: string; readonly problems: readonly RefusedPlace[] };

export interface RefusedPlace {
  /** As the API names it; empty: no place in particular. */
  readonly path: string;
  readonly message: string;
}

export interface Reached {
  readonly client: SettingsClient;
  /** `null`: on the data itself nothing happens that could be followed. */
  readonly openFeed: OpenFeed | null;
  close(): Promise<void>;
}

export type Reaching =
  | ({ readonly status: "reached" } & Reached)
  | { readonly status: "unreachable"; readonly problem: string };

export interface Target {
  /** BATON_URL; `null`: whatever works on the data. */
  readonly url: string | null;
  readonly token: string | null;
  /** On the data itself nothing is done but what is asked for. */
  readonly isStill?: boolean;
  /** What a key must be allowed, named to whoever has none. */
  readonly needs?: readonly Scope[];
}

const forSettings: readonly Scope[] = ["settings:read", "settings:write"];

/**
 * A server that is named; else the one that runs on the data; else the data itself, which takes no token: whoever can
 * read it has it already.
 */
export async function reachSettings(config: Config, target: Target): Promise<Reaching> {
  const { url, isStill = false } = target;
  if (url !== null) return overNetwork(url, target);
  const origin = config.redis ? null : await readRunningOrigin(config.dataDir);
  const opening = await openStore(config);
  if (opening.status === "refused") {
    return origin === null
      ? { status: "unreachable", problem: opening.problems.join(" ") }
      : overNetwork(origin, target);
  }
  const { store, close } = opening.opened;
  // Late: it is all of Baton, and over the network none of it is needed.
  const { sendInProcess } = await import("./settings-in-process.ts");
  const client = clientOf(await sendInProcess(config, store, isStill), null);
  return { status: "reached", client, openFeed: null, close };
}

export type Send = (
  path: string,
  init: RequestInit & { readonly headers?: Record<string, string> },
) => Promise<Response> | Response;

/** A server plays a simulation for up to two minutes before it answers. */
const timeoutMs = 150_000;

function overNetwork(origin: string, { token, needs = forSettings }: Target): Reaching {
  if (token === null) {
    const scopes = `${needs.length === 1 ? "scope" : "scopes"} ${needs.join(" and ")}`;
    const problem = `A server answers at ${origin}. Set BATON_TOKEN to an API key with the ${scopes}, or BATON_ADMIN_TOKEN.`;
    return { status: "unreachable", problem };
  }
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const base = origin.replace(/\/+$/, "");
  const send: Send = (path, init) =>
    fetch(`${base}${path}`, {
      ...init,
      headers: { ...headers, ...init.headers },
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
  const openFeed: OpenFeed = (lastId, signal) =>
    fetch(`${base}/api/v1/feed`, {
      headers: { ...headers, ...(lastId === null ? {} : { "last-event-id": lastId }) },
      redirect: "error",
      signal,
    });
  return { status: "reached", client: clientOf(send, base), openFeed, close: async () => undefined };
}

function clientOf(send: Send, origin: string | null): SettingsClient {
  return {
    async call(method, path, { body, csv, answer }) {
      try {
        const init =
          csv === undefined
            ? { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
            : { method, body: csv, headers: { "content-type": "text/csv" } };
        const response = await send(path.startsWith("/api/") ? path : `/api/v1/settings${path}`, init);
        const read = readAnswer(response, await response.json(), answer);
        const isNoKey = read.status === "refused" && read.code === "unauthenticated";
        return isNoKey ? refused(read.code, whyNoKey(origin)) : read;
      } catch (error) {
        return refused("unreachable", whyUnreachable(error, origin));
      }
    },
  };
}

function readAnswer<Schema extends z.ZodType>(
  { ok }: Response,
  json: unknown,
  schema: Schema,
): Answer<z.output<Schema>> {
  const parsed = schema.safeParse(json);
  if (ok && parsed.success) return { status: "answered", value: parsed.data };
  if (ok) return refused("not-understood", "The server's answer is not understood. Is it another version of Baton?");
  const problem = problemDocument.safeParse(json);
  if (!problem.success) return refused("not-understood", "The server refused without saying why. Is it Baton?");
  const { code, detail, help, contact } = problem.data;
  // What is not there was named; where to look for it is the business of those who wrote an address.
  const message = help === undefined || code === "not-found" ? detail : `${detail} ${help}`;
  const { errors = [{ path: "", message }] } = problem.data;
  const [last] = errors.slice(-1);
  if (contact === undefined || !last) return { status: "refused", code, problems: errors };
  const named = { ...last, message: `${last.message} Whom to ask: ${contact}` };
  return { status: "refused", code, problems: [...errors.slice(0, -1), named] };
}

function refused(code: string, message: string): Answer<never> {
  return { status: "refused", code, problems: [{ path: "", message }] };
}
