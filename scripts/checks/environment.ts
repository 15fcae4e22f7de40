import { delimiter, dirname, join, resolve } from "node:path";

export const projectRoot = resolve(import.meta.dirname, "../..");

/** Wrangler without network, telemetry or banner. */
export const quietWrangler = {
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_SEND_ERROR_REPORTS: "false",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  WRANGLER_HIDE_BANNER: "true",
  CI: "1",
} as const;

/** Settings of an installed Baton: a check must give the same answer on a machine that has one. */
const ambient =
  /^(BATON_|WHATSAPP_|EMAIL_|BOTFRAMEWORK_)|^(REDIS_URL|ANTHROPIC_API_KEY|PORT|HOST|LOG_LEVEL|NODE_ENV|FORCE_COLOR)$/;

/** What every check runs in: the Node that npm brought, the project's own commands, nothing of the surroundings. */
export function checkEnvironment(): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => !ambient.test(name));
  return {
    ...Object.fromEntries(kept.filter((pair): pair is [string, string] => pair[1] !== undefined)),
    ...quietWrangler,
    PATH: [join(projectRoot, "node_modules/.bin"), dirname(process.execPath), process.env.PATH ?? ""].join(delimiter),
    NO_COLOR: "1",
  };
}
