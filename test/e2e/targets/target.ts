import type { Company } from "../outside/company.ts";
import { botSecret, channelSecret } from "../outside/company.ts";

/** Baton as it runs in one of its three places; several addresses where it runs several times. */
export interface Target {
  readonly origins: readonly string[];
  close(): Promise<void>;
}

export const adminToken = "an-admin-token-for-the-end-to-end-tests";

export function settings(company: Company): Record<string, string> {
  return {
    API_SECRET: channelSecret,
    API_REPLY_URL: company.replyUrl,
    BOT_WEBHOOK_URL: company.botUrl,
    BOT_WEBHOOK_SECRET: botSecret,
    BATON_ADMIN_TOKEN: adminToken,
    BATON_SECRET: "0123456789abcdef0123456789abcdef",
    BATON_QUIET_MS: "0",
    LOG_LEVEL: "warn",
  };
}
