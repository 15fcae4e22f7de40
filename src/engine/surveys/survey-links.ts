/**
 * The addresses at which a survey is answered: whoever has one may answer that survey and nothing else. Made of
 * BATON_SECRET, so that none can be guessed or changed, and always the same for the same survey. Only the customer gets
 * one: what is stored, and read by people and programs, has a blind one in its place (I14, I15).
 */
export interface SurveyLinks {
  tokenOf(surveyId: string): Promise<string>;
  /** As long as the token, and of no use to anybody. */
  blindTokenOf(surveyId: string): string;
  /** `null`: not ours, or changed. */
  read(token: string): Promise<string | null>;
}

const macBytes = 16;
const longestToken = 600;
const encoder = new TextEncoder();
/** 16 bytes are 22 characters. */
const blindMac = "x".repeat(22);

export function createSurveyLinks(secret: string): SurveyLinks {
  // The key is kept, not its promise: in workerd a request must not wait for what another one has begun.
  let known: CryptoKey | null = null;
  const key = async () => {
    known ??= await deriveKey(secret);
    return known;
  };
  const tokenOf = async (surveyId: string) => {
    const id = encoder.encode(surveyId);
    const mac = new Uint8Array(await crypto.subtle.sign("HMAC", await key(), id)).slice(0, macBytes);
    return `${base64Url(id)}.${base64Url(mac)}`;
  };

  return {
    tokenOf,
    blindTokenOf: (surveyId) => `${base64Url(encoder.encode(surveyId))}.${blindMac}`,
    async read(token) {
      const id = token.length > longestToken ? null : textOf(token.split(".")[0] ?? "");
      // As a whole: the same bytes can be written in several ways, and only one of them is ours.
      return id !== null && isSame(encoder.encode(token), encoder.encode(await tokenOf(id))) ? id : null;
    },
  };
}

/** A key of its own: what is signed here means nothing anywhere else. */
async function deriveKey(secret: string): Promise<CryptoKey> {
  const given = await crypto.subtle.importKey("raw", encoder.encode(secret), "HKDF", false, ["deriveKey"]);
  const derivation = {
    name: "HKDF",
    hash: "SHA-256",
    salt: new Uint8Array(),
    info: encoder.encode("baton:survey-link"),
  };
  return crypto.subtle.deriveKey(derivation, given, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
}

/** In the same time wherever they differ. */
function isSame(one: Uint8Array, other: Uint8Array): boolean {
  let difference = one.length ^ other.length;
  for (let index = 0; index < other.length; index++) difference |= (one[index] ?? 0) ^ (other[index] ?? 0);
  return difference === 0;
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function textOf(text: string): string | null {
  if (!/^[\w-]+$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    return new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
  } catch {
    return null;
  }
}
