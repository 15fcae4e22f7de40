import * as z from "zod";
import type { DetailsChanged } from "../../core/conversation/event.ts";
import { detailsChange, flagBody, languageBody, liftBody } from "../../protocol/commands.ts";
import { conversation } from "../../protocol/conversations.ts";
import { anyId, idempotencyHeader } from "../../protocol/fields.ts";
import { route } from "../access.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";
import { runAsAgent, runCommand } from "./run-command.ts";

const params = z.object({ id: anyId });
const headers = idempotencyHeader;
const shared = {
  tags: ["Commands"],
  responses: { 200: answers(conversation, "The conversation as it is now") },
};

/** What people and other systems know of a conversation, and the rules should. */
export function addDetailRoutes({ api, declared, engine }: ApiParts): void {
  api.openapi(
    route(declared, "conversations:write", {
      ...shared,
      method: "post",
      path: "/api/v1/conversations/{id}/flag",
      summary: "Flag a conversation",
      description:
        "A workflow of yours says that a person may be needed. The rules say what it means; the reason becomes a note.",
      request: { params, headers, body: accepts(flagBody) },
    }),
    async (c) => {
      const { flag, reason = null } = c.req.valid("json");
      const conversationId = c.req.valid("param").id;
      const command = { type: "conversation-flagged", flag, reason } as const;
      return c.json(await runCommand(engine, c, { conversationId, command }), 200);
    },
  );

  api.openapi(
    route(declared, "conversations:write", {
      ...shared,
      method: "patch",
      path: "/api/v1/conversations/{id}",
      summary: "Change its tags and properties",
      description: "What is not named stays. Rules read both at the next decision.",
      request: { params, headers, body: accepts(detailsChange) },
    }),
    async (c) => {
      const { addTags = [], removeTags = [], properties = {} } = c.req.valid("json");
      const conversationId = c.req.valid("param").id;
      const command = { type: "details-changed", addTags, removeTags, properties: trusted(properties) } as const;
      return c.json(await runCommand(engine, c, { conversationId, command }), 200);
    },
  );

  api.openapi(
    route(declared, "conversations:write", {
      ...shared,
      method: "post",
      path: "/api/v1/conversations/{id}/language",
      summary: "Set the customer's language",
      description: "An agent knows better than what was detected; from then on nothing changes it but an agent.",
      request: { params, headers, body: accepts(languageBody) },
    }),
    async (c) => {
      const { agentId, locale } = c.req.valid("json");
      const conversationId = c.req.valid("param").id;
      const command = (by: string) => ({ type: "language-set", agentId: by, locale }) as const;
      return c.json(await runAsAgent(engine, c, { conversationId, agentId, command }), 200);
    },
  );

  api.openapi(
    route(declared, "conversations:write", {
      ...shared,
      method: "post",
      path: "/api/v1/conversations/{id}/restraint/lift",
      summary: "Lift a restraint",
      description: "The bot answers again, and insults are counted from the beginning. Without one it changes nothing.",
      request: { params, headers, body: accepts(liftBody) },
    }),
    async (c) => {
      const { agentId } = c.req.valid("json");
      const conversationId = c.req.valid("param").id;
      const command = (by: string) => ({ type: "restraint-lifted", agentId: by }) as const;
      return c.json(await runAsAgent(engine, c, { conversationId, agentId, command }), 200);
    },
  );
}

/** Whoever has a key is one of the company's own systems. */
function trusted(properties: Readonly<Record<string, string | null>>): DetailsChanged["properties"] {
  const entries = Object.entries(properties);
  return Object.fromEntries(entries.map(([name, value]) => [name, value === null ? null : { value, isTrusted: true }]));
}
