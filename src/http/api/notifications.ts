import * as z from "zod";
import type { InboxItem, Notification } from "../../engine/notifications/documents.ts";
import { anyId, cursorQuery, idempotencyHeader, pageOf } from "../../protocol/fields.ts";
import { notification, notificationPage, notificationsQuery, ownAgent, toldOf } from "../../protocol/notifications.ts";
import { requestFields } from "../../protocol/request-fields.ts";
import { route } from "../access.ts";
import { type Caller, requireOwn } from "../caller.ts";
import { readPage } from "../cursor.ts";
import { presentNotification } from "../present/notification.ts";
import { isoTime } from "../present/time.ts";
import { RequestError } from "../problem.ts";
import { findConversation } from "./find-conversation.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";

const tags = ["Notifications"];

/** What people are told in the product. Everybody reads their own, and nobody else's (I14). */
export function addNotificationRoutes({ api, declared, engine }: ApiParts): void {
  const { inbox, describe } = engine.notifications;

  api.openapi(
    route(declared, "conversations:read", {
      method: "get",
      path: "/api/v1/notifications",
      tags,
      summary: "List an agent's notifications",
      description: "Kept for 90 days. The feed's `notified` says when there are new ones.",
      request: { query: notificationsQuery },
      responses: { 200: answers(notificationPage, "One page, newest first, and how many were not read") },
    }),
    async (c) => {
      const { agentId: named, unread, ...options } = c.req.valid("query");
      const agentId = whose(c.get("caller"), named, "query.agentId");
      const onlyUnread = unread === "true";
      const page = await readPage(options, (given) => inbox.list(agentId, { ...given, onlyUnread }));
      const { language, items } = await describe(agentId, page.items);
      const count = await inbox.unread(agentId);
      return c.json({ items: items.map(presentNotification), next: page.next, language, unread: count }, 200);
    },
  );

  api.openapi(
    route(declared, "conversations:write", {
      method: "post",
      path: "/api/v1/notifications/{id}/read",
      tags,
      summary: "Mark a notification as read",
      description: "What still waits to be delivered of it elsewhere is dropped. Doing this twice changes nothing.",
      request: { params: z.object({ id: anyId }), headers: idempotencyHeader },
      responses: { 200: answers(notification, "The notification as it is now") },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      const before = await inbox.get(id);
      const item = before && isOwn(c.get("caller"), before) ? await inbox.read(id) : null;
      if (!item) throw new RequestError("not-found", { detail: "There is no notification with this id." });
      const [described] = (await describe(item.agentId, [item])).items;
      return c.json(presentNotification(described ?? { item, entry: null }), 200);
    },
  );

  api.openapi(
    route(declared, "conversations:write", {
      method: "post",
      path: "/api/v1/notifications/read-all",
      tags,
      summary: "Mark all of an agent's notifications as read",
      request: { body: accepts(ownAgent), headers: idempotencyHeader },
      responses: { 200: answers(z.object({ agentId: z.string() }), "Whose were read") },
    }),
    async (c) => {
      const agentId = whose(c.get("caller"), c.req.valid("json").agentId, "body.agentId");
      await inbox.readAll(agentId);
      return c.json({ agentId }, 200);
    },
  );
}

/** Whether anybody was told is a question of its own: "did they hear of it?" */
export function addToldRoute({ api, declared, engine }: ApiParts): void {
  api.openapi(
    route(declared, "conversations:read", {
      method: "get",
      path: "/api/v1/conversations/{id}/notifications",
      tags,
      summary: "List who was told of a conversation",
      request: { params: z.object({ id: anyId }), query: requestFields(cursorQuery) },
      responses: { 200: answers(pageOf(toldOf), "One page, newest first: each target, and the people it came to") },
    }),
    async (c) => {
      const conversation = await findConversation(engine, c.req.valid("param").id);
      const { items, next } = await readPage(c.req.valid("query"), (given) =>
        engine.notifications.ofConversation(conversation.id, given),
      );
      return c.json({ items: items.map(presentTold), next }, 200);
    },
  );
}

function presentTold({ id, at, kind, subjectId, target, agentIds = [], priority }: Notification) {
  const { type, id: targetId } = target;
  return { id, at: isoTime(at), kind, subjectId, target: { type, id: targetId }, agentIds: [...agentIds], priority };
}

/** Another agent's answers as one that is not there: ids tell nothing. */
function isOwn({ agentId }: Caller, item: InboxItem): boolean {
  return agentId === null || agentId === item.agentId;
}

/** The key's own agent, or the one that an unbound key names. */
function whose(caller: Caller, named: string | undefined, path: string): string {
  const agentId = named ?? caller.agentId;
  if (agentId === null) {
    const message = "is required, because the key is not bound to an agent";
    throw new RequestError("invalid", { errors: [{ path, message }] });
  }
  requireOwn(caller, agentId);
  return agentId;
}
