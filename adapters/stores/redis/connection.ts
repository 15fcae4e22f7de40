import { createLink, type Link, type LinkOptions } from "./link.ts";
import { isConnectionLost, toStoreError } from "./redis-errors.ts";
import { within } from "./within.ts";

/**
 * A connection that answers or fails within `timeoutMs`, and comes back by itself. The client reconnects when its
 * socket closes; where it hangs instead (a silent network, a stopped server) it is replaced by a new one.
 */
export interface RedisConnection {
  /** @param task what the command does, for error messages: "commit" */
  call(task: string, command: string[], timeoutMs?: number): Promise<unknown>;
  /** Calls of this process that still wait for their answer. */
  callsUnderWay(): number;
  /** Ends after the answers that are still awaited. */
  close(): Promise<void>;
  /** Ends at once; calls that wait for an answer fail. */
  destroy(): void;
}

export interface ConnectionOptions extends LinkOptions {
  readonly timeoutMs: number;
}

/** A link younger than this is given time to connect. */
const patienceMs = 1_000;

export async function openConnection(options: ConnectionOptions): Promise<RedisConnection> {
  let link = createLink(options);
  let openedAt = performance.now();
  let isClosed = false;
  let underWay = 0;

  try {
    await within(link.connect(), options.connectTimeoutMs, "connect");
  } catch (error) {
    link.destroy();
    throw toStoreError(error, "connect");
  }

  function replace(failed: Link): void {
    if (isClosed || link !== failed || performance.now() - openedAt < patienceMs) return;
    failed.destroy();
    link = createLink(options);
    openedAt = performance.now();
    // A failure to connect shows in the calls that need the connection.
    link.connect().catch(() => undefined);
  }

  return {
    async call(task, command, timeoutMs = options.timeoutMs) {
      const used = link;
      underWay += 1;
      try {
        return await within(used.send(command), timeoutMs, task);
      } catch (error) {
        if (isConnectionLost(error)) replace(used);
        throw toStoreError(error, task);
      } finally {
        underWay -= 1;
      }
    },
    callsUnderWay: () => underWay,
    async close() {
      if (isClosed) return;
      isClosed = true;
      const closing = link;
      await within(closing.close(), options.timeoutMs, "close").catch(() => closing.destroy());
    },
    destroy() {
      if (isClosed) return;
      isClosed = true;
      link.destroy();
    },
  };
}
