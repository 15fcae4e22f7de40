/**
 * A name that is not the last part of a key: whatever separates parts is escaped, so that two names never share a key.
 * NUL separates within members.
 */
export function keyPart(name: string): string {
  return /[%:\0]/.test(name) ? encodeURIComponent(name) : name;
}

export function fromKeyPart(part: string): string {
  return part.includes("%") ? decodeURIComponent(part) : part;
}

export function documentPart({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${keyPart(kind)}:${id}`;
}
