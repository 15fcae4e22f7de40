import type { FeedPage, FeedRequest } from "../../../src/ports/store.ts";
import { readFeedPage } from "./feed-page.ts";
import type { FeedReader } from "./feed-reader.ts";
import type { Scripts } from "./script.ts";

/** Asks the server for what the process does not know yet, and waits in the process. */
export async function readFeed(scripts: Scripts, reader: FeedReader, request: FeedRequest): Promise<FeedPage> {
  const { after, limit, waitMs, signal } = request;
  const mayWait = waitMs > 0 && !signal.aborted;
  if (after !== null && mayWait && reader.covers(after)) return reader.wait({ after, limit, waitMs, signal });
  const page = await readFeedPage(scripts, after, limit);
  const isAnswer = page.status === "reset" || page.entries.length > 0;
  return isAnswer || !mayWait ? page : reader.wait({ after: page.cursor, limit, waitMs, signal });
}
