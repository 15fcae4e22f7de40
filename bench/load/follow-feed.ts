import { feedData } from "../../src/protocol/feed.ts";

export interface FeedFollower {
  stop(): void;
}

/** Reads the live feed as a desk does, and calls back for each change of control to the queue. */
export async function followFeed(
  { port, token }: { port: number; token: string },
  onHandoff: (conversationId: string) => void,
): Promise<FeedFollower> {
  const end = new AbortController();
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/feed`, {
    headers: { authorization: `Bearer ${token}`, accept: "text/event-stream" },
    signal: end.signal,
  });
  if (!response.ok || response.body === null) throw new Error(`The feed was answered ${response.status}.`);
  void readEvents(response.body, onHandoff).catch(() => undefined);
  return { stop: () => end.abort() };
}

async function readEvents(body: ReadableStream<Uint8Array>, onHandoff: (conversationId: string) => void) {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    const events = text.split("\n\n");
    text = events.pop() ?? "";
    for (const event of events) {
      if (!event.includes("event: control-changed\n") || !event.includes('"phase":"queue"')) continue;
      const { conversationId } = feedData.parse(JSON.parse(event.slice(event.indexOf("\ndata: ") + 7)));
      if (conversationId !== null) onHandoff(conversationId);
    }
  }
}
