import { idempotencyHeader } from "../../protocol/fields.ts";
import { draftCheck, draftPublish, draftRebase, published, settingsDraft } from "../../protocol/settings-api.ts";
import { route } from "../access.ts";
import { idempotencyOf, markRepeated } from "../idempotency.ts";
import { presentCheck, presentDraft, presentVersion } from "../present/settings.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";
import { draftParams } from "./settings-drafts.ts";
import { earlierVersion } from "./settings-earlier.ts";
import { authorOf, draftGone, refuse } from "./settings-refusals.ts";

const tags = ["Settings"];

/** From a draft to what is in force, now or later. */
export function addSettingsPublishRoutes(parts: ApiParts): void {
  const { api, declared, engine } = parts;

  api.openapi(
    route(declared, "settings:read", {
      method: "post",
      path: "/api/v1/settings/drafts/{id}/check",
      tags,
      summary: "Check a draft",
      description: "The version in force with the draft on it, as a whole. Changes nothing.",
      request: { params: draftParams },
      responses: { 200: answers(draftCheck, "What publishing it now would mean") },
    }),
    async (c) => {
      const examined = await engine.settings.examine(c.req.valid("param").id);
      if (!examined) throw await draftGone(engine, c.req.valid("param").id);
      return c.json(presentCheck(examined), 200);
    },
  );

  api.openapi(
    route(declared, "settings:write", {
      method: "post",
      path: "/api/v1/settings/drafts/{id}/rebase",
      tags,
      summary: "Keep a draft's parts over what others published",
      description: "Says that you have seen their versions. The draft's own values stay.",
      request: { params: draftParams, body: accepts(draftRebase) },
      responses: { 200: answers(settingsDraft, "The draft as it is now") },
    }),
    async (c) => {
      const { version = null, revision = null } = c.req.valid("json");
      const seen = { id: c.req.valid("param").id, by: authorOf(c.get("caller")), revision };
      const rebased = await engine.settings.drafts.rebase(seen, version);
      if (rebased.status !== "changed") throw refuse(rebased);
      return c.json(presentDraft(rebased.draft), 200);
    },
  );

  api.openapi(
    route(declared, "settings:write", {
      method: "post",
      path: "/api/v1/settings/drafts/{id}/publish",
      tags,
      summary: "Publish a draft",
      description:
        "Exactly the draft's parts, on the version in force. Refused when the result has errors, or when somebody else " +
        "published one of the parts after the draft's author looked. With `at` it is checked now and again then.",
      request: { params: draftParams, headers: idempotencyHeader, body: accepts(draftPublish) },
      responses: { 200: answers(published, "The new version, or the draft with its time") },
    }),
    async (c) => {
      const { note, at, revision = null } = c.req.valid("json");
      const { id } = c.req.valid("param");
      const caller = c.get("caller");
      const by = authorOf(caller);
      if (at !== undefined) {
        const when = { at: Date.parse(at), note: note ?? null, byAgentId: caller.agentId };
        const scheduled = await engine.settings.schedule({ id, by, revision }, when, await idempotencyOf(c));
        if (scheduled.status === "repeated") markRepeated(c);
        else if (scheduled.status !== "scheduled") throw refuse(scheduled);
        return c.json({ status: "scheduled" as const, draft: presentDraft(scheduled.draft) }, 200);
      }
      const request = { draftId: id, by, note: note ?? null, revision, idempotency: await idempotencyOf(c) };
      const result = await engine.settings.publish(request);
      if (result.status === "repeated") {
        markRepeated(c);
        return c.json(await earlierVersion(parts, result.result), 200);
      }
      if (result.status !== "published") throw refuse(result);
      return c.json({ status: "published" as const, version: presentVersion(result.version) }, 200);
    },
  );

  api.openapi(
    route(declared, "settings:write", {
      method: "delete",
      path: "/api/v1/settings/drafts/{id}/schedule",
      tags,
      summary: "Cancel a draft's time",
      request: { params: draftParams },
      responses: { 200: answers(settingsDraft, "The draft, which is one again") },
    }),
    async (c) => {
      const cancelled = await engine.settings.cancelSchedule(c.req.valid("param").id, authorOf(c.get("caller")));
      if (cancelled.status !== "cancelled") throw refuse(cancelled);
      return c.json(presentDraft(cancelled.draft), 200);
    },
  );
}
