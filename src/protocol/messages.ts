import * as z from "zod";
import { choiceIds } from "./choice-ids.ts";
import { countQuery, time } from "./fields.ts";
import { requestFields } from "./request-fields.ts";
import { attachmentKinds } from "./settings-names.ts";

const author = z.discriminatedUnion("type", [
  z.object({ type: z.literal("customer") }),
  z.object({ type: z.literal("bot"), botId: z.string() }),
  z.object({ type: z.literal("agent"), agentId: z.string() }),
  z.object({ type: z.literal("system"), moment: z.string() }).meta({ description: "A text of the workspace's own." }),
  z
    .object({
      type: z.literal("note"),
      agentId: z.string().nullable(),
      isAdvice: z.boolean().meta({ description: "Of a colleague who was asked to advise." }),
    })
    .meta({ description: "Never sent." }),
]);

const choiceId = z.enum(choiceIds);

const content = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string() }),
  z
    .object({
      type: z.literal("offer"),
      text: z.string(),
      choices: z.array(z.object({ id: choiceId, label: z.string() })),
    })
    .meta({
      description: "Asks whether they want a person, or how they want to wait; buttons where the channel has them.",
    }),
  z
    .object({ type: z.literal("choice"), choice: choiceId, text: z.string() })
    .meta({ description: "The customer pressed a button." }),
  z
    .object({
      type: z.literal("attachment"),
      kind: z.enum(attachmentKinds),
      name: z.string().nullable(),
      caption: z.string().nullable(),
    })
    .meta({ description: "Something that is no text. The channel keeps it." }),
  z.object({ type: z.literal("unsupported"), raw: z.string() }).meta({
    description: "A verified message that could not be read, as it came.",
  }),
]);

const delivery = z.object({
  status: z
    .enum(["none", "queued", "sending", "sent", "delivered", "read", "withheld", "failed", "unknown"])
    .meta({ description: "`none`: inbound and notes. `withheld`: somebody took control before it left." }),
  at: time.nullable(),
  error: z.string().nullable(),
});

export const message = z
  .object({
    conversationId: z.string(),
    seq: z.number().int().meta({ description: "The order customer and agent both see." }),
    at: time,
    channelId: z.string(),
    engagement: z.number().int(),
    epoch: z.number().int().meta({ description: "The control under which it was written." }),
    author,
    content,
    delivery,
  })
  .meta({ id: "Message" });

export const searchQuery = requestFields({
  q: z.string().min(1).max(500).meta({ description: "Every word must be in the message." }),
  limit: countQuery(100, 20),
});

export type MessageBody = z.output<typeof message>;
