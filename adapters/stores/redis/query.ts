import type { Page, PageItem, Query } from "../../../src/ports/store.ts";
import { documentOf } from "./documents.ts";
import { laneOf } from "./effects.ts";
import { fromKeyPart, keyPart } from "./key-part.ts";
import { type Cursor, cursorArguments, readCursor, writeCursor } from "./page-cursor.ts";
import { bodyOf, type Cell, cellsOf, rowsOf, textOf } from "./replies.ts";
import type { Scripts } from "./script.ts";
import { countViewScript } from "./scripts/count-view.ts";
import { queryDeadScript } from "./scripts/query-dead.ts";
import { queryLogScript } from "./scripts/query-log.ts";
import { queryViewScript } from "./scripts/query-view.ts";

type ViewQuery = Extract<Query, { view: string }>;
type CountQuery = Extract<Query, { counted: string }>;
type LogQuery = Extract<Query, { log: string }>;
type DeadQuery = Extract<Query, { dead: true }>;

/** Each asks for one row more than the page holds, to know whether it is the last. */
export function runQuery(scripts: Scripts, query: Query): Promise<Page> {
  if ("view" in query) return queryView(scripts, query);
  if ("log" in query) return queryLog(scripts, query);
  if ("counted" in query) return countView(scripts, query);
  return queryDead(scripts, query);
}

async function queryView(scripts: Scripts, { view, key, limit, order, cursor }: ViewQuery): Promise<Page> {
  const place = [`${keyPart(view)}:${key}`, order, limit + 1, ...cursorArguments(readCursor(cursor))];
  const rows = rowsOf(cellsOf(await scripts.run(queryViewScript, place)), 3);
  const shown = rows.slice(0, limit);
  return {
    items: shown.flatMap(documentItems),
    next: rows.length > limit ? writeCursor(cursorAt(shown.at(-1))) : null,
  };
}

async function countView(scripts: Scripts, { counted, key }: CountQuery): Promise<Page> {
  const count = Number(await scripts.run(countViewScript, [`${keyPart(counted)}:${key}`]));
  return { items: [{ counted, count, body: null }], next: null };
}

/** None where the document was removed and its entry not yet. */
function documentItems([member, , cell]: readonly Cell[]): readonly PageItem[] {
  const [id = "", kind = ""] = textOf(member).split("\0");
  const document = documentOf({ kind: fromKeyPart(kind), id }, cell);
  return document ? [document] : [];
}

async function queryLog(scripts: Scripts, { log, owner, limit, order, afterSeq }: LogQuery): Promise<Page> {
  const place = [`${log}:${owner}`, order, limit + 1, afterSeq ?? ""];
  const rows = rowsOf(cellsOf(await scripts.run(queryLogScript, place)), 2);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(([seq, body]) => ({ log, owner, seq: Number(seq), body: bodyOf(body) })),
    next: rows.length > limit ? textOf(shown.at(-1)?.[0]) : null,
  };
}

async function queryDead(scripts: Scripts, { limit, cursor }: DeadQuery): Promise<Page> {
  const place = ["descending", limit + 1, ...cursorArguments(readCursor(cursor))];
  const rows = rowsOf(cellsOf(await scripts.run(queryDeadScript, place)), 7);
  const shown = rows.slice(0, limit);
  return { items: shown.map(deadItem), next: rows.length > limit ? writeCursor(cursorAt(shown.at(-1))) : null };
}

function deadItem([id, at, lane, owner, attempt, error, body]: readonly Cell[]): PageItem {
  return {
    dead: true,
    id: textOf(id),
    lane: laneOf(lane),
    owner: textOf(owner),
    attempt: Number(attempt),
    at: Number(at),
    error: textOf(error),
    body: bodyOf(body),
  };
}

function cursorAt(row: readonly Cell[] | undefined): Cursor {
  return { member: textOf(row?.[0]), score: textOf(row?.[1]) };
}
