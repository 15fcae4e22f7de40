import * as z from "zod";
import { claimBody, closeBody, handBackBody, textBody } from "../../protocol/commands.ts";
import { conversation } from "../../protocol/conversations.ts";
import { anyId, idempotencyHeader } from "../../protocol/fields.ts";
import { route } from "../access.ts";
import { addAssignmentCommandRoutes } from "./assignment-commands.ts";
import { addDetailRoutes } from "./details.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";
import { addRequestCommandRoutes } from "./request-commands.ts";
import { addRequestRoutes } from "./requests.ts";
import { runAsAgent } from "./run-command.ts";

const params = z.object({ id: anyId });
const shared = {
  method: "post" as const,
  tags: ["Commands"],
  responses: { 200: answers(conversation, "The conversation as it is now") },
};
const headers = idempotencyHeader;

/** What agents do. */
export function addCommandRoutes(parts: ApiParts): void {
  addDetailRoutes(parts);
  addAssignmentCommandRoutes(parts);
  addRequestCommandRoutes(parts);
  addRequestRoutes(parts);
  const { api, declared, engine } = parts;
  api.openapi(
    route(declared, "conversations:write", {
      ...shared,
      path: "/api/v1/conversations/{id}/claim",
      summary: "Take a conversation",
      description: "From the bot or the queue. The first one gets it.",
      request: { params, headers, body: accepts(claimBody) },
    }),
    async (c) => {
      const { agentId } = c.req.valid("json");
      const conversationId = c.req.valid("param").id;
      const command = (by: string) => ({ type: "conversation-claimed", agentId: by }) as const;
      return c.json(await runAsAgent(engine, c, { conversationId, agentId, command }), 200);
    },
  );

  api.openapi(
    route(declared, "conversations:write", {
      ...shared,
      path: "/api/v1/conversations/{id}/replies",
      summary: "Answer the customer",
      description: "Only whoever has control may.",
      request: { params, headers, body: accepts(textBody) },
    }),
    async (c) => {
      const { agentId, text } = c.req.valid("json");
      const conversationId = c.req.valid("param").id;
      const command = (by: string) => ({ type: "agent-replied", agentId: by, text }) as const;
      return c.json(await runAsAgent(engine, c, { conversationId, agentId, command }), 200);
    },
  );

  api.openapi(
    route(declared, "conversations:write", {
      ...shared,
      path: "/api/v1/conversations/{id}/notes",
      summary: "Add a note",
      description: "For colleagues and the bot. Never sent, and allowed in every phase.",
      request: { params, headers, body: accepts(textBody) },
    }),
    async (c) => {
      const { agentId, text } = c.req.valid("json");
      const conversationId = c.req.valid("param").id;
      const command = (by: string) => ({ type: "note-added", agentId: by, text }) as const;
      return c.json(await runAsAgent(engine, c, { conversationId, agentId, command }), 200);
    },
  );

  api.openapi(
    route(declared, "conversations:write", {
      ...shared,
      path: "/api/v1/conversations/{id}/hand-back",
      summary: "Give it back to the bot",
      request: { params, headers, body: accepts(handBackBody) },
    }),
    async (c) => {
      const { agentId, note = null } = c.req.valid("json");
      const conversationId = c.req.valid("param").id;
      const command = (by: string) => ({ type: "conversation-handed-back", agentId: by, note }) as const;
      return c.json(await runAsAgent(engine, c, { conversationId, agentId, command }), 200);
    },
  );

  api.openapi(
    route(declared, "conversations:write", {
      ...shared,
      path: "/api/v1/conversations/{id}/close",
      summary: "Close a conversation",
      request: { params, headers, body: accepts(closeBody) },
    }),
    async (c) => {
      const { agentId, outcome, wrapUp } = c.req.valid("json");
      const conversationId = c.req.valid("param").id;
      const command = (by: string) =>
        ({ type: "conversation-closed", agentId: by, outcome, wrapUp: wrapUp ?? null }) as const;
      return c.json(await runAsAgent(engine, c, { conversationId, agentId, command }), 200);
    },
  );
}
