/** People and teams are told in Slack: by an app's token, or through incoming webhooks. */
import type { Delivery, DeliveryResult, Notifier } from "../../../src/ports/notifier.ts";
import type { CallTools } from "../../kit/guarded-fetch.ts";
import { slackClient } from "./client.ts";
import type { SlackNotifierConfig } from "./config.ts";
import { renderText } from "./render.ts";

export { readSlackNotifierConfig, type SlackNotifierConfig } from "./config.ts";

export function slackNotifier(config: SlackNotifierConfig, tools: CallTools): Notifier {
  const client = slackClient(config, tools);
  const { token, places } = config;
  return {
    method: "slack",
    capabilities: { reachesPeople: token !== null, reachesEndpoints: false, places: [...places.keys()] },
    deliver,
  };

  async function deliver({ to, words }: Delivery, signal: AbortSignal): Promise<DeliveryResult> {
    if (to.type === "endpoint") return refused("Slack is no webhook endpoint.");
    const text = renderText(words);
    if (to.type === "place") {
      const place = places.get(to.id);
      return place ? client.post(place, text, signal) : refused("No place in Slack is configured for this team.");
    }
    if (token === null) return refused("Without a token Slack reaches channels only.");
    const member = await memberOf(to, signal);
    if (member.status !== "found") return member;
    // A member's id in place of a channel's opens the conversation with the app.
    return client.post({ type: "channel", id: member.memberId }, text, signal);
  }

  async function memberOf({ slackMemberId, email }: Extract<Delivery["to"], { type: "person" }>, signal: AbortSignal) {
    if (slackMemberId !== null) return { status: "found", memberId: slackMemberId } as const;
    return email === null ? refused("This person has no e-mail address.") : client.findMember(email, signal);
  }
}

function refused(error: string): Extract<DeliveryResult, { status: "failed" }> {
  return { status: "failed", isGone: false, error };
}
