import * as z from "zod";
import type { Metrics } from "../engine/metrics.ts";
import { type DeclaredAccess, route } from "./access.ts";
import { answers } from "./api/parts.ts";
import type { Api } from "./environment.ts";
import { type HealthSources, unreadiness } from "./health.ts";
import { RequestError } from "./problem.ts";

interface HealthParts extends HealthSources {
  readonly api: Api;
  readonly declared: DeclaredAccess;
  readonly metrics: Metrics;
  readonly version: string;
  readonly publicMetrics: boolean;
}

const tags = ["Health"];

export function addHealthRoutes(parts: HealthParts): void {
  const { api, declared, metrics, version, publicMetrics } = parts;

  api.openapi(
    route(declared, "public", {
      method: "get",
      path: "/live",
      tags,
      summary: "Whether the process runs",
      responses: { 200: answers(z.object({ status: z.literal("live"), version: z.string() }), "It runs") },
    }),
    (c) => c.json({ status: "live" as const, version }, 200),
  );

  api.openapi(
    route(declared, "public", {
      method: "get",
      path: "/ready",
      tags,
      summary: "Whether requests should come here",
      responses: { 200: answers(z.object({ status: z.literal("ready") }), "They should") },
    }),
    async (c) => {
      const reasons = await unreadiness(parts);
      if (reasons.length > 0) throw new RequestError("not-ready", { detail: `Not ready: ${reasons.join(", ")}.` });
      return c.json({ status: "ready" as const }, 200);
    },
  );

  api.openapi(
    route(declared, publicMetrics ? "public" : "operations", {
      method: "get",
      path: "/metrics",
      tags,
      summary: "Figures in Prometheus text format",
      responses: { 200: { description: "The figures", content: { "text/plain": { schema: z.string() } } } },
    }),
    (c) => c.text(metrics.render(), 200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" }),
  );
}
