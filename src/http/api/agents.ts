import * as z from "zod";
import { agent, agentChange, agentsQuery, newAgent } from "../../protocol/agents.ts";
import { anyId, idempotencyHeader, pageOf } from "../../protocol/fields.ts";
import { route } from "../access.ts";
import { readPage } from "../cursor.ts";
import { presentAgent, presentAgentTo } from "../present/agent.ts";
import { RequestError } from "../problem.ts";
import { oversteppingError, standingOf } from "../standing.ts";
import { addAgent } from "./add-agent.ts";
import { changeOf } from "./agent-change.ts";
import { found, requireNamed } from "./find-agent.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";
import { requireKnown } from "./require-known.ts";

const tags = ["Agents"];
const params = z.object({ id: anyId });

/** The people who answer. */
export function addAgentRoutes(parts: ApiParts): void {
  const { api, declared, engine } = parts;

  api.openapi(
    route(declared, "conversations:read", {
      method: "get",
      path: "/api/v1/agents",
      tags,
      summary: "List agents",
      description:
        "In the order they were added. With a filter a page may hold fewer than `limit` and not be the last. An agent's key reads no e-mail address and no reason of colleagues.",
      request: { query: agentsQuery },
      responses: { 200: answers(pageOf(agent), "One page, with what each of them holds") },
    }),
    async (c) => {
      const { role, team: teamId, presence, skill, left, ...paging } = c.req.valid("query");
      const hasLeft = left === undefined ? undefined : left === "yes";
      const filter = { role, teamId, presence, skill, hasLeft };
      const { items, next } = await readPage(paging, (options) => engine.agents.page(filter, options));
      await requireKnown(engine, items, { team: ["query.team", teamId] });
      return c.json({ items: items.map((each) => presentAgentTo(c.get("caller"), each)), next }, 200);
    },
  );

  api.openapi(
    route(declared, "conversations:read", {
      method: "get",
      path: "/api/v1/agents/{id}",
      tags,
      summary: "Read an agent",
      request: { params },
      responses: { 200: answers(agent, "The agent as they are now") },
    }),
    async (c) => {
      const read = found(await engine.agents.get(c.req.valid("param").id));
      return c.json(presentAgentTo(c.get("caller"), read), 200);
    },
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
    async (c) => c.json(presentAgent(await addAgent(parts, c, c.req.valid("json"))), 200),
  );

  api.openapi(
    route(declared, "agents:write", {
      method: "patch",
      path: "/api/v1/agents/{id}",
      tags,
      summary: "Change an agent",
      description:
        "What is not named stays; with `revision` only in the state you have seen. Whoever comes on duty or gets room is at once asked about those who wait. A key that speaks for an agent changes their presence, capacity, language and time zone; everything else is a lead's to change.",
      request: { params, body: accepts(agentChange) },
      responses: { 200: answers(agent, "The agent as they are now") },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const by = await standingOf(engine, c.get("caller"));
      const { revision = null, ...given } = c.req.valid("json");
      const change = changeOf(given, parts.ids);
      await requireNamed(parts, id, change);
      const edited = await engine.people.change(id, change, by, revision);
      if (edited.status === "refused") throw refusedToChange(edited.refusal);
      return c.json(presentAgent(found(edited.status === "changed" ? edited.agent : null)), 200);
    },
  );

  api.openapi(
    route(declared, "agents:write", {
      method: "delete",
      path: "/api/v1/agents/{id}",
      tags,
      summary: "Let an agent leave",
      description:
        "They work here no more; what they did keeps their name. Refused while they have conversations or are asked: hand those over first, or start a case handoff, which moves everything of theirs.",
      request: { params },
      responses: { 200: answers(agent, "The agent, with the time they left") },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const by = await standingOf(engine, c.get("caller"));
      if (by.role === "agent") throw new RequestError("not-allowed", { detail: "Only a lead lets somebody leave." });
      const left = await engine.people.leave(id, by);
      if (left.status === "refused") throw refusedToLeave(left.refusal);
      return c.json(presentAgent(found(left.status === "changed" ? left.agent : null)), 200);
    },
  );
}

type Changed = Awaited<ReturnType<ApiParts["engine"]["people"]["change"]>>;

function refusedToChange(refusal: Extract<Changed, { status: "refused" }>["refusal"]): RequestError {
  if (refusal.status !== "stale") return oversteppingError(refusal);
  return new RequestError("agent-changed", { detail: `The agent is at revision ${refusal.revision} now.` });
}

type Left = Awaited<ReturnType<ApiParts["engine"]["people"]["leave"]>>;

function refusedToLeave(refusal: Extract<Left, { status: "refused" }>["refusal"]): RequestError {
  if (refusal.status === "not-yours") return new RequestError("wrong-agent");
  const { conversations, requests } = refusal;
  const has = `${conversations} ${conversations === 1 ? "conversation" : "conversations"}`;
  const detail = `They have ${has} and are asked for ${requests} more. Hand them over, or start a case handoff: it moves everything of theirs.`;
  return new RequestError("agent-has-work", { detail });
}
