/** One call that left workerd. */
export interface Outgoing {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Where tests ask what has been called: they run in workerd, and what is called runs beside it. */
export const calledUrl = "https://outside-world.test/called";

interface Called {
  readonly url: string;
  readonly headers: Iterable<[string, string]>;
  text(): Promise<string>;
}

/** Whoever is called from workerd takes it, and remembers it: nothing goes out. */
export function outsideWorld(): (request: Called) => Promise<Response> {
  const called: Outgoing[] = [];
  return async (request) => {
    if (request.url === calledUrl) return Response.json(called);
    called.push({ url: request.url, headers: Object.fromEntries(request.headers), body: await request.text() });
    return new Response("{}");
  };
}
