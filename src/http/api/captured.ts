import type * as z from "zod";
import type { Notification } from "../../engine/notifications/documents.ts";
import { capturedNotification } from "../../protocol/captured.ts";
import { cursorQuery, pageOf } from "../../protocol/fields.ts";
import { requestFields } from "../../protocol/request-fields.ts";
import { route } from "../access.ts";
import { readPage } from "../cursor.ts";
import { isoTime } from "../present/time.ts";
import { type ApiParts, answers } from "./parts.ts";

/** The outbox of tests: who would have been told, had it been a customer. */
export function addCapturedRoute({ api, declared, engine }: ApiParts): void {
  api.openapi(
    route(declared, "settings:read", {
      method: "get",
      path: "/api/v1/settings/captured",
      tags: ["Settings"],
      summary: "List what tests would have told people",
      description:
        "Test identities and test channels notify nobody; what they would have sent is kept here. Ids and codes only.",
      request: { query: requestFields(cursorQuery) },
      responses: { 200: answers(pageOf(capturedNotification), "One page, newest first") },
    }),
    async (c) => {
      const { items, next } = await readPage(c.req.valid("query"), engine.captured.list);
      return c.json({ items: items.map(presentCaptured), next }, 200);
    },
  );
}

function presentCaptured(notification: Notification): z.output<typeof capturedNotification> {
  const { id, at, conversationId, target, kind, subjectId, reason, priority } = notification;
  const { type, id: targetId } = target;
  return {
    ...{ id, at: isoTime(at), conversationId: conversationId ?? "", kind, subjectId, reason, priority },
    target: { type, id: targetId },
  };
}
