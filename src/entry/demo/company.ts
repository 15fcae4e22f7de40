/**
 * The company app of the demo: what a shop's own system would be. It knows Baton from outside only, as signed
 * webhooks in both directions, and shows its customers what arrived.
 */
import type { Fetch } from "../../../adapters/kit/guarded-fetch.ts";
import { webhookSigner, webhookVerifier } from "../../../adapters/kit/standard-webhooks.ts";
import type { WebhookSecret } from "../../../adapters/kit/webhook-secret.ts";
import type { ChoiceId } from "../../core/conversation/message.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import { createHub, type Hub } from "./hub.ts";
import { demoReplyUrl } from "./identity.ts";
import { replyBody } from "./reply-body.ts";

export interface DemoCompany {
  /** A customer writes: signed, and through the front door. */
  say(message: CustomerMessage): Promise<Response>;
  /** Leads posts to the demo's reply address to the demo, and everything else to the network. */
  readonly fetch: Fetch;
  /** What arrived, by customer. */
  readonly hub: Hub;
}

export interface CustomerMessage {
  readonly from: string;
  readonly text: string;
  /** The button that was pressed; its words are the text. */
  readonly choice: ChoiceId | null;
  readonly locale: string | null;
}

export interface CompanyParts {
  readonly channelId: string;
  readonly secret: WebhookSecret;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Baton's front door. */
  readonly post: (request: Request) => Promise<Response>;
  readonly keepAlive: (work: Promise<unknown>) => void;
}

export function createDemoCompany({ channelId, secret, clock, ids, post, keepAlive }: CompanyParts): DemoCompany {
  const sign = webhookSigner([secret]);
  const verify = webhookVerifier([secret]);
  const hub = createHub();

  async function postSigned(id: string, payload: unknown): Promise<Response> {
    const body = new TextEncoder().encode(JSON.stringify(payload));
    const headers = { "content-type": "application/json", ...(await sign({ id, nowMs: clock.now(), body })) };
    return post(new Request(`https://demo.invalid/webhooks/${channelId}`, { method: "POST", headers, body }));
  }

  async function receive(init: RequestInit): Promise<Response> {
    const request = new Request(demoReplyUrl, init);
    const body = new Uint8Array(await request.arrayBuffer());
    const verdict = await verify({ headers: request.headers, nowMs: clock.now(), body });
    if (verdict.status === "refused") return new Response(null, { status: 401 });
    const parsed = replyBody(body);
    if (!parsed) return new Response(null, { status: 422 });
    const { id, to, author, text, choices } = parsed.data;
    const shown = { id, author: author.type, name: author.name, text, choices, at: parsed.timestamp };
    // The page saw it: what a phone would report as delivered.
    if (hub.push(to, { id, event: "message", data: JSON.stringify(shown) }) > 0) keepAlive(report(id));
    return new Response(null, { status: 204 });
  }

  function report(messageId: string): Promise<unknown> {
    return postSigned(ids.next("demo"), { type: "delivery", data: { messageId, status: "delivered" } });
  }

  return {
    hub,
    say({ from, text, choice, locale }) {
      const timestamp = new Date(clock.now()).toISOString();
      const data = { from, text, locale, ...(choice === null ? {} : { choice }) };
      return postSigned(ids.next("demo"), { type: "message", timestamp, data });
    },
    fetch: (url, init) => (url.href === demoReplyUrl ? receive(init) : fetch(url, init)),
  };
}
