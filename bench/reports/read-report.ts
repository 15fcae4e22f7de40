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

/** One after the other, until it is ended. */
export function reportsWhile(origin: string, token: string, name: string): { end(): Promise<number> } {
  let isOver = false;
  const reading = (async () => {
    let count = 0;
    while (!isOver) {
      await readReport(origin, token, name);
      count += 1;
    }
    return count;
  })();
  return {
    end() {
      isOver = true;
      return reading;
    },
  };
}
