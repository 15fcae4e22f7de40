import { type DeclaredAccess, declare } from "../access.ts";
import type { Api } from "../environment.ts";
import { htmlHeaders } from "./html-headers.ts";
import { createDocument } from "./open-api.ts";
import { renderPage } from "./page.ts";
import { style } from "./style.ts";

interface DocsParts {
  readonly api: Api;
  readonly declared: DeclaredAccess;
  readonly version: string;
}

/** The API for machines at /openapi.json and for people at /docs, both made of the routes themselves. */
export function addDocsRoutes({ api, declared, version }: DocsParts): void {
  const document = once(() => createDocument(api, version));
  const page = once(async () => ({ html: renderPage(document()), headers: await htmlHeaders([style]) }));

  declare(declared, "get", "/openapi.json", "public");
  api.get("/openapi.json", (c) => c.json(document()));

  declare(declared, "get", "/docs", "public");
  api.get("/docs", async (c) => {
    const { html, headers } = await page();
    return c.body(html, 200, headers);
  });
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
