import type { MiddlewareHandler, Next } from "hono";
import type { ApiContext, AppEnvironment } from "./environment.ts";
import { isTooDeep } from "./json-depth.ts";
import { RequestError } from "./problem.ts";
import { readBody } from "./read-body.ts";

const maxBodyBytes = 64 * 1024;
/** Whole rule books come here, from people with a key; one that is too large is told where, not merely that it is. */
const maxSettingsBytes = 8 * 1024 * 1024;
/** A scripted conversation, with the parts of the rule book that it changes. */
const maxScriptBytes = 1024 * 1024;
/** A whole customer base, as a table. */
const maxImportBytes = 5 * 1024 * 1024;
const withBody: ReadonlySet<string> = new Set(["POST", "PUT", "PATCH"]);
const maxDepth = 32;
const decoder = new TextDecoder("utf-8", { fatal: true });
/** The few bodies that are no JSON: their routes read them as text. */
const textBodies: readonly { readonly path: RegExp; readonly type: RegExp }[] = [
  { path: /^\/api\/v1\/settings\/drafts\/[^/]+\/hours\/[^/]+\/calendar$/, type: /^text\/calendar\s*(;|$)/i },
  { path: /^\/api\/v1\/customers\/import$/, type: /^text\/csv\s*(;|$)/i },
];
const jsonType = /^application\/([\w.-]+\+)?json\s*(;|$)/i;

/** Reads what a route's schema is going to look at, within bounds. No body at all counts as an empty object. */
export const jsonBody: MiddlewareHandler<AppEnvironment> = (c, next) =>
  c.req.path.startsWith("/api/") && withBody.has(c.req.method) ? readJson(c, next) : next();

async function readJson(c: ApiContext, next: Next): Promise<void> {
  const bytes = await readBody(c.req.raw, mostBytes(c.req.path));
  const type = c.req.header("content-type") ?? "";
  const isText = textBodies.some((body) => body.path.test(c.req.path) && body.type.test(type));
  if (bytes.length > 0 && !isText && !jsonType.test(type)) {
    throw new RequestError("unsupported-media-type");
  }
  if (!isText && isTooDeep(bytes, maxDepth)) {
    throw new RequestError("invalid", { detail: `The body nests deeper than ${maxDepth} levels.` });
  }
  // Where the framework looks first, so that nothing below reads the request again. It is typed as holding the bodies
  // and holds promises of them: https://github.com/honojs/hono/blob/main/src/request.ts
  const cache = c.req.bodyCache as unknown as { arrayBuffer?: Promise<ArrayBuffer>; text?: Promise<string> };
  cache.arrayBuffer = Promise.resolve(bytes.slice().buffer);
  cache.text = Promise.resolve(bytes.length === 0 ? "{}" : decode(bytes));
  await next();
}

function mostBytes(path: string): number {
  if (path === "/api/v1/customers/import") return maxImportBytes;
  if (!path.startsWith("/api/v1/settings/")) return maxBodyBytes;
  if (path.endsWith("/try")) return maxBodyBytes;
  return path === "/api/v1/settings/simulations" ? maxScriptBytes : maxSettingsBytes;
}

function decode(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new RequestError("not-json", { detail: "The body is not valid UTF-8." });
  }
}
