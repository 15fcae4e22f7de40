import type { LiveItem } from "../../engine/live-feed.ts";
import { type FeedData, feedData, feedHeader, feedQuery } from "../../protocol/feed.ts";
import { route } from "../access.ts";
import type { Caller } from "../caller.ts";
import { isoTime } from "../present/time.ts";
import { eventStream, type ServerSentEvent } from "../server-sent-events.ts";
import { openLine } from "./feed-line.ts";
import type { ApiParts } from "./parts.ts";

const heartbeatMs = 15_000;

/** Live updates: ids only, resumed from the last id seen. */
export function addFeedRoutes(parts: ApiParts): void {
  const { api, declared, store, clock } = parts;
  api.openapi(
    route(declared, "feed:read", {
      method: "get",
      path: "/api/v1/feed",
      tags: ["Feed"],
      summary: "Follow what happens",
      description:
        "Server-sent events. `start` comes first and carries the cursor of now. `reset` says that what came before " +
        "cannot be told any more: read the state afresh and go on. All others name what changed. An agent's key hears " +
        "only what the agent may read; the line ends when the key is revoked.",
      request: { query: feedQuery, headers: feedHeader },
      responses: {
        200: {
          description: "Events until either side ends it",
          content: { "text/event-stream": { schema: feedData } },
        },
      },
    }),
    async (c) => {
      const after = c.req.valid("header")["last-event-id"] || c.req.valid("query").after || null;
      return eventStream({
        clock,
        heartbeatMs,
        signal: c.req.raw.signal,
        events: (signal) => follow(after, c.get("caller"), signal),
      });
    },
  );

  async function* follow(
    after: string | null,
    caller: Caller,
    signal: AbortSignal,
  ): AsyncGenerator<ServerSentEvent, void, void> {
    let cursor = after;
    if (cursor === null) {
      // Whoever has seen nothing yet needs a place to resume from, too.
      cursor = (await store.feed({ after: null, limit: 1, waitMs: 0, signal })).cursor;
      yield eventOf(cursor, "start", { conversationId: null, at: null, data: {} });
    }
    for await (const heard of openLine(parts, caller, { after: cursor, signal })) yield toEvent(heard);
  }
}

function toEvent(item: LiveItem): ServerSentEvent {
  if (item.type === "reset") return eventOf(item.cursor, "reset", { conversationId: null, at: null, data: {} });
  const { cursor, type, conversationId, at, data } = item.entry;
  return eventOf(cursor, type, { conversationId, at: isoTime(at), data: { ...data } });
}

function eventOf(id: string, event: string, data: FeedData): ServerSentEvent {
  return { id, event, data: JSON.stringify(data) };
}
