/**
 * A Standard Webhooks secret. Its bytes live in a closure, so that no log line, error or
 * JSON of a config can show them (I15).
 */
export interface WebhookSecret {
  /** Imported at the first call; later ones answer with the same key. */
  importKey(): Promise<CryptoKey>;
}

export type ParsedSecret =
  | { readonly status: "parsed"; readonly secret: WebhookSecret }
  | { readonly status: "invalid"; readonly problem: string };

const prefix = "whsec_";
const minBytes = 24;
const maxBytes = 64;

export function parseWebhookSecret(text: string): ParsedSecret {
  if (!text.startsWith(prefix)) return invalid(`must begin with \`${prefix}\``);
  const bytes = decodeBase64(text.slice(prefix.length));
  if (!bytes) return invalid(`must be base64 after \`${prefix}\``);
  if (bytes.length < minBytes || bytes.length > maxBytes) {
    return invalid(`must be ${minBytes} to ${maxBytes} bytes of base64, not ${bytes.length}`);
  }
  let key: CryptoKey | null = null;
  // The key is kept, not its promise: in workerd a request must not wait for what another one has begun.
  const importKey = async () => {
    key ??= await importHmacKey(bytes);
    return key;
  };
  return { status: "parsed", secret: { importKey } };
}

/** `null` when it is not base64. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  let binary: string;
  try {
    binary = atob(text);
  } catch {
    return null;
  }
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
  return bytes;
}

function importHmacKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
}

function invalid(what: string): ParsedSecret {
  return {
    status: "invalid",
    problem: `${what}. Make one: \`whsec_\` and the output of \`openssl rand -base64 32\`.`,
  };
}
