import * as z from "zod";
import type { Engine } from "../engine/engine.ts";
import type { Channel } from "../ports/channel.ts";
import type { Clock } from "../ports/clock.ts";
import { anyId } from "../protocol/fields.ts";
import { webhookAnswer } from "../protocol/webhook-answer.ts";
import { type DeclaredAccess, route } from "./access.ts";
import type { Api, ApiContext } from "./environment.ts";
import { createWebhookReceiver } from "./webhooks.ts";

interface WebhookParts {
  readonly api: Api;
  readonly declared: DeclaredAccess;
  readonly engine: Pick<Engine, "accept" | "isOverloaded">;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly clock: Clock;
  readonly isStopping: () => boolean;
}

const path = "/webhooks/{channelId}";
const request = { params: z.object({ channelId: anyId }) };
const tags = ["Webhooks"];

/** Where channels' platforms post to. In the document like the others, and without their checks: this is the hot path. */
export function addWebhookRoutes({ api, declared, engine, channels, clock, isStopping }: WebhookParts): void {
  const receive = createWebhookReceiver({
    channels,
    accept: engine.accept,
    isOverloaded: engine.isOverloaded,
    isStopping,
    clock,
  });
  const handler = (c: ApiContext) => receive(c.req.raw, c.req.param("channelId") ?? "");

  const post = route(declared, "signed", {
    method: "post",
    path,
    tags,
    summary: "Deliver events",
    description: "As the channel's platform sends and signs them. Answered with 200 once all of them are stored.",
    request,
    responses: {
      200: { description: "All of it is stored", content: { "application/json": { schema: webhookAnswer } } },
    },
  });
  const get = route(declared, "signed", {
    method: "get",
    path,
    tags,
    summary: "Answer a platform's handshake",
    request,
    responses: {
      200: { description: "What the platform asked for", content: { "text/plain": { schema: z.string() } } },
    },
  });
  api.openAPIRegistry.registerPath(post);
  api.openAPIRegistry.registerPath(get);
  api.post(post.getRoutingPath(), handler);
  api.get(get.getRoutingPath(), handler);
}
