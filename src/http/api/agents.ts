import * as z from "zod";
import { agent, agentChange, newAgent } from "../../protocol/agents.ts";
import { anyId, idempotencyHeader } from "../../protocol/fields.ts";
import { route } from "../access.ts";
import { requireOwn } from "../caller.ts";
import { presentAgent } from "../present/agent.ts";
import { RequestError } from "../problem.ts";
import { addAgent } from "./add-agent.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";

const tags = ["Agents"];

/** The people who answer. */
export function addAgentRoutes(parts: ApiParts): void {
  const { api, declared, engine } = parts;

  api.openapi(
    route(declared, "conversations:read", {
      method: "get",
      path: "/api/v1/agents",
      tags,
      summary: "List agents",
      responses: { 200: answers(z.object({ items: z.array(agent) }), "Everybody, with what they hold") },
    }),
    async (c) => c.json({ items: (await engine.agents.list()).map(presentAgent) }, 200),
  );

  api.openapi(
    route(declared, "agents:write", {
      method: "post",
      path: "/api/v1/agents",
      tags,
      summary: "Add an agent",
      request: { headers: idempotencyHeader, body: accepts(newAgent) },
      responses: { 200: answers(agent, "The new agent") },
    }),
    async (c) => {
      requireOwn(c.get("caller"), null);
      return c.json(presentAgent(await addAgent(parts, c, c.req.valid("json"))), 200);
    },
  );

  api.openapi(
    route(declared, "agents:write", {
      method: "patch",
      path: "/api/v1/agents/{id}",
      tags,
      summary: "Change an agent",
      description: "Whoever comes on duty or gets room is at once asked about those who wait.",
      request: { params: z.object({ id: anyId }), body: accepts(agentChange) },
      responses: { 200: answers(agent, "The agent as they are now") },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      requireOwn(c.get("caller"), id);
      const changed = await engine.agents.change(id, given(c.req.valid("json")));
      if (!changed) throw new RequestError("not-found", { detail: "There is no agent with this id." });
      return c.json(presentAgent(changed), 200);
    },
  );
}

type Given<Change> = { [Name in keyof Change]?: Exclude<Change[Name], undefined> };

/** Only what was sent: a field that is there and undefined would overwrite. */
function given<Change extends object>(change: Change): Given<Change> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Given<Change>;
}
