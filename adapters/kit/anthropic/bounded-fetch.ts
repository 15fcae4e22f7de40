import type { Fetch } from "../guarded-fetch.ts";

/** Far more than any answer has; bounds what a broken proxy can make us hold. */
const maxBytes = 4 * 1024 * 1024;
/** The engine waits and asks again, or brings a person; the SDK would sleep for as long as the header says. */
const overloaded = new Set([429, 503, 529]);

/** What the SDK gets as `fetch`: follows no redirect, reads no endless body, and leaves waiting to the engine. */
export function boundedFetch(fetch: Fetch): (input: string | URL | Request, init?: RequestInit) => Promise<Response> {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const response = await fetch(url, { ...init, redirect: "manual" });
    const headers = new Headers(response.headers);
    if (overloaded.has(response.status)) headers.set("x-should-retry", "false");
    const body = response.body?.pipeThrough(byteLimit()) ?? null;
    return new Response(body, { status: response.status, statusText: response.statusText, headers });
  };
}

function byteLimit(): TransformStream<Uint8Array, Uint8Array> {
  let length = 0;
  return new TransformStream({
    transform: (chunk, controller) => {
      length += chunk.length;
      if (length > maxBytes) controller.error(new Error(`The answer has more than ${maxBytes} bytes.`));
      else controller.enqueue(chunk);
    },
  });
}
