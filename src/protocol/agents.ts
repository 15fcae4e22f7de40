import * as z from "zod";
import { anyId, displayName } from "./fields.ts";

const presence = z.enum(["available", "away"]);
const capacity = z.number().int().min(0).max(1000);

export const agent = z
  .object({
    id: z.string(),
    name: z.string(),
    presence,
    capacity: z.number().meta({ description: "How many conversations they take at once." }),
    holds: z
      .array(z.object({ conversationId: z.string(), as: z.enum(["offered", "open"]) }))
      .meta({ description: "What they have now, offers included." }),
    isTest: z.boolean(),
  })
  .meta({ id: "Agent" });

export const newAgent = z
  .object({
    id: anyId.max(100).optional().meta({ description: "Your own id of this person; without it one is made." }),
    name: displayName,
    presence: presence.default("away"),
    capacity: capacity.default(5),
  })
  .meta({ id: "NewAgent" });

export const agentChange = z
  .object({ name: displayName.optional(), presence: presence.optional(), capacity: capacity.optional() })
  .meta({ id: "AgentChange" });

export type AgentBody = z.output<typeof agent>;
