import type { Context } from "hono";
import { matchedRoutes } from "hono/route";

/** `/api/v1/agents/:id`: safe to log and to count by (I15). `null` when nothing but the middlewares for all fits. */
export function patternOf(c: Context): string | null {
  const last = matchedRoutes(c).at(-1);
  return !last || isForAll(last) ? null : last.path;
}

export function isForAll({ method, path }: { readonly method: string; readonly path: string }): boolean {
  return method === "ALL" && path === "/*";
}
