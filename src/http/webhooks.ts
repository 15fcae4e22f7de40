/**
 * From a provider's request to its answer: read within bounds, verified and parsed by the channel, taken by the
 * engine, and only then acknowledged (I1, I13). Usable without the rest of the API: at the edge the Worker runs this,
 * and `accept` is a call to the Durable Object.
 */
import type { Accepted } from "../engine/inbound.ts";
import type { Channel, ChannelEvent, Received } from "../ports/channel.ts";
import type { Clock } from "../ports/clock.ts";
import type { EventAnswer, WebhookAnswer } from "../protocol/webhook-answer.ts";
import { RequestError } from "./problem.ts";
import { readBody } from "./read-body.ts";

export interface WebhookReceiverOptions {
  readonly channels: ReadonlyMap<string, Channel>;
  /** Resolves when the event is durable. */
  readonly accept: (channelId: string, event: ChannelEvent) => Promise<Accepted>;
  readonly isOverloaded: () => boolean;
  readonly isStopping: () => boolean;
  readonly clock: Pick<Clock, "now">;
}

/** Throws {@link RequestError} for every refusal; map-error.ts makes the answer. */
export type WebhookReceiver = (request: Request, channelId: string) => Promise<Response>;

export function createWebhookReceiver(options: WebhookReceiverOptions): WebhookReceiver {
  const { channels, accept, isOverloaded, isStopping, clock } = options;
  return async (request, channelId) => {
    const channel = channels.get(channelId);
    if (!channel) throw new RequestError("unknown-channel");
    // Before the body is read: what will not be taken need not cost anything.
    if (isStopping()) throw new RequestError("stopping");
    if (isOverloaded()) throw new RequestError("overloaded");
    const body = await readBody(request, channel.capabilities.maxBodyBytes);
    const url = new URL(request.url);
    const { method, headers } = request;
    const received = await channel.receive({ method, url, headers, body, receivedAt: clock.now() });
    switch (received.status) {
      case "refused":
        throw new RequestError(received.code, { detail: received.detail });
      case "answered":
        return handshake(received.response);
      case "verified":
        return answer(await acceptAll(channelId, received.events, accept));
    }
  };
}

/** In order for each address, side by side otherwise; all of them before anything is acknowledged (I1). */
async function acceptAll(
  channelId: string,
  events: readonly ChannelEvent[],
  accept: WebhookReceiverOptions["accept"],
): Promise<readonly Accepted[]> {
  if (events.length === 1 && events[0]) return [await accept(channelId, events[0])];
  const tails = new Map<string, Promise<unknown>>();
  return Promise.all(
    events.map((event) => {
      const lane = event.type === "delivery" ? "" : (event.address ?? "");
      const previous = tails.get(lane);
      const work = previous ? previous.then(() => accept(channelId, event)) : accept(channelId, event);
      tails.set(lane, work);
      return work;
    }),
  );
}

function answer(results: readonly Accepted[]): Response {
  const events = results.map((result): EventAnswer => {
    if (result.status === "clash") throw new RequestError("clash");
    return "conversationId" in result ? result : { ...result, conversationId: null };
  });
  const [first] = events;
  if (first && events.length === 1) return json(first);
  return json({ status: together(events), conversationId: null, events });
}

const bestFirst = ["accepted", "duplicate", "ignored", "unknown-message"] as const;

/** Of several: the best that became of any of them; of none, there was nothing that could have failed. */
function together(events: readonly EventAnswer[]): EventAnswer["status"] {
  return bestFirst.find((best) => events.some(({ status }) => status === best)) ?? "accepted";
}

function json(body: WebhookAnswer): Response {
  return new Response(JSON.stringify(body), { headers: { "content-type": "application/json" } });
}

/** The body echoes what the platform sent, so it must never be read as a page. */
function handshake({ status, body }: Extract<Received, { status: "answered" }>["response"]): Response {
  const headers = { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" };
  return new Response(body, { status, headers });
}
