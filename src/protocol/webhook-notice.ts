/** What an outgoing webhook says. Ids and codes only: whoever wants more asks the API with them. */
import * as z from "zod";
import { time } from "./fields.ts";
import { noticeKinds } from "./notice-kinds.ts";

export const webhookNotice = z
  .object({
    type: z.enum([...noticeKinds, "test"]).meta({ description: "What happened." }),
    timestamp: time.meta({ description: "When it happened." }),
    data: z.object({
      id: z.string().meta({ description: "Of this notice for this endpoint; also the header `webhook-id`." }),
      conversationId: z.string().nullable(),
      subjectId: z.string().meta({ description: "The handoff's, the request's, the task's …" }),
      targets: z
        .array(z.object({ type: z.enum(["queue", "team", "agent"]), id: z.string() }))
        .meta({ description: "Whom it was meant for." }),
      actorId: z.string().nullable().meta({ description: "The agent who brought it about." }),
      reason: z.string().nullable(),
      priority: z.enum(["urgent", "high", "normal", "low"]),
      detail: z.string().nullable().meta({ description: "A code or a reason from your lists." }),
    }),
  })
  .meta({ id: "WebhookNotice", description: "The body of an outgoing webhook, signed after Standard Webhooks." });

export type WebhookNoticeBody = z.output<typeof webhookNotice>;
