import { setTimeout as sleep } from "node:timers/promises";

/** A line to the live feed of a server that goes on after the last id seen. */
export type OpenFeed = (lastId: string | null, signal: AbortSignal) => Promise<Response>;

export interface FeedEvent {
  readonly id: string | null;
  readonly event: string;
}

export type FeedItem =
  | { readonly type: "event"; readonly event: FeedEvent }
  /** The line broke off, and is taken up again. */
  | { readonly type: "lost" }
  /** The server is there and does not let us. */
  | { readonly type: "refused"; readonly status: number };

type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

const sleepUnlessEnded: Pause = (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined);

const shortestPauseMs = 500;
const longestPauseMs = 8_000;

/** Everything that is told from now on, across lines that break, until the signal aborts or the server refuses. */
export async function* followFeed(
  open: OpenFeed,
  signal: AbortSignal,
  pause: Pause = sleepUnlessEnded,
): AsyncGenerator<FeedItem, void, void> {
  let lastId: string | null = null;
  for (let failures = 0; !signal.aborted; failures++) {
    const response: Response | null = await open(lastId, signal).catch(() => null);
    if (response !== null && response.status >= 400 && response.status < 500) {
      yield { type: "refused", status: response.status };
      return;
    }
    try {
      for await (const event of response?.ok && response.body ? readEvents(response.body) : []) {
        failures = 0;
        lastId = event.id ?? lastId;
        yield { type: "event", event };
      }
    } catch {
      // As good as its end.
    }
    if (signal.aborted) return;
    yield { type: "lost" };
    await pause(Math.min(shortestPauseMs * 2 ** failures, longestPauseMs), signal);
  }
}

/** Server-sent events as our feed writes them: blocks of single lines. */
async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<FeedEvent, void, void> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of body) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const event = /^event: (.+)$/m.exec(block)?.[1];
      if (event !== undefined) yield { id: /^id: (.+)$/m.exec(block)?.[1] ?? null, event };
    }
  }
}
