import type * as z from "zod";
import type { WebhookEndpoint } from "../../engine/notifications/documents.ts";
import { stillSigning } from "../../engine/notifications/signing-secret.ts";
import type { webhookEndpoint } from "../../protocol/webhook-endpoints.ts";
import { RequestError } from "../problem.ts";
import { isoTime } from "./time.ts";

export function presentEndpoint(endpoint: WebhookEndpoint, at: number): z.output<typeof webhookEndpoint> {
  const { id, url, kinds, isEnabled, createdAt, lastFailure, rotatedAt = null } = endpoint;
  const failure = lastFailure && { ...lastFailure, at: isoTime(lastFailure.at) };
  const overlaps = stillSigning(endpoint, at).map(({ until }) => until);
  return {
    ...{ id, url, kinds: [...kinds], isEnabled, createdAt: isoTime(createdAt), lastFailure: failure },
    rotatedAt: rotatedAt === null ? null : isoTime(rotatedAt),
    overlapUntil: overlaps.length === 0 ? null : isoTime(Math.max(...overlaps)),
  };
}

export function unknownEndpoint(): RequestError {
  return new RequestError("not-found", { detail: "There is no webhook endpoint with this id." });
}
