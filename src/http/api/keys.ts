import * as z from "zod";
import type { ApiKeyBody } from "../../protocol/api-keys.ts";
import { apiKey, createdApiKey, newApiKey } from "../../protocol/api-keys.ts";
import { anyId, cursorQuery, idempotencyHeader, pageOf } from "../../protocol/fields.ts";
import { requestFields } from "../../protocol/request-fields.ts";
import { route } from "../access.ts";
import { type Caller, requireOwn } from "../caller.ts";
import { readPage } from "../cursor.ts";
import { idempotencyOf, keyReused, markRepeated } from "../idempotency.ts";
import type { ApiKey } from "../keys.ts";
import { isoTime } from "../present/time.ts";
import { RequestError } from "../problem.ts";
import { hasScope } from "../require-scope.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";
import { unknownAgent } from "./unknown-agent.ts";

const tags = ["API keys"];

/** API keys. Nobody can give what they do not have: neither a scope, nor another agent's voice. */
export function addKeyRoutes({ api, declared, engine, keys }: ApiParts): void {
  api.openapi(
    route(declared, "keys:write", {
      method: "get",
      path: "/api/v1/keys",
      tags,
      summary: "List API keys",
      description:
        "An agent's key sees that agent's keys; a page may then hold fewer than `limit` and not be the last.",
      request: { query: requestFields(cursorQuery) },
      responses: { 200: answers(pageOf(apiKey), "One page, newest first, without their tokens") },
    }),
    async (c) => {
      const { agentId, role } = c.get("caller");
      const { items, next } = await readPage(c.req.valid("query"), keys.list);
      const shown = role === "agent" ? items.filter((key) => key.agentId === agentId) : items;
      return c.json({ items: shown.map(presentKey), next }, 200);
    },
  );

  api.openapi(
    route(declared, "keys:write", {
      method: "post",
      path: "/api/v1/keys",
      tags,
      summary: "Create an API key",
      description: "The token is in this answer and nowhere else. A key can give no scope that it does not have.",
      request: { headers: idempotencyHeader, body: accepts(newApiKey) },
      responses: { 200: answers(createdApiKey, "The key and, this once, its token") },
    }),
    async (c) => {
      const { name, scopes, agentId = null } = c.req.valid("json");
      const caller = c.get("caller");
      requireScopes(caller, scopes);
      requireOwnKey(caller, agentId);
      const agent = agentId === null ? null : await engine.agents.get(agentId);
      if (agentId !== null && !agent) throw unknownAgent(agentId);
      const given = { name, scopes, agentId, returns: agent?.returns ?? 0 };
      const created = await keys.create(given, await idempotencyOf(c));
      if (created.status === "clash") throw keyReused();
      if (created.status === "created") return c.json({ ...presentKey(created.key), token: created.token }, 200);
      if (!created.key) throw new RequestError("not-found", { detail: "The key was revoked meanwhile." });
      markRepeated(c);
      return c.json({ ...presentKey(created.key), token: null }, 200);
    },
  );

  api.openapi(
    route(declared, "keys:write", {
      method: "delete",
      path: "/api/v1/keys/{id}",
      tags,
      summary: "Revoke an API key",
      request: { params: z.object({ id: anyId }) },
      responses: { 200: answers(apiKey, "The key that is no longer one") },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const key = await keys.get(id);
      if (!key) throw new RequestError("not-found", { detail: "There is no key with this id." });
      requireOwn(c.get("caller"), key.agentId);
      await keys.revoke(id);
      return c.json(presentKey(key), 200);
    },
  );
}

function requireScopes(caller: Caller, wanted: ApiKey["scopes"]): void {
  const lacking = wanted.filter((scope) => !hasScope(caller, scope));
  if (lacking.length === 0) return;
  const detail = `A key cannot give what it does not have: ${lacking.join(", ")}.`;
  throw new RequestError("missing-scope", { detail });
}

function requireOwnKey(caller: Caller, agentId: string | null): void {
  if (caller.agentId !== null && agentId === null) {
    const detail = `The key speaks for agent ${caller.agentId}, and makes keys for them only: name them as \`agentId\`.`;
    throw new RequestError("wrong-agent", { detail });
  }
  requireOwn(caller, agentId);
}

function presentKey({ id, name, scopes, agentId, createdAt }: ApiKey): ApiKeyBody {
  return { id, name, scopes: [...scopes], agentId, createdAt: isoTime(createdAt) };
}
