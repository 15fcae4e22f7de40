/** Those who wait in this process for the next feed entry. */
export interface Waiters {
  wake(): void;
  /** Resolves at the next `wake`, after `ms`, or when the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export function createWaiters(): Waiters {
  const waiting = new Set<() => void>();
  return {
    wake() {
      for (const letGo of [...waiting]) letGo();
    },
    wait: (ms, signal) =>
      new Promise<void>((resolve) => {
        const letGo = () => {
          clearTimeout(timer);
          signal.removeEventListener("abort", letGo);
          waiting.delete(letGo);
          resolve();
        };
        const timer = setTimeout(letGo, ms);
        signal.addEventListener("abort", letGo);
        waiting.add(letGo);
      }),
  };
}
