import { failedOnce, nothing, type Outcome } from "./outcome.ts";
import type { Need } from "./step.ts";

/** What a need is called in the environment of the tests, and who brings it. Loaded late: a broken one fails alone. */
const bringers: Record<Need, { readonly variable: string; bring(): Promise<string> }> = {
  redis: {
    variable: "REDIS_SERVER",
    bring: async () => (await import("../ensure-redis.ts")).ensureRedis(),
  },
  chromium: {
    variable: "CHROMIUM",
    bring: async () => (await import("../ensure-chromium.ts")).ensureChromium(),
  },
};

/** Puts the path of what was brought into `env`. What cannot be brought is a failure, never a reason to skip. */
export async function bringNeed(need: Need, env: Record<string, string>): Promise<Outcome> {
  const { variable, bring } = bringers[need];
  try {
    env[variable] = await bring();
    return nothing;
  } catch (error) {
    return failedOnce(`${need}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
