import * as z from "zod";
import { anyId, idempotencyHeader } from "../../protocol/fields.ts";
import { createdWebhookEndpoint, webhookRotation } from "../../protocol/webhook-endpoints.ts";
import { route } from "../access.ts";
import { idempotencyOf, keyReused, markRepeated } from "../idempotency.ts";
import { isoTime } from "../present/time.ts";
import { presentEndpoint, unknownEndpoint } from "../present/webhook-endpoint.ts";
import { RequestError } from "../problem.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";

const hour = 3_600_000;

/** A secret that is to be replaced, in time or in a hurry. */
export function addRotateWebhookSecretRoute({ api, declared, engine, clock }: ApiParts): void {
  const { endpoints } = engine.notifications;

  api.openapi(
    route(declared, "settings:write", {
      method: "post",
      path: "/api/v1/webhook-endpoints/{id}/rotate-secret",
      tags: ["Webhook endpoints"],
      summary: "Give a webhook endpoint a new secret",
      description:
        "It is in this answer and nowhere else. For `overlapHours` every post is signed with the secret of before as well (`webhook-signature` then holds both, the new one first); after that only with the new one. `0` for one that has leaked: it signs nothing from now on.",
      request: { params: z.object({ id: anyId }), headers: idempotencyHeader, body: accepts(webhookRotation) },
      responses: { 200: answers(createdWebhookEndpoint, "The endpoint and, this once, its new secret") },
    }),
    async (c) => {
      const { overlapHours } = c.req.valid("json");
      const { id } = c.req.valid("param");
      const rotated = await endpoints.rotateSecret(id, overlapHours * hour, await idempotencyOf(c));
      switch (rotated.status) {
        case "rotated":
          return c.json({ ...presentEndpoint(rotated.endpoint, clock.now()), secret: rotated.secret }, 200);
        case "repeated":
          markRepeated(c);
          return c.json({ ...presentEndpoint(rotated.endpoint, clock.now()), secret: null }, 200);
        case "clash":
          throw keyReused();
        case "unknown":
          throw unknownEndpoint();
        case "too-many":
          throw tooMany(rotated.until);
      }
    },
  );
}

function tooMany(until: number): RequestError {
  const message = `Four secrets of before still sign, the first of them until ${isoTime(until)}. Wait for that, or end them all with 0.`;
  return new RequestError("invalid", { errors: [{ path: "body.overlapHours", message }] });
}
