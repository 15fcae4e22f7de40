/** The company's own systems are told: a signed post to every endpoint that wants this kind of notice. */
import type { Delivery, DeliveryResult, Notifier } from "../../../src/ports/notifier.ts";
import { type WebhookTools, webhookClient } from "./client.ts";
import type { WebhookNotifierConfig } from "./config.ts";
import { renderNotice } from "./render.ts";

export { readWebhookNotifierConfig, type WebhookNotifierConfig } from "./config.ts";

export function webhookNotifier(config: WebhookNotifierConfig, tools: WebhookTools): Notifier {
  const client = webhookClient(config, tools);
  return {
    method: "webhook",
    capabilities: { reachesPeople: false, reachesEndpoints: true, places: [] },
    deliver,
  };

  async function deliver({ id, to, told }: Delivery, signal: AbortSignal): Promise<DeliveryResult> {
    const [only] = told;
    if (to.type !== "endpoint" || !only) {
      return { status: "failed", isGone: false, error: "Webhooks reach endpoints only." };
    }
    const secrets = [to.secret, ...(to.earlierSecrets ?? [])];
    return client.post({ id, url: to.url, secrets, body: renderNotice(id, only) }, signal);
  }
}
