import * as z from "zod";
import type { BulkItem } from "../../engine/people/bulk.ts";
import { assignedMany, assignManyBody, handedOver, handOverBody } from "../../protocol/agents.ts";
import { anyId, idempotencyHeader } from "../../protocol/fields.ts";
import { route } from "../access.ts";
import { requireOwn } from "../caller.ts";
import { idempotencyOf, keyReused, markRepeated } from "../idempotency.ts";
import { RequestError } from "../problem.ts";
import { problems } from "../problem-catalog.ts";
import { standingOf } from "../standing.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";
import { unknownAgent } from "./unknown-agent.ts";

const headers = idempotencyHeader;

/** Many conversations in one call, each answered for by itself. */
export function addBulkRoutes({ api, declared, engine }: ApiParts): void {
  api.openapi(
    route(declared, "conversations:write", {
      method: "post",
      path: "/api/v1/conversations/assign",
      tags: ["Commands"],
      summary: "Give many conversations to one person",
      description:
        "At most 1,000. One that cannot be given stays where it is and is named with the reason; the others go on. With an Idempotency-Key the same call again gets the same answer.",
      request: { headers, body: accepts(assignManyBody) },
      responses: { 200: answers(assignedMany, "What became of each") },
    }),
    async (c) => {
      const { byAgentId: named, ...wanted } = c.req.valid("json");
      const caller = c.get("caller");
      if (named !== undefined) requireOwn(caller, named);
      const byAgentId = caller.agentId ?? named ?? null;
      for (const id of [wanted.agentId, byAgentId]) {
        if (id !== null && !(await engine.agents.get(id))) throw unknownAgent(id);
      }
      const done = await engine.people.assignMany({ ...wanted, byAgentId, idempotency: await idempotencyOf(c) });
      if (done.status === "clash") throw keyReused();
      if (done.isRepeated) markRepeated(c);
      return c.json({ items: done.items.map(presentItem("assigned")) }, 200);
    },
  );

  api.openapi(
    route(declared, "conversations:write", {
      method: "post",
      path: "/api/v1/agents/{id}/hand-over",
      tags: ["Agents"],
      summary: "Hand over everything an agent has",
      description:
        "Before a shift ends: every conversation they have, each with a note for whoever comes next, to a colleague, a queue, a team, or to where it came from. What cannot be handed over stays and is named.",
      request: { params: z.object({ id: anyId }), headers, body: accepts(handOverBody) },
      responses: { 200: answers(handedOver, "What became of each") },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const { agentId: toAgentId, destination, note, notes = {} } = c.req.valid("json");
      const by = await standingOf(engine, c.get("caller"));
      if (by.role === "agent" && by.agentId !== id) throw new RequestError("wrong-agent");
      await requireThere(engine, id, toAgentId);
      const to = toAgentId === undefined ? { destination: destination ?? null } : { agentId: toAgentId };
      const byAgentId = by.agentId ?? id;
      const idempotency = await idempotencyOf(c);
      const done = await engine.people.handOver({ agentId: id, to, notes, note: note ?? null, byAgentId, idempotency });
      if (done.status === "strange-notes") throw strangeNotes(id, done.conversationIds);
      if (done.status === "clash") throw keyReused();
      if (done.isRepeated) markRepeated(c);
      return c.json({ items: done.items.map(presentItem("handed-over")) }, 200);
    },
  );
}

function strangeNotes(agentId: string, conversationIds: readonly string[]): RequestError {
  const message = `is for a conversation that agent ${agentId} does not have; nothing was handed over`;
  const errors = conversationIds.slice(0, 10).map((id) => ({ path: `body.notes.${id}`, message }));
  return new RequestError("invalid", { errors });
}

async function requireThere(engine: ApiParts["engine"], id: string, toAgentId: string | undefined): Promise<void> {
  if (!(await engine.agents.get(id))) {
    throw new RequestError("not-found", { detail: "There is no agent with this id." });
  }
  if (toAgentId === undefined) return;
  if (toAgentId === id) throw new RequestError("nobody-to-ask");
  if (!(await engine.agents.get(toAgentId))) throw unknownAgent(toAgentId);
}

function presentItem<Done extends string>(done: Done) {
  return ({ conversationId, status, code }: BulkItem) => {
    const detail = code === null ? null : problems[code].title;
    return { conversationId, status: status === "done" ? done : status, code, detail };
  };
}
