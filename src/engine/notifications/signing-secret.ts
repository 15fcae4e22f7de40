import type { Sealer } from "../sealer.ts";
import type { WebhookEndpoint } from "./documents.ts";

const secretBytes = 32;

export function newSigningSecret(): string {
  return `whsec_${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(secretBytes))))}`;
}

export const unreadableSecret =
  "Its secret was sealed under another BATON_SECRET. Give it a new one, or remove the endpoint and create it again.";

export interface SigningSecrets {
  readonly secret: string;
  /** Those of before that still sign, for receivers that have not changed over. */
  readonly earlierSecrets?: readonly string[];
}

/** What signs a post now, the newest first; `null`: the newest cannot be read, so nothing can be signed. */
export async function openSecrets(
  sealer: Sealer,
  endpoint: Pick<WebhookEndpoint, "id" | "sealedSecret" | "earlierSecrets">,
  at: number,
): Promise<SigningSecrets | null> {
  const secret = await sealer.open(endpoint.sealedSecret, endpoint.id);
  if (secret === null) return null;
  const opened = await Promise.all(stillSigning(endpoint, at).map(({ sealed }) => sealer.open(sealed, endpoint.id)));
  const earlierSecrets = opened.filter((each) => each !== null);
  return earlierSecrets.length === 0 ? { secret } : { secret, earlierSecrets };
}

export function stillSigning({ earlierSecrets = [] }: Pick<WebhookEndpoint, "earlierSecrets">, at: number) {
  return earlierSecrets.filter(({ until }) => until > at);
}
