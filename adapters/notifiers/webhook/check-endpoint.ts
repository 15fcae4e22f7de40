import { checkUrl, foreignUrls, operatorUrls, type UrlPolicy } from "../../kit/check-url.ts";
import type { WebhookNotifierConfig } from "./config.ts";

/** Addresses come from people with a key, not from the operator: only hosts that the operator named may be private. */
export function policyFor(url: string, { privateHosts }: WebhookNotifierConfig): UrlPolicy {
  return isDeclaredPrivate(url, { privateHosts }) ? operatorUrls : foreignUrls;
}

export function isDeclaredPrivate(url: string, { privateHosts }: Pick<WebhookNotifierConfig, "privateHosts">): boolean {
  const host = URL.parse(url)?.host.toLowerCase();
  return host !== undefined && privateHosts.has(host);
}

/** Why an address may not become an endpoint; `null`: it may. */
export function endpointProblem(url: string, config: WebhookNotifierConfig): string | null {
  const checked = checkUrl(url, policyFor(url, config));
  return checked.status === "blocked" ? checked.problem : null;
}
