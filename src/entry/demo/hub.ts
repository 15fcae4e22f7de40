import type { ServerSentEvent } from "../../http/server-sent-events.ts";

/** Who listens to what, in this process only: whoever comes back reads the history again. */
export interface Hub {
  follow(name: string, signal: AbortSignal): AsyncGenerator<ServerSentEvent, void, void>;
  /** To how many it went. */
  push(name: string, event: ServerSentEvent): number;
  end(): void;
}

interface Listener {
  readonly queue: ServerSentEvent[];
  wake: () => void;
}

/** A listener that reads slower than this many events behind misses some; the page reads the history when it wakes. */
const maxBehind = 1_000;

export function createHub(): Hub {
  const listeners = new Map<string, Set<Listener>>();
  const ending = new AbortController();
  return {
    async *follow(name, signal) {
      const listener: Listener = { queue: [], wake: () => undefined };
      const wake = () => listener.wake();
      const together = listeners.get(name) ?? new Set();
      listeners.set(name, together.add(listener));
      signal.addEventListener("abort", wake, { once: true });
      try {
        yield { id: "open", event: "open", data: "{}" };
        while (!signal.aborted && !ending.signal.aborted) {
          const event = listener.queue.shift();
          if (event) yield event;
          else await new Promise<void>((resolve) => (listener.wake = resolve));
        }
      } finally {
        signal.removeEventListener("abort", wake);
        together.delete(listener);
        if (together.size === 0) listeners.delete(name);
      }
    },
    push(name, event) {
      const together = [...(listeners.get(name) ?? [])].filter(({ queue }) => queue.length < maxBehind);
      for (const listener of together) {
        listener.queue.push(event);
        listener.wake();
      }
      return together.length;
    },
    end() {
      ending.abort();
      for (const together of listeners.values()) for (const listener of together) listener.wake();
    },
  };
}
