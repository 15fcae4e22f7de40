import { UnknownCursorError } from "../ports/store.ts";
import { RequestError } from "./problem.ts";

interface ListOptions {
  readonly limit: number;
  readonly cursor: string | null;
}

interface List<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/**
 * One page of a list. Stores' cursors are wrapped so that they go through an address unharmed and nobody builds on
 * what is in them. One that the store never gave is the caller's to mend; whatever else goes wrong is a fault of ours.
 */
export async function readPage<Item>(
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  read: (options: ListOptions) => Promise<List<Item>>,
): Promise<List<Item>> {
  const inner = cursor === undefined ? null : unwrap(cursor);
  try {
    const { items, next } = await read({ limit, cursor: inner });
    return { items, next: next === null ? null : wrap(next) };
  } catch (error) {
    throw error instanceof UnknownCursorError ? notOurs() : error;
  }
}

function wrap(cursor: string): string {
  const binary = String.fromCharCode(...new TextEncoder().encode(cursor));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function unwrap(cursor: string): string {
  try {
    const binary = atob(cursor.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw notOurs();
  }
}

function notOurs(): RequestError {
  const message = "was not given by this list; begin again without it";
  return new RequestError("invalid", { errors: [{ path: "query.cursor", message }] });
}
