/** API tokens as text: `bk_{workspaceId}_{keyId}_{secret}`. Only the secret's hash is ever stored. */

export interface ParsedToken {
  readonly workspaceId: string;
  readonly keyId: string;
  readonly secret: string;
}

const secretBytes = 32;
const secretPattern = /^[0-9a-f]{64}$/;
const maxTokenLength = 400;
const encoder = new TextEncoder();

export function formatToken({ workspaceId, keyId, secret }: ParsedToken): string {
  return `bk_${workspaceId}_${keyId}_${secret}`;
}

/** `null` when it is not a token of this workspace. */
export function parseToken(token: string, workspaceId: string): ParsedToken | null {
  const prefix = `bk_${workspaceId}_`;
  const end = token.lastIndexOf("_");
  const secret = token.slice(end + 1);
  if (token.length > maxTokenLength || !token.startsWith(prefix) || !secretPattern.test(secret)) return null;
  const keyId = token.slice(prefix.length, end);
  return keyId === "" || end < prefix.length ? null : { workspaceId, keyId, secret };
}

export function newSecret(): string {
  return hex(crypto.getRandomValues(new Uint8Array(secretBytes)));
}

export async function sha256(text: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof text === "string" ? encoder.encode(text) : text;
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

/** In the same time wherever they differ. Both are hashes, so their length says nothing. */
export function isSameHash(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let index = 0; index < one.length; index++) difference |= one.charCodeAt(index) ^ other.charCodeAt(index);
  return difference === 0;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
