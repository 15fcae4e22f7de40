import type { Config } from "../../config.ts";
import { readRunningOrigin } from "../../node/data-lock.ts";
import { openStore } from "../../node/open-store.ts";
import { loadTrace } from "../../node/trace-module.ts";
import type { Finding } from "./check.ts";

const timeoutMs = 5_000;

/** Everything outside of the process that Baton will need. Side by side: the slowest says how long it takes. */
export async function checkConnections(config: Config): Promise<readonly Finding[]> {
  const found = await Promise.all([
    checkStore(config),
    ...(config.apiChannel ? [checkReachable("API_REPLY_URL", config.apiChannel.replyUrl)] : []),
    ...(config.webhookBot ? [checkReachable("BOT_WEBHOOK_URL", config.webhookBot.url)] : []),
    ...(config.traceModule === null ? [] : [checkTrace(config.traceModule)]),
  ]);
  return [...found.flat(), ...remarks(config)];
}

async function checkStore(config: Config): Promise<Finding[]> {
  const about = config.redis ? "REDIS_URL" : "BATON_DATA_DIR";
  const opening = await openStore(config);
  if (opening.status === "refused") {
    const origin = config.redis ? null : await readRunningOrigin(config.dataDir);
    // The one that holds the data is Baton itself: that is how it should be.
    if (origin !== null && (await answers(`${origin}/live`))) {
      return [{ level: "ok", about, detail: `in use by the Baton that runs at ${origin}` }];
    }
    return opening.problems.map((detail) => ({ level: "problem", about, detail }));
  }
  await opening.opened.close();
  return [
    { level: "ok", about, detail: "the store opens" },
    ...opening.warnings.map((detail): Finding => ({ level: "warning", about, detail })),
  ];
}

/** Any answer will do: without a signature the other side is right to refuse. */
async function checkReachable(about: string, url: string): Promise<Finding[]> {
  if (await answers(url)) return [{ level: "ok", about, detail: "answers" }];
  const detail = `does not answer from here within ${timeoutMs / 1000} s. Check the address, the server and the firewall.`;
  return [{ level: "problem", about, detail }];
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { method: "HEAD", redirect: "manual", signal: AbortSignal.timeout(timeoutMs) });
    await response.body?.cancel();
    return true;
  } catch {
    return false;
  }
}

async function checkTrace(path: string): Promise<Finding[]> {
  const about = "BATON_TRACE_MODULE";
  try {
    loadTrace(path);
    return [{ level: "ok", about, detail: "exports span" }];
  } catch (error) {
    return [{ level: "problem", about, detail: error instanceof Error ? error.message : String(error) }];
  }
}

function remarks({ apiChannel, webhookBot, adminToken, demo, publicUrl }: Config): Finding[] {
  const isBare = apiChannel === null && webhookBot === null;
  const found: (readonly [boolean, string, string])[] = [
    [
      isBare && demo === "off",
      "channels",
      "none is configured, so no customer can write. Set API_SECRET and API_REPLY_URL.",
    ],
    [apiChannel !== null && webhookBot === null, "bot", "none is configured: every conversation goes to a person."],
    [!isBare && adminToken === null, "BATON_ADMIN_TOKEN", "is not set: API keys can only be made by whoever has one."],
    [!isBare && publicUrl === null, "BATON_PUBLIC_URL", "is not set: links name the address this process listens on."],
  ];
  return found.filter(([holds]) => holds).map(([, about, detail]) => ({ level: "warning", about, detail }));
}
