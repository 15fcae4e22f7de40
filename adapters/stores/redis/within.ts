import { StoreUnavailableError } from "../../../src/ports/store.ts";

/** A timer that is so late was kept by this process itself, in which nothing else ran either. */
const heldUpMs = 50;

/**
 * The value, or a StoreUnavailableError after `timeoutMs`: what becomes of the task then is unknown. A process that was
 * held up has not waited all that time, and what came meanwhile lies unread in the socket: it waits once more.
 */
export function within<Value>(promise: Promise<Value>, timeoutMs: number, task: string): Promise<Value> {
  return new Promise((resolve, reject) => {
    const dueAt = performance.now() + timeoutMs;
    let timer = setTimeout(expire, timeoutMs);

    function expire(): void {
      if (performance.now() - dueAt < heldUpMs) giveUp();
      else timer = setTimeout(giveUp, timeoutMs);
    }

    function giveUp(): void {
      reject(
        new StoreUnavailableError(
          `Redis did not answer within ${timeoutMs} ms to ${task}. Check REDIS_URL and the server.`,
        ),
      );
    }

    promise.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}
