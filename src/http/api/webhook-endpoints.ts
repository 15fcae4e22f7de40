import * as z from "zod";
import type { ChangedEndpoint, EndpointChange } from "../../engine/notifications/endpoints.ts";
import { anyId, cursorQuery, idempotencyHeader, pageOf } from "../../protocol/fields.ts";
import { testResult } from "../../protocol/notifications.ts";
import { requestFields } from "../../protocol/request-fields.ts";
import {
  createdWebhookEndpoint,
  newWebhookEndpoint,
  webhookEndpoint,
  webhookEndpointChange,
} from "../../protocol/webhook-endpoints.ts";
import { webhookNotice } from "../../protocol/webhook-notice.ts";
import { route } from "../access.ts";
import { readPage } from "../cursor.ts";
import { idempotencyOf, keyReused, markRepeated } from "../idempotency.ts";
import { presentEndpoint, unknownEndpoint } from "../present/webhook-endpoint.ts";
import { RequestError } from "../problem.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";
import { addRotateWebhookSecretRoute } from "./rotate-webhook-secret.ts";

const tags = ["Webhook endpoints"];
const params = z.object({ id: anyId });

/** The company's own systems that are told, each post signed after Standard Webhooks. */
export function addWebhookEndpointRoutes(parts: ApiParts): void {
  addReading(parts);
  addWriting(parts);
  addRotateWebhookSecretRoute(parts);
}

function addReading({ api, declared, engine, clock }: ApiParts): void {
  const { endpoints } = engine.notifications;
  api.openAPIRegistry.register("WebhookNotice", webhookNotice);

  api.openapi(
    route(declared, "settings:read", {
      method: "get",
      path: "/api/v1/webhook-endpoints",
      tags,
      summary: "List webhook endpoints",
      description:
        "A post's body is a `WebhookNotice`. Anything but 2xx is tried again for a day, `Retry-After` is obeyed, and 410 switches the endpoint off.",
      request: { query: requestFields(cursorQuery) },
      responses: { 200: answers(pageOf(webhookEndpoint), "One page, oldest first, without their secrets") },
    }),
    async (c) => {
      const { items, next } = await readPage(c.req.valid("query"), endpoints.list);
      return c.json({ items: items.map((item) => presentEndpoint(item, clock.now())), next }, 200);
    },
  );

  api.openapi(
    route(declared, "settings:read", {
      method: "get",
      path: "/api/v1/webhook-endpoints/{id}",
      tags,
      summary: "Read a webhook endpoint",
      request: { params },
      responses: { 200: answers(webhookEndpoint, "Without its secret") },
    }),
    async (c) => {
      const endpoint = await endpoints.get(c.req.valid("param").id);
      if (!endpoint) throw unknownEndpoint();
      return c.json(presentEndpoint(endpoint, clock.now()), 200);
    },
  );
}

function addWriting({ api, declared, engine, clock }: ApiParts): void {
  const { endpoints, testEndpoint } = engine.notifications;

  api.openapi(
    route(declared, "settings:write", {
      method: "post",
      path: "/api/v1/webhook-endpoints",
      tags,
      summary: "Add a webhook endpoint",
      description:
        "Its secret is in this answer and nowhere else. Refused while another one tells the same address of the same.",
      request: { headers: idempotencyHeader, body: accepts(newWebhookEndpoint) },
      responses: { 200: answers(createdWebhookEndpoint, "The endpoint and, this once, its secret") },
    }),
    async (c) => {
      const created = await endpoints.create(c.req.valid("json"), await idempotencyOf(c));
      if (created.status === "refused" || created.status === "rival") throw refused(created);
      if (created.status === "clash") throw keyReused();
      if (!created.endpoint) throw unknownEndpoint();
      const isNew = created.status === "created";
      if (!isNew) markRepeated(c);
      return c.json({ ...presentEndpoint(created.endpoint, clock.now()), secret: isNew ? created.secret : null }, 200);
    },
  );

  api.openapi(
    route(declared, "settings:write", {
      method: "patch",
      path: "/api/v1/webhook-endpoints/{id}",
      tags,
      summary: "Change a webhook endpoint",
      request: { params, body: accepts(webhookEndpointChange) },
      responses: { 200: answers(webhookEndpoint, "The endpoint as it is now") },
    }),
    async (c) => {
      const sent = Object.entries(c.req.valid("json")).filter(([, value]) => value !== undefined);
      const changed = await endpoints.change(c.req.valid("param").id, Object.fromEntries(sent) as EndpointChange);
      if (changed.status === "refused" || changed.status === "rival") throw refused(changed);
      if (changed.status === "unknown") throw unknownEndpoint();
      return c.json(presentEndpoint(changed.endpoint, clock.now()), 200);
    },
  );

  api.openapi(
    route(declared, "settings:write", {
      method: "delete",
      path: "/api/v1/webhook-endpoints/{id}",
      tags,
      summary: "Remove a webhook endpoint",
      description: "What was still to be delivered to it is dropped.",
      request: { params },
      responses: { 200: answers(webhookEndpoint, "The endpoint that is no longer one") },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const endpoint = await endpoints.get(id);
      if (!endpoint) throw unknownEndpoint();
      await endpoints.remove(id);
      return c.json(presentEndpoint(endpoint, clock.now()), 200);
    },
  );

  api.openapi(
    route(declared, "settings:write", {
      method: "post",
      path: "/api/v1/webhook-endpoints/{id}/test",
      tags,
      summary: "Send a webhook endpoint a test",
      description: "One post with the type `test`, at once, also while it is switched off.",
      request: { params, headers: idempotencyHeader },
      responses: { 200: answers(testResult, "What became of it") },
    }),
    async (c) => {
      const result = await testEndpoint(c.req.valid("param").id);
      if (!result) throw unknownEndpoint();
      return c.json(result, 200);
    },
  );
}

function refused(answer: Extract<ChangedEndpoint, { status: "refused" | "rival" }>): RequestError {
  if (answer.status === "refused") {
    return new RequestError("invalid", { errors: [{ path: "body.url", message: answer.problem }] });
  }
  const { id, kinds, isEnabled } = answer.rival;
  const what = kinds.length === 0 ? "of everything" : `of ${kinds.join(", ")}`;
  const detail = `The endpoint ${id} tells this address ${what} already${isEnabled ? "" : ", and is switched off"}.`;
  return new RequestError("webhook-endpoint-exists", { detail });
}
