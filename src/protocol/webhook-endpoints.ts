import * as z from "zod";
import { time } from "./fields.ts";
import { noticeKinds } from "./notice-kinds.ts";
import { requestFields } from "./request-fields.ts";

const url = z
  .url({ protocol: /^https?$/ })
  .max(2_000)
  .meta({ description: "https, and public, unless the operator has named its host (NOTIFY_PRIVATE_HOSTS)." });
const kinds = z
  .array(z.enum(noticeKinds))
  .max(noticeKinds.length)
  .overwrite((given) => [...new Set(given)])
  .meta({ description: "What it is told. None: everything." });

export const webhookEndpoint = z
  .object({
    id: z.string(),
    url: z.string(),
    kinds: z.array(z.enum(noticeKinds)),
    isEnabled: z.boolean(),
    createdAt: time,
    rotatedAt: time.nullable().meta({ description: "When what signs its posts was last replaced." }),
    overlapUntil: time
      .nullable()
      .meta({ description: "Until then its posts are also signed with what was replaced; `null`: they are not." }),
    lastFailure: z
      .object({
        at: time,
        error: z.string(),
        isGone: z.boolean().meta({ description: "It answered 410, and was switched off." }),
      })
      .nullable()
      .meta({ description: "What went wrong since it last worked." }),
  })
  .meta({ id: "WebhookEndpoint" });

export const newWebhookEndpoint = requestFields({ url, kinds: kinds.default([]) }).meta({ id: "NewWebhookEndpoint" });

export const createdWebhookEndpoint = webhookEndpoint
  .extend({
    secret: z.string().nullable().meta({
      description:
        "What signs its posts (Standard Webhooks). Shown this once; `null` when the request was a repetition.",
    }),
  })
  .meta({ id: "CreatedWebhookEndpoint" });

export const webhookRotation = requestFields({
  overlapHours: z
    .int()
    .min(0)
    .max(168)
    .default(24)
    .meta({ description: "How long the secret of before signs as well. `0`: not at all." }),
}).meta({ id: "WebhookRotation" });

export const webhookEndpointChange = requestFields({
  url: url.optional(),
  kinds: kinds.optional(),
  isEnabled: z.boolean().optional(),
}).meta({ id: "WebhookEndpointChange" });
