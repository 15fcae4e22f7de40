import * as z from "zod";
import { anyId, displayName, time } from "./fields.ts";
import { requestFields } from "./request-fields.ts";

/** What a key may do. `operations`: dead letters, unsupported events and metrics. `settings:write`: publishing, too. */
export const scopes = [
  "conversations:read",
  "conversations:write",
  "feed:read",
  "agents:write",
  "settings:read",
  "settings:write",
  "reports:read",
  "operations",
  "erase",
  "keys:write",
] as const;

export type Scope = (typeof scopes)[number];

export const apiKey = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(z.enum(scopes)),
    agentId: z.string().nullable().meta({ description: "The agent this key speaks for, and nobody else." }),
    createdAt: time,
  })
  .meta({ id: "ApiKey" });

export const newApiKey = requestFields({
  name: displayName,
  scopes: z.array(z.enum(scopes)).min(1).max(scopes.length),
  agentId: anyId.nullish(),
}).meta({ id: "NewApiKey" });

export const createdApiKey = apiKey
  .extend({
    token: z.string().nullable().meta({
      description: "Shown this once, and kept only as a hash; `null` when the request was a repetition.",
    }),
  })
  .meta({ id: "CreatedApiKey" });

export type ApiKeyBody = z.output<typeof apiKey>;
