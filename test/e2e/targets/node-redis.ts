import { startRedis } from "../../support/redis.ts";
import { startServer } from "../../support/server.ts";
import type { Company } from "../outside/company.ts";
import { settings, type Target } from "./target.ts";

/** Two processes on one Redis. */
export async function startTwoNodesOnRedis(company: Company): Promise<Target> {
  const redis = await startRedis();
  const env = { ...settings(company), REDIS_URL: redis.url };
  const servers = await Promise.all([startServer({ env }), startServer({ env })]);
  return {
    origins: servers.map((server) => server.url),
    async close() {
      await Promise.all(servers.map((server) => server.stop()));
      await redis.stop();
    },
  };
}
