import { cursorQuery, idempotencyHeader, pageOf } from "../../protocol/fields.ts";
import { requestFields } from "../../protocol/request-fields.ts";
import {
  diffQuery,
  published,
  settingsDiff,
  settingsInFull,
  settingsVersion,
  versionNumber,
  versionRestore,
} from "../../protocol/settings-api.ts";
import { route } from "../access.ts";
import { readPage } from "../cursor.ts";
import { idempotencyOf, markRepeated } from "../idempotency.ts";
import { presentChange, presentVersion, presentVersionInFull } from "../present/settings.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";
import { addSettingsCalendarRoute } from "./settings-calendar.ts";
import { addSettingsDraftRoutes } from "./settings-drafts.ts";
import { earlierVersion } from "./settings-earlier.ts";
import { addSettingsPublishRoutes } from "./settings-publish.ts";
import { authorOf, refuse, versionMissing } from "./settings-refusals.ts";
import { addSettingsSwitchRoutes } from "./settings-switches.ts";
import { addSettingsTextRoutes } from "./settings-texts.ts";

const tags = ["Settings"];

/** What leads decide, as versions: what is in force, what was, and how it comes back. */
export function addSettingsRoutes(parts: ApiParts): void {
  const { api, declared, engine } = parts;

  api.openapi(
    route(declared, "settings:read", {
      method: "get",
      path: "/api/v1/settings",
      tags,
      summary: "Read the settings in force",
      responses: { 200: answers(settingsInFull, "The version in force, in full") },
    }),
    async (c) => c.json(presentVersionInFull(await engine.settings.versions.current()), 200),
  );

  api.openapi(
    route(declared, "settings:read", {
      method: "get",
      path: "/api/v1/settings/versions",
      tags,
      summary: "List published versions",
      request: { query: requestFields(cursorQuery) },
      responses: { 200: answers(pageOf(settingsVersion), "One page, newest first") },
    }),
    async (c) => {
      const { items, next } = await readPage(c.req.valid("query"), engine.settings.versions.list);
      return c.json({ items: items.map(presentVersion), next }, 200);
    },
  );

  api.openapi(
    route(declared, "settings:read", {
      method: "get",
      path: "/api/v1/settings/versions/{number}",
      tags,
      summary: "Read one version",
      request: { params: versionNumber },
      responses: { 200: answers(settingsInFull, "The version, in full") },
    }),
    async (c) => {
      const version = await engine.settings.versions.get(c.req.valid("param").number);
      if (!version) throw versionMissing();
      return c.json(presentVersionInFull(version), 200);
    },
  );

  api.openapi(
    route(declared, "settings:read", {
      method: "get",
      path: "/api/v1/settings/versions/{number}/diff",
      tags,
      summary: "Compare two versions",
      request: { params: versionNumber, query: diffQuery },
      responses: { 200: answers(settingsDiff, "What became different, part by part") },
    }),
    async (c) => {
      const { number } = c.req.valid("param");
      const { against = Math.max(0, number - 1) } = c.req.valid("query");
      const changes = await engine.settings.versions.diff(number, against);
      if (!changes) throw versionMissing();
      return c.json({ number, against, changes: changes.map(presentChange) }, 200);
    },
  );

  api.openapi(
    route(declared, "settings:write", {
      method: "post",
      path: "/api/v1/settings/versions/{number}/restore",
      tags,
      summary: "Bring back a version, or single parts of it",
      description: "As a new version: history is never taken back. What differs is checked as a whole before.",
      request: { params: versionNumber, headers: idempotencyHeader, body: accepts(versionRestore) },
      responses: { 200: answers(published, "The new version") },
    }),
    async (c) => {
      const { parts: wanted = null, note } = c.req.valid("json");
      const { number } = c.req.valid("param");
      const by = authorOf(c.get("caller"));
      const idempotency = await idempotencyOf(c);
      const restored = await engine.settings.restore({ number, parts: wanted, note, by, idempotency });
      if (restored.status === "missing") throw versionMissing();
      if (restored.status === "repeated") {
        markRepeated(c);
        return c.json(await earlierVersion(parts, restored.result), 200);
      }
      if (restored.status !== "published") throw refuse(restored);
      return c.json({ status: "published" as const, version: presentVersion(restored.version) }, 200);
    },
  );

  addSettingsDraftRoutes(parts);
  addSettingsCalendarRoute(parts);
  addSettingsPublishRoutes(parts);
  addSettingsTextRoutes(parts);
  addSettingsSwitchRoutes(parts);
}
