/**
 * Secrets that people enter and we have to show again to somebody else, such as what signs a webhook: encrypted in the
 * store (AES-256-GCM), under a key that is derived from BATON_SECRET and kept nowhere (I13). A hash would not do:
 * signing needs the secret itself.
 */
export interface Sealer {
  /** Bound to what it belongs to: a sealed text that was copied to another document does not open. */
  seal(text: string, belongsTo: string): Promise<string>;
  /** `null`: another secret sealed it, or somebody changed it. */
  open(sealed: string, belongsTo: string): Promise<string | null>;
}

const version = "s1";
const ivBytes = 12;
const encoder = new TextEncoder();

export function createSealer(secret: string): Sealer {
  // The key is kept, not its promise: in workerd a request must not wait for what another one has begun.
  let known: CryptoKey | null = null;
  const key = async () => {
    known ??= await deriveKey(secret);
    return known;
  };
  return {
    async seal(text, belongsTo) {
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
      const sealed = await crypto.subtle.encrypt(algorithm(iv, belongsTo), await key(), encoder.encode(text));
      return `${version}.${base64(iv)}.${base64(new Uint8Array(sealed))}`;
    },
    async open(sealed, belongsTo) {
      const [name, iv = "", content = ""] = sealed.split(".");
      if (name !== version) return null;
      try {
        const opened = await crypto.subtle.decrypt(algorithm(bytes(iv), belongsTo), await key(), bytes(content));
        return new TextDecoder().decode(opened);
      } catch {
        return null;
      }
    },
  };
}

function algorithm(iv: Uint8Array<ArrayBuffer>, belongsTo: string) {
  return { name: "AES-GCM", iv, additionalData: encoder.encode(belongsTo) };
}

async function deriveKey(secret: string): Promise<CryptoKey> {
  const given = await crypto.subtle.importKey("raw", encoder.encode(secret), "HKDF", false, ["deriveKey"]);
  const derivation = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: encoder.encode("baton:sealed") };
  return crypto.subtle.deriveKey(derivation, given, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function base64(content: Uint8Array): string {
  return btoa(String.fromCharCode(...content));
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
