import { contentTypes, pageHeaders } from "../demo/page.ts";
import type { Bindings } from "./bindings.ts";

/** The demo page from the Worker's assets; `null` for every other address. */
export async function pageResponse(request: Request, assets: Bindings["ASSETS"]): Promise<Response | null> {
  const url = new URL(request.url);
  const type = url.pathname === "/" ? contentTypes[".html"] : contentTypes[/\.[a-z]+$/.exec(url.pathname)?.[0] ?? ""];
  if (type === undefined || (url.pathname !== "/" && !url.pathname.startsWith("/demo/"))) return null;
  // A folder's address gives its index.html.
  if (url.pathname === "/") url.pathname = "/demo/";
  const found = await assets.fetch(new Request(url, { method: request.method }));
  if (!found.ok) return null;
  return new Response(found.body, { headers: pageHeaders(type) });
}
