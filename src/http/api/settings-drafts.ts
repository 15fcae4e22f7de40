import * as z from "zod";
import { anyId, cursorQuery, idempotencyHeader, pageOf } from "../../protocol/fields.ts";
import { requestFields } from "../../protocol/request-fields.ts";
import { draftChange, draftInFull, newDraft, settingsDraft } from "../../protocol/settings-api.ts";
import { route } from "../access.ts";
import { readPage } from "../cursor.ts";
import { idempotencyOf, markRepeated } from "../idempotency.ts";
import { presentCheck, presentDraft } from "../present/settings.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";
import { acceptChanges, authorOf, draftGone, draftMissing, refuse } from "./settings-refusals.ts";

const tags = ["Settings"];
export const draftParams = z.object({ id: anyId });

/** What leads are working on. Nothing of it is in force for anybody but test identities (I16). */
export function addSettingsDraftRoutes({ api, declared, engine }: ApiParts): void {
  api.openapi(
    route(declared, "settings:read", {
      method: "get",
      path: "/api/v1/settings/drafts",
      tags,
      summary: "List drafts",
      request: { query: requestFields(cursorQuery) },
      responses: { 200: answers(pageOf(settingsDraft), "One page, newest first") },
    }),
    async (c) => {
      const { items, next } = await readPage(c.req.valid("query"), engine.settings.drafts.list);
      return c.json({ items: items.map(presentDraft), next }, 200);
    },
  );

  api.openapi(
    route(declared, "settings:write", {
      method: "post",
      path: "/api/v1/settings/drafts",
      tags,
      summary: "Begin a draft",
      description:
        "On the version in force. Each changed part is given whole; parts that are not named stay as they are.",
      request: { headers: idempotencyHeader, body: accepts(newDraft) },
      responses: { 200: answers(settingsDraft, "The new draft") },
    }),
    async (c) => {
      const { name, note, changes, baseVersion = null } = c.req.valid("json");
      const draft = { name, note, changes: acceptChanges(changes), by: authorOf(c.get("caller")), baseVersion };
      const created = await engine.settings.drafts.create(draft, await idempotencyOf(c));
      if (created.status === "created") return c.json(presentDraft(created.draft), 200);
      if (created.status !== "repeated") throw refuse(created);
      const earlier = await engine.settings.drafts.get(created.result);
      if (!earlier) throw draftMissing();
      markRepeated(c);
      return c.json(presentDraft(earlier), 200);
    },
  );

  api.openapi(
    route(declared, "settings:read", {
      method: "get",
      path: "/api/v1/settings/drafts/{id}",
      tags,
      summary: "Read a draft",
      description: "With what it would change in the version in force, and what stands against that.",
      request: { params: draftParams },
      responses: { 200: answers(draftInFull, "The draft, compared and checked") },
    }),
    async (c) => {
      const examined = await engine.settings.examine(c.req.valid("param").id);
      if (!examined) throw await draftGone(engine, c.req.valid("param").id);
      return c.json({ ...presentDraft(examined.draft), ...presentCheck(examined) }, 200);
    },
  );

  api.openapi(
    route(declared, "settings:write", {
      method: "patch",
      path: "/api/v1/settings/drafts/{id}",
      tags,
      summary: "Change a draft",
      description: "Parts that are not named stay in the draft as they are.",
      request: { params: draftParams, body: accepts(draftChange) },
      responses: { 200: answers(settingsDraft, "The draft as it is now") },
    }),
    async (c) => {
      const { name = null, note = null, changes, undo, revision = null } = c.req.valid("json");
      const seen = { id: c.req.valid("param").id, by: authorOf(c.get("caller")), revision };
      const change = { name, note, changes: acceptChanges(changes), undo };
      const changed = await engine.settings.drafts.change(seen, change);
      if (changed.status === "missing") throw await draftGone(engine, seen.id);
      if (changed.status !== "changed") throw refuse(changed);
      return c.json(presentDraft(changed.draft), 200);
    },
  );

  api.openapi(
    route(declared, "settings:write", {
      method: "delete",
      path: "/api/v1/settings/drafts/{id}",
      tags,
      summary: "Discard a draft",
      request: { params: draftParams },
      responses: { 200: answers(settingsDraft, "The draft that is no longer one") },
    }),
    async (c) => {
      const seen = { id: c.req.valid("param").id, by: authorOf(c.get("caller")), revision: null };
      const discarded = await engine.settings.drafts.discard(seen);
      if (discarded.status === "missing") throw await draftGone(engine, seen.id);
      if (discarded.status !== "discarded") throw refuse(discarded);
      return c.json(presentDraft(discarded.draft), 200);
    },
  );
}
