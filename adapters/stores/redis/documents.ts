import {
  type DocumentKey,
  type EraseTarget,
  type StoredDocument,
  StoreUnavailableError,
} from "../../../src/ports/store.ts";
import { documentPart, keyPart } from "./key-part.ts";
import { bodyOf, type Cell, cellsOf, textOf } from "./replies.ts";
import type { Scripts } from "./script.ts";
import { eraseScript } from "./scripts/erase.ts";
import { loadScript } from "./scripts/load.ts";
import { indexWaitingWords } from "./word-index.ts";

const versionDigits = 10;

export async function loadDocuments(
  scripts: Scripts,
  keys: readonly DocumentKey[],
): Promise<readonly (StoredDocument | null)[]> {
  if (keys.length === 0) return [];
  const cells = cellsOf(await scripts.run(loadScript, keys.map(documentPart)));
  return keys.map((key, index) => documentOf(key, cells[index]));
}

/** Ten digits of version, then the body; nothing where there is no document. */
export function documentOf({ kind, id }: DocumentKey, cell: Cell | undefined): StoredDocument | null {
  if (cell == null) return null;
  const text = textOf(cell);
  return { kind, id, version: Number(text.slice(0, versionDigits)), body: bodyOf(text.slice(versionDigits)) };
}

export async function eraseAll(scripts: Scripts, { documents, conversationIds }: EraseTarget): Promise<void> {
  // The script looks through the words that still wait, so that they should be few. Full memory stops only this.
  await indexWaitingWords(scripts).catch((error) => {
    if (!(error instanceof StoreUnavailableError)) throw error;
  });
  const parts = documents.flatMap(({ kind, id }) => [keyPart(kind), id]);
  await scripts.run(eraseScript, [documents.length, ...parts, ...conversationIds]);
}
