import * as z from "zod";
import { acceptBody, endDiscussionBody, rejectBody, requestBody, withdrawBody } from "../../protocol/commands.ts";
import { conversation } from "../../protocol/conversations.ts";
import { anyId, idempotencyHeader } from "../../protocol/fields.ts";
import { route } from "../access.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";
import { runAsAgent } from "./run-command.ts";

const params = z.object({ id: anyId });
const requestParams = z.object({ id: anyId, requestId: anyId });
const adviserParams = z.object({ id: anyId, agentId: anyId });
const headers = idempotencyHeader;
const shared = {
  method: "post" as const,
  tags: ["Requests"],
  responses: { 200: answers(conversation, "The conversation as it is now") },
};

/** Asking people, and answering. */
export function addRequestCommandRoutes({ api, declared, engine }: ApiParts): void {
  api.openapi(
    route(declared, "conversations:write", {
      ...shared,
      path: "/api/v1/conversations/{id}/requests",
      summary: "Ask a colleague",
      description: "To take the conversation, or to advise. It stays where it is until they say yes.",
      request: { params, headers, body: accepts(requestBody) },
    }),
    async (c) => {
      const { agentId, kind, toAgentId, role = null, note = null } = c.req.valid("json");
      const conversationId = c.req.valid("param").id;
      const command = (by: string) =>
        ({ type: "request-made", kind, byAgentId: by, agentId: toAgentId, role, note }) as const;
      return c.json(await runAsAgent(engine, c, { conversationId, agentId, command }), 200);
    },
  );

  api.openapi(
    route(declared, "conversations:write", {
      ...shared,
      path: "/api/v1/conversations/{id}/requests/{requestId}/accept",
      summary: "Accept a request",
      description: "Whoever accepts first has it. One that has ended says how it did.",
      request: { params: requestParams, headers, body: accepts(acceptBody) },
    }),
    async (c) => {
      const { agentId } = c.req.valid("json");
      const { id: conversationId, requestId } = c.req.valid("param");
      const command = (by: string) => ({ type: "request-accepted", agentId: by, requestId }) as const;
      return c.json(await runAsAgent(engine, c, { conversationId, agentId, command }), 200);
    },
  );

  api.openapi(
    route(declared, "conversations:write", {
      ...shared,
      path: "/api/v1/conversations/{id}/requests/{requestId}/reject",
      summary: "Reject a request",
      description: "Says why. Whoever rejects is not asked again in this handoff.",
      request: { params: requestParams, headers, body: accepts(rejectBody) },
    }),
    async (c) => {
      const { agentId, reason } = c.req.valid("json");
      const { id: conversationId, requestId } = c.req.valid("param");
      const command = (by: string) => ({ type: "request-rejected", agentId: by, requestId, reason }) as const;
      return c.json(await runAsAgent(engine, c, { conversationId, agentId, command }), 200);
    },
  );

  api.openapi(
    route(declared, "conversations:write", {
      ...shared,
      path: "/api/v1/conversations/{id}/requests/{requestId}/withdraw",
      summary: "Withdraw a request",
      description: "By whoever made it, or a lead, before it is answered. Says why.",
      request: { params: requestParams, headers, body: accepts(withdrawBody) },
    }),
    async (c) => {
      const { agentId, reason } = c.req.valid("json");
      const { id: conversationId, requestId } = c.req.valid("param");
      const command = (by: string) => ({ type: "request-withdrawn", agentId: by, requestId, reason }) as const;
      return c.json(await runAsAgent(engine, c, { conversationId, agentId, command }), 200);
    },
  );

  api.openapi(
    route(declared, "conversations:write", {
      ...shared,
      path: "/api/v1/conversations/{id}/discussion/{agentId}/end",
      summary: "End somebody's advice",
      description: "By the adviser, by whoever has the conversation, or by a lead.",
      request: { params: adviserParams, headers, body: accepts(endDiscussionBody) },
    }),
    async (c) => {
      const { agentId } = c.req.valid("json");
      const { id: conversationId, agentId: adviser } = c.req.valid("param");
      const command = (by: string) => ({ type: "discussion-ended", agentId: adviser, byAgentId: by }) as const;
      return c.json(await runAsAgent(engine, c, { conversationId, agentId, command }), 200);
    },
  );
}
