/**
 * What is posted to the company's own systems, for the document's `webhooks`: every kind of notice, and a channel's
 * messages. All of them are signed after Standard Webhooks.
 */
import * as z from "zod";
import { outboundMessage } from "../../protocol/channel-api.ts";
import { noticeKinds } from "../../protocol/notice-kinds.ts";
import { webhookNotice } from "../../protocol/webhook-notice.ts";
import type { Api } from "../environment.ts";

type NoticeType = (typeof noticeKinds)[number] | "test";

const happened: Readonly<Record<NoticeType, string>> = {
  "handoff-opened": "A customer waits for a person",
  "conversation-alerted": "A person keeps the conversation, and others should look",
  "request-received": "Somebody is asked to take a conversation or to advise",
  "request-ended": "A request was accepted, declined, not answered in time or taken back",
  "conversation-assigned": "Somebody was given a conversation",
  "conversations-assigned": "Somebody was given many conversations at once",
  "conversation-returned": "A conversation waits again, because its owner went or gave it back",
  "conversations-returned": "Many conversations wait again at once",
  "conversation-taken": "A conversation was taken from its owner, because a promise was at risk",
  "nobody-on-duty": "A customer waits and nobody is on duty, or nobody will be",
  "handoff-exhausted": "Nobody took a conversation in time",
  "snooze-ended": "A conversation that was set aside is back",
  "shift-ending": "A shift is about to end",
  "sla-warning": "A service level is about to be missed",
  "sla-breached": "A service level was missed",
  "task-assigned": "Somebody has a new follow-up",
  "task-due": "A follow-up is due",
  "task-overdue": "A follow-up is late",
  "case-handoff-done": "Somebody's work has gone to others",
  "message-undelivered": "A message did not reach the customer",
  "settings-publish-failed": "A draft of the settings was not published at its time",
  test: "Somebody sends an endpoint a test",
};

const headers = z.object({
  "webhook-id": z.string().meta({ description: "The same over repetitions." }),
  "webhook-timestamp": z.string().meta({ description: "When this attempt was signed, in seconds." }),
  "webhook-signature": z.string().meta({ description: "`v1,` and the signature; several after a change of secret." }),
});

const reply = outboundMessage.meta({ id: "ChannelReply", description: "A message to a customer of an `api` channel." });

export const outgoingTag = "Outgoing webhooks";

export function addOutgoingWebhooks({ openAPIRegistry: registry }: Api): void {
  const post = (name: string, summary: string, body: z.ZodType, about: string) =>
    registry.registerWebhook({
      ...{ method: "post", path: name, tags: [outgoingTag], summary, description: about, security: [] },
      request: { headers, body: { content: { "application/json": { schema: body } }, required: true } },
      responses: { 200: { description: "Any 2xx: it was taken" } },
    });
  for (const type of [...noticeKinds, "test"] as const) {
    post(type, happened[type], z.intersection(webhookNotice, z.object({ type: z.literal(type) })), toEndpoints);
  }
  post("message", "A customer is written to", reply, toChannel);
}

const toEndpoints =
  "To the webhook endpoints that want it, with ids and codes only. Anything but 2xx is tried again for a day, `Retry-After` is obeyed, and 410 switches the endpoint off.";
const toChannel =
  "To the reply address of an `api` channel, in order for each conversation. 408, 425, 429 and 5xx are tried again, other 4xx are not.";
