import * as z from "zod";
import type { PresenceRefusal } from "../../engine/people/people.ts";
import { agent, presenceBody, presenceDay, seenAnswer } from "../../protocol/agents.ts";
import { anyId, cursorQuery, pageOf } from "../../protocol/fields.ts";
import { requestFields } from "../../protocol/request-fields.ts";
import { route } from "../access.ts";
import { requireOwn } from "../caller.ts";
import { readPage } from "../cursor.ts";
import { presentAgent } from "../present/agent.ts";
import { isoTime } from "../present/time.ts";
import { RequestError } from "../problem.ts";
import { requireAgentsWrite, standingOf } from "../standing.ts";
import { found } from "./find-agent.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";

const tags = ["Agents"];
const params = z.object({ id: anyId });

/** Whether somebody is there: what they say, and whether their console is heard of. */
export function addPresenceRoutes({ api, declared, engine }: ApiParts): void {
  api.openapi(
    route(declared, "conversations:write", {
      method: "post",
      path: "/api/v1/agents/{id}/presence",
      tags,
      summary: "Say whether somebody is there",
      description:
        "In the company's own words (`status`) or in plain ones (`presence`). Conversations of whoever goes are looked after; whoever comes back from having missed requests is asked again from this call on.",
      request: { params, body: accepts(presenceBody) },
      responses: { 200: answers(agent, "The agent as they are now") },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const { status, presence, reason } = c.req.valid("json");
      requireAgentsWrite(c.get("caller"));
      const by = await standingOf(engine, c.get("caller"));
      const wanted = { statusId: status ?? null, presence: presence ?? null, reason: reason ?? null };
      const set = await engine.people.setPresence(id, wanted, by);
      if (set.status === "refused") throw presenceError(set.refusal);
      return c.json(presentAgent(found(set.status === "changed" ? set.agent : null)), 200);
    },
  );

  api.openapi(
    route(declared, "conversations:write", {
      method: "post",
      path: "/api/v1/agents/{id}/seen",
      tags,
      summary: "Say that an agent's console is there",
      description:
        "From an open console, every half minute or so. When it is not heard of for the time in `people.disconnectMinutes`, they are offline; when it is again, they are what they had chosen.",
      request: { params },
      responses: { 200: answers(seenAnswer, "It was heard") },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const caller = c.get("caller");
      requireOwn(caller, id);
      requireAgentsWrite(caller);
      const seen = await engine.people.seen(id);
      if (seen.status === "unknown") throw new RequestError("not-found", { detail: "There is no agent with this id." });
      if (seen.status === "left") throw new RequestError("agent-left");
      return c.json({ presence: seen.agent?.presence ?? null }, 200);
    },
  );

  api.openapi(
    route(declared, "conversations:read", {
      method: "get",
      path: "/api/v1/agents/{id}/presence-days",
      tags,
      summary: "Read when an agent was there",
      description:
        "One entry for each change, by day (UTC), the last day first. An agent's key reads that agent's, a lead's key everybody's.",
      request: { params, query: requestFields(cursorQuery) },
      responses: { 200: answers(pageOf(presenceDay), "One page") },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const { role } = await standingOf(engine, c.get("caller"));
      if (role === "agent") requireOwn(c.get("caller"), id);
      const page = await readPage(c.req.valid("query"), (options) => engine.people.presenceDays(id, options));
      const items = page.items.map(({ day, entries }) => ({
        day,
        entries: entries.map((entry) => ({ ...entry, at: isoTime(entry.at) })),
      }));
      return c.json({ items, next: page.next }, 200);
    },
  );
}

function presenceError(refusal: PresenceRefusal): RequestError {
  switch (refusal.status) {
    case "not-yours":
      return new RequestError("wrong-agent");
    case "left":
      return new RequestError("agent-left");
    case "unknown-status":
      return invalid("body.status", "names no status of the settings in force");
    case "needs-reason":
      return invalid("body.reason", `is required with the status "${refusal.name}"`);
  }
}

function invalid(path: string, message: string): RequestError {
  return new RequestError("invalid", { detail: `${path} ${message}.`, errors: [{ path, message }] });
}
