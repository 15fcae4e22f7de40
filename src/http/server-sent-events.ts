import type { Clock } from "../ports/clock.ts";

/** Without line breaks: ours are ids, names and JSON. */
export interface ServerSentEvent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

export interface EventStreamOptions {
  readonly events: (signal: AbortSignal) => AsyncGenerator<ServerSentEvent, void, void>;
  /** How often something is sent when nothing happens, so that no proxy takes the line for dead. */
  readonly heartbeatMs: number;
  readonly clock: Clock;
  /** Aborts when the client goes; reading it cancels in any case. */
  readonly signal: AbortSignal;
}

const encoder = new TextEncoder();

/** An answer that goes on. A client that reads slowly is not read ahead for: the feed lets it go and it resumes. */
export function eventStream({ events, heartbeatMs, clock, signal }: EventStreamOptions): Response {
  const end = new AbortController();
  signal.addEventListener("abort", () => end.abort(), { once: true, signal: end.signal });
  const source = events(end.signal);
  let isCancelled = false;
  let isRead = false;

  async function beat(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    while (!end.signal.aborted) {
      await clock.sleep(heartbeatMs, end.signal);
      if (!end.signal.aborted && (controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(": alive\n\n"));
    }
  }

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      // At once, so that the client knows that it is connected.
      controller.enqueue(encoder.encode("retry: 2000\n\n"));
    },
    async pull(controller) {
      // Not before: of a HEAD nobody reads the body, and nobody says that it is not wanted any more.
      if (!isRead) void beat(controller);
      isRead = true;
      try {
        const next = await source.next();
        if (isCancelled) return;
        if (!next.done && !end.signal.aborted) return controller.enqueue(encoder.encode(render(next.value)));
        end.abort();
        controller.close();
      } catch (error) {
        // The line breaks off, and the client comes back with the last id it saw.
        end.abort();
        controller.error(error);
      }
    },
    cancel() {
      isCancelled = true;
      end.abort();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    },
  });
}

function render({ id, event, data }: ServerSentEvent): string {
  return `id: ${id}\nevent: ${event}\ndata: ${data}\n\n`;
}
