import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Caller } from "./caller.ts";

/** What the middlewares leave for the handlers. */
export interface AppEnvironment {
  readonly Variables: {
    readonly requestId: string;
    /** Set on every route that is not public. */
    readonly caller: Caller;
  };
}

export type Api = OpenAPIHono<AppEnvironment>;
export type ApiContext = Context<AppEnvironment>;
