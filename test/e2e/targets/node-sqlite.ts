import { startServer } from "../../support/server.ts";
import type { Company } from "../outside/company.ts";
import { settings, type Target } from "./target.ts";

/** One process on a SQLite file. */
export async function startNodeOnSqlite(company: Company): Promise<Target> {
  const server = await startServer({ env: settings(company) });
  return {
    origins: [server.url],
    async close() {
      await server.stop();
    },
  };
}
