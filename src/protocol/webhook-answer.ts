/** What a provider gets for a webhook that was taken. */
import * as z from "zod";

const eventAnswer = z.object({
  /** `unknown-message`: it speaks of a message that we do not know; sending it again would not help. */
  status: z.enum(["accepted", "duplicate", "unknown-message"]),
  conversationId: z.string().nullable(),
});

export const webhookAnswer = eventAnswer
  .extend({
    events: z.array(eventAnswer).optional().meta({ description: "Set when the request held other than one event." }),
  })
  .meta({ id: "WebhookAnswer" });

export type EventAnswer = z.output<typeof eventAnswer>;
export type WebhookAnswer = z.output<typeof webhookAnswer>;
