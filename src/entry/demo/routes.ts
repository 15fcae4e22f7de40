import * as z from "zod";
import { parseJson } from "../../../adapters/kit/parse-json.ts";
import type { Engine } from "../../engine/engine.ts";
import { declare } from "../../http/access.ts";
import type { App } from "../../http/app.ts";
import type { ApiContext } from "../../http/environment.ts";
import { RequestError } from "../../http/problem.ts";
import { readBody } from "../../http/read-body.ts";
import { eventStream } from "../../http/server-sent-events.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Store } from "../../ports/store.ts";
import { maxTextLength } from "../../protocol/channel-api.ts";
import { choiceIds } from "../../protocol/choice-ids.ts";
import type { DemoCompany } from "./company.ts";
import { readHistory } from "./history.ts";
import { demoAgent } from "./identity.ts";
import { isLocalRequest } from "./local-request.ts";
import { removeDemo } from "./remove-demo.ts";

export interface DemoRouteParts {
  readonly engine: Engine;
  readonly store: Store;
  readonly clock: Clock;
  /** `null`: the demo does not run here; what it left can still be removed. */
  readonly running: RunningDemo | null;
}

export interface RunningDemo {
  readonly company: DemoCompany;
  readonly channelId: string;
  /** The page's API key. */
  readonly token: string;
  /** Nothing but this machine can reach the server, so that a page on it may have the key. */
  readonly isLocalOnly: boolean;
}

const maxBodyBytes = 128 * 1024;
const heartbeatMs = 15_000;
const customer = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, "must be 1 to 64 letters, digits, dots, _ or -");
const said = z.object({
  from: customer.default("curl"),
  text: z.string().min(1).max(maxTextLength),
  choice: z.enum(choiceIds).nullish(),
  locale: z.string().max(35).nullish(),
});

/** The company app of the demo over HTTP, beside the API of Baton itself. */
export function addDemoRoutes({ router, declared }: Pick<App, "router" | "declared">, parts: DemoRouteParts): void {
  const { engine, store, clock, running } = parts;
  let isRemoved = false;

  declare(declared, "DELETE", "/demo", "conversations:write");
  router.delete("/demo", async (c) => {
    const { agentId, scopes } = c.get("caller");
    if (agentId !== demoAgent.id && !scopes.includes("operations")) {
      throw new RequestError("missing-scope", { detail: "The key needs the scope operations." });
    }
    const removed = await removeDemo(engine, store, clock);
    isRemoved = true;
    return c.json(removed, 200);
  });
  if (!running) return;
  const { company, channelId, token, isLocalOnly } = running;
  const requireDemo = async (_c: ApiContext, next: () => Promise<void>) => {
    if (isRemoved)
      throw new RequestError("not-found", { detail: "The demo was removed. BATON_DEMO=on brings it back." });
    await next();
  };
  declare(declared, "GET", "/demo/session", "public");
  router.get("/demo/session", requireDemo, (c) => {
    const apiKey = isLocalOnly && isLocalRequest(c.req.raw) ? token : null;
    c.header("cache-control", "no-store");
    return c.json({ agent: demoAgent, channelId, apiKey }, 200);
  });

  declare(declared, "POST", "/demo/messages", "public");
  router.post("/demo/messages", requireDemo, (c) => say(company, c.req.raw));

  declare(declared, "GET", "/demo/history", "public");
  router.get("/demo/history", async (c) => {
    const messages = await readHistory(engine, store, { channelId, from: customerOf(c) });
    c.header("cache-control", "no-store");
    return c.json({ messages }, 200);
  });

  declare(declared, "GET", "/demo/stream", "public");
  router.get("/demo/stream", (c) => {
    const name = customerOf(c);
    const events = (signal: AbortSignal) => company.hub.follow(name, signal);
    return eventStream({ clock, heartbeatMs, signal: c.req.raw.signal, events });
  });
}

async function say(company: DemoCompany, request: Request): Promise<Response> {
  // A foreign page cannot send this type without asking first, and nobody here answers yes.
  if (!/^application\/json\b/i.test(request.headers.get("content-type") ?? "")) {
    throw new RequestError("unsupported-media-type");
  }
  const body = parseJson(await readBody(request, maxBodyBytes), { schema: said, maxBytes: maxBodyBytes });
  if (body.status === "refused") throw new RequestError(body.code, { detail: body.detail });
  const { from, text, choice, locale } = body.value;
  return company.say({ from, text, choice: choice ?? null, locale: locale ?? null });
}

function customerOf(c: ApiContext): string {
  const parsed = customer.safeParse(c.req.query("from"));
  if (parsed.success) return parsed.data;
  const message = parsed.error.issues[0]?.message ?? "is not accepted";
  throw new RequestError("invalid", { errors: [{ path: "query.from", message }] });
}
