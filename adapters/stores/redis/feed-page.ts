import type { FeedEntry, FeedInput, FeedPage } from "../../../src/ports/store.ts";
import { bodyOf, cellsOf, rowsOf, textOf } from "./replies.ts";
import type { Scripts } from "./script.ts";
import { feedPageScript } from "./scripts/feed-page.ts";
import { trimFeedScript } from "./scripts/trim-feed.ts";

/** A cursor is the id of a stream entry: time in ms, then a number. */
const cursorPattern = /^\d{1,15}-\d{1,15}$/;
const trimBatch = 1_000;

/** What is there now, without waiting. */
export async function readFeedPage(scripts: Scripts, after: string | null, limit: number): Promise<FeedPage> {
  const [status, last, ...cells] = cellsOf(await scripts.run(feedPageScript, [cursorArgument(after), limit]));
  if (status === "reset") return { status, cursor: textOf(last) };
  const entries = rowsOf(cells, 2).map(([cursor, json]) => feedEntry(textOf(cursor), textOf(json)));
  return { status: "entries", entries, cursor: entries.at(-1)?.cursor ?? textOf(last) };
}

export async function trimFeed(scripts: Scripts, firstKeptMs: number): Promise<void> {
  await scripts.run(trimFeedScript, [firstKeptMs, trimBatch]);
}

export function feedEntry(cursor: string, json: string): FeedEntry {
  const { type, conversationId, data, at } = bodyOf(json) as FeedInput & { readonly at: number };
  return { type, conversationId, data, cursor, at };
}

/** Negative when `left` comes before `right`. */
export function compareCursors(left: string, right: string): number {
  const [leftMs, leftNumber] = left.split("-");
  const [rightMs, rightNumber] = right.split("-");
  return Number(leftMs) - Number(rightMs) || Number(leftNumber) - Number(rightNumber);
}

function cursorArgument(after: string | null): string {
  if (after === null) return "";
  return cursorPattern.test(after) ? after : "-";
}
