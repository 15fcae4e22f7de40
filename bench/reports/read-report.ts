import { setTimeout } from "node:timers/promises";

/** How long one report takes to arrive, in ms. */
export async function readReport(origin: string, token: string, name: string): Promise<number> {
  const startedAt = performance.now();
  const response = await fetch(`${origin}/api/v1/reports/${name}?by=queue`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const body = (await response.json()) as { readonly groups?: readonly unknown[] };
  if (!response.ok || !body.groups?.length)
    throw new Error(`The report was answered ${response.status}: ${JSON.stringify(body)}`);
  return performance.now() - startedAt;
}

/** Again and again until it is ended; the next one `everyMs` after the last one was asked for, or at once. */
export function reportsWhile(
  origin: string,
  token: string,
  { name, everyMs }: { readonly name: string; readonly everyMs: number },
): { end(): Promise<readonly number[]> } {
  const ending = new AbortController();
  const reading = (async () => {
    const took: number[] = [];
    while (!ending.signal.aborted) {
      const last = await readReport(origin, token, name);
      took.push(last);
      await setTimeout(Math.max(0, everyMs - last), null, { signal: ending.signal }).catch(() => undefined);
    }
    return took;
  })();
  return {
    end() {
      ending.abort();
      return reading;
    },
  };
}
