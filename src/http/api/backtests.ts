import * as z from "zod";
import type { StoredBacktest } from "../../engine/backtest-documents.ts";
import type { Clock } from "../../ports/clock.ts";
import { backtest, newBacktest } from "../../protocol/backtests.ts";
import { anyId, cursorQuery, idempotencyHeader, pageOf } from "../../protocol/fields.ts";
import { requestFields } from "../../protocol/request-fields.ts";
import { route } from "../access.ts";
import { readPage } from "../cursor.ts";
import { idempotencyOf, keyReused, markRepeated } from "../idempotency.ts";
import { presentBacktest } from "../present/backtest.ts";
import { RequestError } from "../problem.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";
import { authorOf, draftMissing, invalidField } from "./settings-refusals.ts";

const tags = ["Settings"];

/** What a draft would have meant for the conversations there have been. */
export function addBacktestRoutes({ api, declared, engine, clock }: ApiParts): void {
  api.openapi(
    route(declared, "settings:read", {
      method: "post",
      path: "/api/v1/settings/backtests",
      tags,
      summary: "Test a draft on past conversations",
      description:
        "The draft against what is in force, decided about again message by message. Tests are left out. Answers when it has ended, or after five seconds with `running`: then read it until it has. Changes no conversation.",
      request: { headers: idempotencyHeader, body: accepts(newBacktest) },
      responses: { 200: answers(backtest, "The backtest, ended or running") },
    }),
    async (c) => {
      const { draftId, since, until, limit, channels = null } = c.req.valid("json");
      const wanted = { since: timeOf(since), until: timeOf(until), limit, channels };
      if (wanted.since !== null && wanted.until !== null && wanted.since >= wanted.until) {
        throw invalidField("body.until", "must be after `since`");
      }
      const by = authorOf(c.get("caller"));
      const started = await engine.backtests.start(draftId, wanted, by, await idempotencyOf(c));
      switch (started.status) {
        case "started":
          return c.json(presentBacktest((await soon(clock, started.ended)) ?? started.backtest), 200);
        case "repeated":
          if (!started.backtest) throw noBacktest();
          markRepeated(c);
          return c.json(presentBacktest(started.backtest), 200);
        case "clash":
          throw keyReused();
        case "no-draft":
          throw draftMissing();
        case "busy":
          throw new RequestError("overloaded", { detail: "Another backtest is running here." });
      }
    },
  );

  api.openapi(
    route(declared, "settings:read", {
      method: "get",
      path: "/api/v1/settings/backtests",
      tags,
      summary: "List backtests",
      description: "The last twenty are kept.",
      request: { query: requestFields(cursorQuery) },
      responses: { 200: answers(pageOf(backtest), "One page, newest first") },
    }),
    async (c) => {
      const { items, next } = await readPage(c.req.valid("query"), engine.backtests.list);
      return c.json({ items: items.map(presentBacktest), next }, 200);
    },
  );

  api.openapi(
    route(declared, "settings:read", {
      method: "get",
      path: "/api/v1/settings/backtests/{id}",
      tags,
      summary: "Read a backtest",
      request: { params: z.object({ id: anyId }) },
      responses: { 200: answers(backtest, "How far it has come, and what came of it") },
    }),
    async (c) => {
      const found = await engine.backtests.get(c.req.valid("param").id);
      if (!found) throw noBacktest();
      return c.json(presentBacktest(found), 200);
    },
  );
}

function noBacktest(): RequestError {
  return new RequestError("not-found", { detail: "There is no backtest with this id." });
}

const patienceMs = 5_000;

/** `null`: it takes longer than somebody waits. */
async function soon(clock: Clock, ended: Promise<StoredBacktest>): Promise<StoredBacktest | null> {
  const waiting = new AbortController();
  try {
    return await Promise.race([ended, clock.sleep(patienceMs, waiting.signal).then(() => null)]);
  } finally {
    waiting.abort();
  }
}

function timeOf(instant: string | undefined): number | null {
  return instant === undefined ? null : Date.parse(instant);
}
