import type { FeedPage } from "../../../src/ports/store.ts";

export interface Wait {
  readonly after: string;
  readonly limit: number;
  readonly waitMs: number;
  readonly signal: AbortSignal;
}

interface Waiter extends Wait {
  readonly resolve: (page: FeedPage) => void;
  readonly reject: (error: unknown) => void;
}

/** Those who wait for the next feed entry; each is let go exactly once. */
export interface FeedWaiters {
  /** An empty page when the time is over or the signal aborts. */
  add(wait: Wait): Promise<FeedPage>;
  /** Lets go everyone for whom there is an answer. */
  answer(answerOf: (wait: Wait) => FeedPage | null): void;
  fail(error: unknown): void;
}

export function createFeedWaiters(): FeedWaiters {
  const waiters = new Set<Waiter>();
  return {
    add: (wait) =>
      new Promise((resolve, reject) => {
        const giveUp = () => waiter.resolve(emptyPage(wait.after));
        const timer = setTimeout(giveUp, wait.waitMs);
        const release = () => {
          clearTimeout(timer);
          wait.signal.removeEventListener("abort", giveUp);
          waiters.delete(waiter);
        };
        const waiter: Waiter = {
          ...wait,
          resolve: (page) => {
            release();
            resolve(page);
          },
          reject: (error) => {
            release();
            reject(error);
          },
        };
        waiters.add(waiter);
        if (wait.signal.aborted) giveUp();
        else wait.signal.addEventListener("abort", giveUp, { once: true });
      }),
    answer(answerOf) {
      for (const waiter of [...waiters]) {
        const page = answerOf(waiter);
        if (page) waiter.resolve(page);
      }
    },
    fail(error) {
      for (const waiter of [...waiters]) waiter.reject(error);
    },
  };
}

export function emptyPage(cursor: string): FeedPage {
  return { status: "entries", entries: [], cursor };
}
