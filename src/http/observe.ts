import type { MiddlewareHandler } from "hono";
import type { Metrics } from "../engine/metrics.ts";
import type { Clock } from "../ports/clock.ts";
import type { LogFields, Logger } from "../ports/logger.ts";
import type { AppEnvironment } from "./environment.ts";
import { patternOf } from "./route-pattern.ts";

/** Made to fit OpenTelemetry without depending on it: start a span, run the work in it, end it, note what it threw. */
export interface Trace {
  span<T>(name: string, attributes: Readonly<Record<string, string>>, work: () => Promise<T>): Promise<T>;
}

export interface Observers {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly clock: Pick<Clock, "now">;
  readonly trace: Trace | null;
}

/** Busy and dull when all is well: only told with LOG_LEVEL=debug. */
const quietRoutes = new Set(["/webhooks/:channelId", "/live", "/ready", "/metrics"]);

/** One line and one count for each request: patterns, never addresses, queries or bodies (I15). */
export function observe({ logger, metrics, clock, trace }: Observers): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    const startedAt = clock.now();
    const requestId = crypto.randomUUID();
    c.set("requestId", requestId);
    const route = patternOf(c) ?? "unmatched";
    const { method } = c.req;
    if (trace) await trace.span(`${method} ${route}`, { "http.request.method": method, "http.route": route }, next);
    else await next();
    const { status } = c.res;
    const ms = clock.now() - startedAt;
    metrics.count("baton_http_requests_total", { method, route, status: String(status) });
    metrics.observe("baton_http_request_duration_seconds", ms / 1000, { method, route });
    logger[levelOf(route, status)]("request", { method, route, status, ms, requestId } satisfies LogFields);
  };
}

function levelOf(route: string, status: number): "debug" | "info" | "warn" {
  if (status >= 500) return "warn";
  return quietRoutes.has(route) && status < 400 ? "debug" : "info";
}
