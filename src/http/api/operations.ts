import * as z from "zod";
import { anyId, idempotencyHeader, pageOf } from "../../protocol/fields.ts";
import { deadLetter, listQuery, unsupportedEvent } from "../../protocol/operations.ts";
import { route } from "../access.ts";
import { readPage } from "../cursor.ts";
import { isoTime } from "../present/time.ts";
import { RequestError } from "../problem.ts";
import { type ApiParts, answers } from "./parts.ts";

const tags = ["Operations"];

/** As `keepUnsupported` in the engine writes it. */
interface StoredUnsupportedEvent {
  readonly id: string;
  readonly channelId: string;
  readonly at: number;
  readonly raw: string;
}

/** What operators look after (I10). */
export function addOperationRoutes({ api, declared, engine }: ApiParts): void {
  api.openapi(
    route(declared, "operations", {
      method: "get",
      path: "/api/v1/dead-letters",
      tags,
      summary: "List what failed for good",
      request: { query: listQuery },
      responses: { 200: answers(pageOf(deadLetter), "One page") },
    }),
    async (c) => {
      const { items, next } = await readPage(c.req.valid("query"), engine.deadLetters.list);
      return c.json({ items: items.map((item) => ({ ...item, at: isoTime(item.at) })), next }, 200);
    },
  );

  api.openapi(
    route(declared, "operations", {
      method: "post",
      path: "/api/v1/dead-letters/{id}/retry",
      tags,
      summary: "Try it again",
      description: "With fresh attempts. Doing this twice changes nothing.",
      request: { params: z.object({ id: anyId }), headers: idempotencyHeader },
      responses: { 200: answers(z.object({ id: z.string() }), "It waits to be tried") },
    }),
    async (c) => {
      const { id } = c.req.valid("param");
      if ((await engine.deadLetters.retry(id)) === "unknown") {
        throw new RequestError("not-found", { detail: `There is no dead letter ${id}.` });
      }
      return c.json({ id }, 200);
    },
  );

  api.openapi(
    route(declared, "operations", {
      method: "get",
      path: "/api/v1/unsupported-events",
      tags,
      summary: "List verified webhooks that were not understood",
      request: { query: listQuery },
      responses: { 200: answers(pageOf(unsupportedEvent), "One page, newest first") },
    }),
    async (c) => {
      const { items, next } = await readPage(c.req.valid("query"), engine.conversations.unsupportedEvents);
      const shown = items.map((item) => {
        const { id, channelId, at, raw } = item as StoredUnsupportedEvent;
        return { id, channelId, at: isoTime(at), raw };
      });
      return c.json({ items: shown, next }, 200);
    },
  );
}
