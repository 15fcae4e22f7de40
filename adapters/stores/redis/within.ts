import { StoreUnavailableError } from "../../../src/ports/store.ts";

/** The value, or a StoreUnavailableError after `timeoutMs`: what becomes of the task then is unknown. */
export function within<Value>(promise: Promise<Value>, timeoutMs: number, task: string): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(
        new StoreUnavailableError(
          `Redis did not answer within ${timeoutMs} ms to ${task}. Check REDIS_URL and the server.`,
        ),
      );
    }, timeoutMs);
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
