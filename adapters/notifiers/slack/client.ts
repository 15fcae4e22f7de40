/** The only file of this notifier that talks to the network. */
import type { DeliveryResult } from "../../../src/ports/notifier.ts";
import { operatorUrls } from "../../kit/check-url.ts";
import { type CallTools, guardedFetch } from "../../kit/guarded-fetch.ts";
import type { SlackNotifierConfig, SlackPlace } from "./config.ts";
import { parseAnswer, type SlackAnswer } from "./parse.ts";

export interface SlackClient {
  post(place: SlackPlace, text: string, signal: AbortSignal): Promise<DeliveryResult>;
  /** The member with this e-mail address. */
  findMember(email: string, signal: AbortSignal): Promise<FoundMember>;
}

export type FoundMember =
  | { readonly status: "found"; readonly memberId: string }
  | Exclude<DeliveryResult, { status: "delivered" }>;

interface Call {
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>> | null;
  readonly token: string | null;
  readonly signal: AbortSignal;
}

const maxResponseBytes = 256 * 1024;
/** People come and go, and change their addresses. */
const rememberedMs = 3_600_000;
const mostRemembered = 1_000;
/** Slack asks for silence in text, and does not show what is behind links. */
const quietly = { unfurl_links: false, unfurl_media: false, mrkdwn: true };

export function slackClient(config: SlackNotifierConfig, tools: CallTools): SlackClient {
  const { token, apiUrl = "https://slack.com/api", timeoutMs = 10_000 } = config;
  const members = new Map<string, { readonly memberId: string; readonly until: number }>();

  async function call({ url, body, token: key, signal }: Call): Promise<SlackAnswer | Failed> {
    const authorization: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` };
    const result = await guardedFetch(
      tools,
      {
        url,
        policy: operatorUrls,
        method: body === null ? "GET" : "POST",
        headers: { "content-type": "application/json; charset=utf-8", ...authorization },
        body: body === null ? null : new TextEncoder().encode(JSON.stringify(body)),
        timeoutMs,
        maxResponseBytes,
      },
      signal,
    );
    if (result.status === "ok") {
      return key === null ? { status: "ok", memberId: null } : parseAnswer(result.body);
    }
    const { error, retryAfterMs } = result;
    if (result.status === "retry") return { status: "retry", error, retryAfterMs };
    return { status: "failed", isGone: false, error };
  }

  async function findMember(email: string, signal: AbortSignal): Promise<FoundMember> {
    const known = members.get(email);
    if (known && known.until > tools.clock.now()) return { status: "found", memberId: known.memberId };
    const url = `${apiUrl}/users.lookupByEmail?email=${encodeURIComponent(email)}`;
    const answer = await call({ url, body: null, token, signal });
    if (answer.status !== "ok") return failureOf(answer);
    const { memberId } = answer;
    if (memberId === null) return failureOf({ status: "refused", code: "unreadable_answer", isTemporary: true });
    if (members.size >= mostRemembered) members.clear();
    members.set(email, { memberId, until: tools.clock.now() + rememberedMs });
    return { status: "found", memberId };
  }

  return {
    async post(place, text, signal) {
      const isWebhook = place.type === "webhook";
      const answer = await call(
        isWebhook
          ? { url: place.url, body: { text, ...quietly }, token: null, signal }
          : { url: `${apiUrl}/chat.postMessage`, body: { channel: place.id, text, ...quietly }, token, signal },
      );
      return answer.status === "ok" ? { status: "delivered" } : failureOf(answer);
    },
    findMember,
  };
}

type Failed = Exclude<DeliveryResult, { status: "delivered" }>;

function failureOf(answer: Exclude<SlackAnswer, { status: "ok" }> | Failed): Failed {
  if (answer.status !== "refused") return answer;
  const error = `Slack answered ${answer.code}.`;
  if (answer.isTemporary) return { status: "retry", error, retryAfterMs: null };
  return { status: "failed", isGone: false, error };
}
