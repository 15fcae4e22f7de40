import { sleep } from "./sleep.ts";

/** Looks again and again until `isTrue`, or the time is over: then `false`. */
export async function waitUntil(
  isTrue: () => Promise<boolean> | boolean,
  { timeoutMs, everyMs = 50 }: { timeoutMs: number; everyMs?: number },
): Promise<boolean> {
  const endsAt = Date.now() + timeoutMs;
  while (Date.now() < endsAt) {
    if (await isTrue()) return true;
    await sleep(everyMs);
  }
  return isTrue();
}
