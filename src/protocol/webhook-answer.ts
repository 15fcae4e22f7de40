/** What a provider gets for a webhook that was taken. */
import * as z from "zod";

const eventAnswer = z.object({
  status: z.enum(["accepted", "duplicate", "ignored", "unknown-message"]).meta({
    description:
      "`ignored`: nobody hears it, and it is kept under `GET /api/v1/unsupported-events`. `unknown-message`: it speaks of a message that we do not know. Sending either again would not help.",
  }),
  conversationId: z.string().nullable().meta({ description: "`null`: it belongs to none." }),
  reason: z.string().optional().meta({ description: "Why it is ignored." }),
});

export const webhookAnswer = eventAnswer
  .extend({
    events: z.array(eventAnswer).optional().meta({ description: "Set when the request held other than one event." }),
  })
  .meta({ id: "WebhookAnswer" });

export type EventAnswer = z.output<typeof eventAnswer>;
export type WebhookAnswer = z.output<typeof webhookAnswer>;
