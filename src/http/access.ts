/**
 * Who may call what. Every route is declared here when it is made, and one middleware in front of all of them lets
 * nothing through that is not (I14).
 */
import { createRoute, type RouteConfig } from "@hono/zod-openapi";
import type { MiddlewareHandler } from "hono";
import { type Scope, scopes } from "../protocol/api-keys.ts";
import { problemDocument } from "../protocol/problem.ts";
import type { Authenticate } from "./caller.ts";
import type { Api, AppEnvironment } from "./environment.ts";
import { RequestError } from "./problem.ts";
import { requireScope } from "./require-scope.ts";
import { isForAll, patternOf } from "./route-pattern.ts";

/** `public`: anybody. `signed`: the channel verifies the request itself. Otherwise a key with this scope, and a role that allows it. */
export type Access = "public" | "signed" | Scope;

/** What the router knows, as `GET /api/v1/agents/:id`. */
export type DeclaredAccess = Map<string, Access>;

type Definition<Path extends string> = Omit<RouteConfig, "path" | "security"> & { readonly path: Path };

const failures = {
  default: { description: "A problem", content: { "application/problem+json": { schema: problemDocument } } },
};

/** The one way to make a route: for the router, the document and the guard at once. */
export function route<Path extends string, const Config extends Definition<Path>>(
  declared: DeclaredAccess,
  access: Access,
  config: Config,
) {
  declare(declared, config.method, config.path.replaceAll(/\{(.+?)\}/g, ":$1"), access);
  return createRoute({
    ...config,
    security: isScope(access) ? [{ key: [access] }] : [],
    responses: { ...config.responses, ...failures } as Config["responses"] & typeof failures,
  });
}

export function declare(declared: DeclaredAccess, method: string, pattern: string, access: Access): void {
  declared.set(`${method.toUpperCase()} ${pattern}`, access);
}

export function guard(declared: DeclaredAccess, authenticate: Authenticate): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    const pattern = patternOf(c);
    if (pattern === null) return next();
    const method = c.req.method === "HEAD" ? "GET" : c.req.method;
    const access = declared.get(`${method} ${pattern}`);
    if (access === "signed" || access === "public") return next();
    if (access === undefined) throw new Error(`The route ${method} ${pattern} does not declare who may call it.`);
    const caller = await authenticate(c.req.header("authorization"));
    if (!caller) throw new RequestError("unauthenticated");
    c.set("caller", caller);
    requireScope(caller, access);
    await next();
    c.header("cache-control", "no-store");
    c.header("x-content-type-options", "nosniff");
  };
}

function isScope(access: Access): access is Scope {
  return scopes.some((scope) => scope === access);
}

/** Routes that anybody made without saying who may call them; the guard answers 500 to their callers. */
export function undeclaredRoutes({ router, declared }: { router: Api; declared: DeclaredAccess }): readonly string[] {
  const handlers = router.routes.filter((route) => !isForAll(route));
  const names = new Set(handlers.map(({ method, path }) => `${method} ${path}`));
  return [...names].filter((name) => !declared.has(name));
}
