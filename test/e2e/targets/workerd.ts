import { createTestHarness } from "wrangler";
import type { Company } from "../outside/company.ts";
import { settings, type Target } from "./target.ts";

/** The Worker and its Durable Object, in the runtime they are deployed to. */
export async function startWorkerd(company: Company): Promise<Target> {
  const configPath = new URL("../../../wrangler.toml", import.meta.url);
  const harness = createTestHarness({ workers: [{ configPath, vars: settings(company) }] });
  const { url } = await harness.listen();
  return { origins: [url.origin], close: () => harness.close() };
}
