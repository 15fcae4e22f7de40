/**
 * Half of what the edge gets are word lists, and gzip, which looks back over 32 kB only, has forgotten a word before it
 * comes again. So they travel in a file of their own, compressed by Brotli and unpacked when the Worker starts.
 * Their sources stay as they are. One that exports more than data is bundled like any other module.
 */
import { relative } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";
import type { Plugin } from "vite";
import { projectRoot } from "../checks/environment.ts";

/** Beside the Worker's module; wrangler uploads what ends in `.bin` as bytes. */
const packedFile = "word-lists.bin";

const unpackedId = "\0unpacked-word-lists";
const unpacked = `
import { brotliDecompressSync } from "node:zlib";
import packed from "./${packedFile}";
export const lists = JSON.parse(new TextDecoder().decode(brotliDecompressSync(packed)));`;

export function packWordLists(isWordList: RegExp): Plugin {
  const lists = new Map<string, Readonly<Record<string, unknown>>>();
  return {
    name: "pack-word-lists",
    resolveId(source) {
      if (source === unpackedId) return unpackedId;
      return source === `./${packedFile}` ? { id: source, external: true } : null;
    },
    async load(id) {
      if (id === unpackedId) return unpacked;
      if (!isWordList.test(id)) return null;
      const path = relative(projectRoot, id);
      const exported: Readonly<Record<string, unknown>> = { ...(await import(id)) };
      if (!isData(exported)) return null;
      lists.set(path, exported);
      return referencesTo(path, Object.keys(exported));
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: packedFile, source: pack(lists) });
    },
  };
}

function isData(exported: unknown): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(exported)), exported);
}

function referencesTo(path: string, names: readonly string[]): string {
  const exports = names.map((name) => `export const ${name} = lists[${JSON.stringify(path)}].${name};`);
  return [`import { lists } from ${JSON.stringify(unpackedId)};`, ...exports].join("\n");
}

/** Files are read in any order, and the same sources must give the same bytes. */
function pack(lists: ReadonlyMap<string, unknown>): Uint8Array {
  const text = Buffer.from(JSON.stringify(Object.fromEntries([...lists].toSorted(([a], [b]) => (a < b ? -1 : 1)))));
  // The best quality, 11, takes twice as long for two per cent.
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } });
}
