import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { declare } from "../../http/access.ts";
import type { App } from "../../http/app.ts";
import { contentTypes, pageHeaders, pageOf } from "../demo/page.ts";

const folder = join(import.meta.dirname, "../../web");

/** The demo page from its files, which a browser reads as they are. */
export async function addPageRoutes({ router, declared }: Pick<App, "router" | "declared">): Promise<void> {
  for (const name of await readdir(join(folder, "demo"), { recursive: true })) {
    const type = contentTypes[extname(name)];
    if (type === undefined) continue;
    const body = new Uint8Array(await readFile(join(folder, "demo", name)));
    const path = pageOf(`/demo/${name}`);
    declare(declared, "GET", path, "public");
    router.get(path, () => new Response(body, { headers: pageHeaders(type) }));
  }
}
