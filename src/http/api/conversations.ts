import * as z from "zod";
import { conversation, conversationsQuery } from "../../protocol/conversations.ts";
import { anyId, logPageOf, logQuery, pageOf } from "../../protocol/fields.ts";
import { message, searchQuery } from "../../protocol/messages.ts";
import { record } from "../../protocol/records.ts";
import { route } from "../access.ts";
import { readPage } from "../cursor.ts";
import { presentMessage } from "../present/message.ts";
import { presentRecord } from "../present/record.ts";
import { RequestError } from "../problem.ts";
import { addDecisionRoute } from "./decision.ts";
import { findConversation, withCustomer, withCustomers } from "./find-conversation.ts";
import { addPacketRoute } from "./packets.ts";
import { type ApiParts, answers } from "./parts.ts";
import { requireKnown } from "./require-known.ts";

const params = z.object({ id: anyId });
const tags = ["Conversations"];

/** What the console reads. */
export function addConversationRoutes(parts: ApiParts): void {
  addDecisionRoute(parts);
  addPacketRoute(parts);
  const { api, declared, engine } = parts;
  api.openapi(
    route(declared, "conversations:read", {
      method: "get",
      path: "/api/v1/conversations",
      tags,
      summary: "List conversations",
      description:
        "By phase, by person or by queue. Phase `queue` begins with the oldest handoff, one queue with whoever is urgent, all else with the newest message.",
      request: { query: conversationsQuery },
      responses: { 200: answers(pageOf(conversation), "One page") },
    }),
    async (c) => {
      const { phase, agentId, queueId, ...paging } = c.req.valid("query");
      if ([phase, agentId, queueId].filter((named) => named !== undefined).length !== 1) throw eitherOr();
      const { listByPhase, listByAgent, listByQueue } = engine.conversations;
      const page = await readPage(paging, (options) => {
        if (phase !== undefined) return listByPhase(phase, options);
        return agentId === undefined ? listByQueue(queueId ?? "", options) : listByAgent(agentId, options);
      });
      const named = { agent: ["query.agentId", agentId], queue: ["query.queueId", queueId] } as const;
      await requireKnown(engine, page.items, named);
      return c.json({ items: [...(await withCustomers(engine, page.items))], next: page.next }, 200);
    },
  );

  api.openapi(
    route(declared, "conversations:read", {
      method: "get",
      path: "/api/v1/conversations/{id}",
      tags,
      summary: "Read a conversation",
      description: "With its open handoff: why a person is needed, the evidence, and who is being asked.",
      request: { params },
      responses: { 200: answers(conversation, "The conversation as it is now") },
    }),
    async (c) => {
      const found = await findConversation(engine, c.req.valid("param").id);
      return c.json(await withCustomer(engine, found), 200);
    },
  );

  api.openapi(
    route(declared, "conversations:read", {
      method: "get",
      path: "/api/v1/conversations/{id}/messages",
      tags,
      summary: "Read its messages",
      description: "Oldest first, in the order that customer and agent both see.",
      request: { params, query: logQuery },
      responses: { 200: answers(logPageOf(message), "One page") },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const { limit, after } = c.req.valid("query");
      await findConversation(engine, id);
      const page = await engine.conversations.messages(id, { limit, afterSeq: after });
      return c.json({ items: page.items.map(presentMessage), next: nextSeq(page) }, 200);
    },
  );

  api.openapi(
    route(declared, "conversations:read", {
      method: "get",
      path: "/api/v1/conversations/{id}/records",
      tags,
      summary: "Read its engagement records",
      description: "One for every change of control and every request to a person: who, when, why, who was considered.",
      request: { params, query: logQuery },
      responses: { 200: answers(logPageOf(record), "One page") },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const { limit, after } = c.req.valid("query");
      await findConversation(engine, id);
      const page = await engine.conversations.records(id, { limit, afterSeq: after });
      return c.json({ items: page.items.map(presentRecord), next: nextSeq(page) }, 200);
    },
  );

  api.openapi(
    route(declared, "conversations:read", {
      method: "get",
      path: "/api/v1/search",
      tags,
      summary: "Search messages",
      description: "Messages that hold every word, newest first.",
      request: { query: searchQuery },
      responses: { 200: answers(z.object({ items: z.array(message) }), "What was found") },
    }),
    async (c) => {
      const { q, limit } = c.req.valid("query");
      const found = await engine.conversations.search(q, limit);
      return c.json({ items: found.map(presentMessage) }, 200);
    },
  );
}

function nextSeq(page: { items: readonly { seq: number }[]; next: string | null }): number | null {
  return page.next === null ? null : (page.items.at(-1)?.seq ?? null);
}

function eitherOr(): RequestError {
  const message = "give phase, agentId or queueId, and one of them";
  return new RequestError("invalid", { errors: [{ path: "query.phase", message }] });
}
