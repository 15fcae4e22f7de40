import { resolve } from "node:path";
import type { Config } from "../../config.ts";
import type { RunningServer } from "../../node.ts";

/** Where everything is, and how to try it: what somebody sees who started Baton for the first time. */
export function banner(config: Config, { origin, channelIds, demo }: RunningServer): string {
  const data = config.redis ? "in Redis" : resolve(config.dataDir);
  const lines = [
    "",
    `  Baton is running (workspace ${config.workspaceId}).`,
    "",
    ...(demo ? [`  Demo page   ${pageLink(origin, demo)}`] : []),
    `  API         ${origin}/api/v1`,
    `  API docs    ${origin}/docs`,
    `  Data        ${data}`,
    ...channelIds.map((id) => `  Webhooks    ${config.publicUrl ?? origin}/webhooks/${id}`),
    "",
    ...(demo ? tryIt(origin, demo.token) : nextSteps(config, channelIds)),
  ];
  return lines.join("\n");
}

/** A page that others can reach too gets its key in the link, which no server ever sees. */
function pageLink(origin: string, { token, isLocalOnly }: NonNullable<RunningServer["demo"]>): string {
  return isLocalOnly ? `${origin}/` : `${origin}/#key=${token}`;
}

function tryIt(origin: string, token: string): string[] {
  const say = (text: string) =>
    `curl -s ${origin}/demo/messages -H 'content-type: application/json' -d '{"text":"${text}"}'`;
  return [
    "  Or try it from another terminal:",
    "",
    say("Where is my order?"),
    say("I want a person"),
    `curl -s '${origin}/api/v1/conversations?phase=queue' -H 'authorization: Bearer ${token}'`,
    "",
    "  `npm run baton demo remove` deletes the demo. `.env.example` shows how to connect your own channel and bot.",
    "",
  ];
}

function nextSteps({ adminToken, apiChannel, webhookBot }: Config, channelIds: readonly string[]): string[] {
  const steps = [
    ...(channelIds.length === 0 ? ["No channel is configured: set API_SECRET and API_REPLY_URL."] : []),
    ...(apiChannel && !webhookBot
      ? ["No bot is configured: every conversation goes to a person. Set BOT_WEBHOOK_URL and BOT_WEBHOOK_SECRET."]
      : []),
    ...(adminToken === null ? ["No API access yet: set BATON_ADMIN_TOKEN to make the first API keys with it."] : []),
  ];
  return steps.length === 0 ? [] : [...steps.map((step) => `  ${step}`), ""];
}
