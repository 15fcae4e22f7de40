import * as z from "zod";
import { anyId, displayName } from "./fields.ts";

const presence = z.enum(["available", "busy", "away", "offline"]);
const capacity = z.number().int().min(0).max(1000);
const teamIds = z
  .array(anyId.max(100))
  .max(20)
  .overwrite((ids) => [...new Set(ids)])
  .meta({ description: "Whose work they take. None: everybody's." });

export const agent = z
  .object({
    id: z.string(),
    name: z.string(),
    presence,
    capacity: z.number().meta({ description: "How many conversations they take at once." }),
    holds: z
      .array(z.object({ conversationId: z.string(), as: z.enum(["offered", "open", "idle"]) }))
      .meta({ description: "What they have now, offers included." }),
    isTest: z.boolean(),
    teamIds: z.array(z.string()).meta({ description: "Whose work they take. None: everybody's." }),
  })
  .meta({ id: "Agent" });

export const newAgent = z
  .object({
    id: anyId.max(100).optional().meta({ description: "Your own id of this person; without it one is made." }),
    name: displayName,
    presence: presence.default("away"),
    capacity: capacity.default(5),
    teamIds: teamIds.default([]),
  })
  .meta({ id: "NewAgent" });

export const agentChange = z
  .object({
    name: displayName.optional(),
    presence: presence.optional(),
    capacity: capacity.optional(),
    teamIds: teamIds.optional(),
  })
  .meta({ id: "AgentChange" });

export type AgentBody = z.output<typeof agent>;
