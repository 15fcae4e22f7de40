import type { WebhookEndpoint } from "./documents.ts";

type Heard = Pick<WebhookEndpoint, "url" | "kinds">;

/** One that tells the same address some of the same, so that it would hear it twice; also while it is switched off. */
export function rivalOf(wanted: Heard, among: readonly WebhookEndpoint[]): WebhookEndpoint | null {
  return among.find((one) => hearsSame(one, wanted)) ?? null;
}

/** Those of before may be rivals already: only what was not so until now is refused. */
export function newRivalOf(
  before: WebhookEndpoint,
  after: Heard,
  others: readonly WebhookEndpoint[],
): WebhookEndpoint | null {
  return rivalOf(
    after,
    others.filter((one) => one.id !== before.id && !hearsSame(one, before)),
  );
}

function hearsSame(one: Heard, other: Heard): boolean {
  return addressOf(one.url) === addressOf(other.url) && haveSameKind(one.kinds, other.kinds);
}

/** No kinds are all kinds. */
function haveSameKind(some: Heard["kinds"], others: Heard["kinds"]): boolean {
  return some.length === 0 || others.length === 0 || some.some((kind) => others.includes(kind));
}

/** As it is asked for: the host in small letters, and without what no server is ever sent. */
function addressOf(written: string): string {
  const url = new URL(written);
  url.hash = "";
  return url.href;
}
