import * as z from "zod";
import type { PreviewedText } from "../../core/settings/preview-texts.ts";
import { anyId, cursorQuery, pageOf } from "../../protocol/fields.ts";
import { requestFields } from "../../protocol/request-fields.ts";
import { previewRequest, receipt, receiptsQuery, settingsPreview } from "../../protocol/settings-use.ts";
import { route } from "../access.ts";
import { readPage } from "../cursor.ts";
import { RequestError } from "../problem.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";
import { draftParams } from "./settings-drafts.ts";
import { draftMissing, versionMissing } from "./settings-refusals.ts";

const tags = ["Settings"];

/** What customers would read, and who did. */
export function addSettingsTextRoutes({ api, declared, engine }: ApiParts): void {
  api.openapi(
    route(declared, "settings:read", {
      method: "post",
      path: "/api/v1/settings/drafts/{id}/preview",
      tags,
      summary: "Preview a draft's texts",
      description: "Every moment in every language on every channel named, with examples for what nobody knows yet.",
      request: { params: draftParams, body: accepts(previewRequest) },
      responses: { 200: answers(settingsPreview, "What customers would read") },
    }),
    async (c) => {
      const { rule, team, moments = null, locales = null, channels = null, ...rest } = c.req.valid("json");
      const wanted = { ...rest, ruleId: rule, teamId: team, moments, locales, channels };
      const previewed = await engine.settings.preview(c.req.valid("param").id, wanted);
      if (!previewed) throw draftMissing();
      return c.json({ items: previewed.map(presentPreviewed) }, 200);
    },
  );

  api.openapi(
    route(declared, "settings:read", {
      method: "get",
      path: "/api/v1/settings/texts/{id}/receipts",
      tags,
      summary: "List the conversations that were sent a text",
      request: { params: z.object({ id: anyId }), query: requestFields({ ...cursorQuery, ...receiptsQuery }) },
      responses: { 200: answers(pageOf(receipt), "One page, those who got it last first") },
    }),
    async (c) => {
      const { version, ...page } = c.req.valid("query");
      const text = { textId: c.req.valid("param").id, version };
      const { items, next } = await readPage(page, (options) => engine.settings.receipts(text, options));
      if (items.length === 0) await requireText(engine, text);
      return c.json({ items: items.map((conversationId) => ({ conversationId })), next }, 200);
    },
  );
}

/** Nobody got it, or there is no such text. */
async function requireText(engine: ApiParts["engine"], text: { readonly textId: string; readonly version: number }) {
  const { textId, version } = text;
  const found = await engine.settings.versions.get(version);
  if (!found) throw versionMissing();
  if (textId.startsWith("built-in:") || Object.hasOwn(found.settings.texts, textId)) return;
  throw new RequestError("not-found", { detail: `There is no text ${textId} in version ${version}.` });
}

function presentPreviewed(text: PreviewedText) {
  const { moment, locale, channelId, textId } = text;
  const place = { moment, locale, channel: channelId, textId };
  if (text.status === "muted") return { ...place, isMuted: true, textLocale: null, text: "", shortest: "" };
  return { ...place, isMuted: false, textLocale: text.textLocale, text: text.text, shortest: text.shortest };
}
