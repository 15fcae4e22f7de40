import { columnOf, type StoredColumnBlock } from "../../core/reports/column-block.ts";
import type { Store } from "../../ports/store.ts";
import { type BlockParts, blockKey, type StoredTable } from "./documents.ts";

export interface KnownPart {
  /** Of its document. */
  readonly version: number;
  readonly ids: ReadonlySet<string>;
}

/** Which rows are in which part of a day, for whoever puts one after the other there. */
export interface DayParts {
  look(table: StoredTable, day: number, directory: BlockParts): Promise<readonly KnownPart[]>;
  note(table: StoredTable, day: number, part: number, known: KnownPart): void;
}

/** Remembers one day: rows come in order. */
export function createDayParts(store: Store): DayParts {
  let remembered = { place: "", parts: [] as KnownPart[] };

  function partsOf(table: StoredTable, day: number): KnownPart[] {
    const place = `${table}.${day}`;
    if (remembered.place !== place) remembered = { place, parts: [] };
    return remembered.parts;
  }

  return {
    async look(table, day, { versions }) {
      const known = partsOf(table, day);
      for (const [part, version] of versions.entries()) {
        if (version !== 0 && known[part]?.version === version) continue;
        const [stored] = await store.load([blockKey(table, day, part)]);
        const ids = stored ? columnOf(stored.body as StoredColumnBlock, "id") : [];
        known[part] = { version: stored?.version ?? 0, ids: new Set(ids.map(String)) };
      }
      return known;
    },
    note(table, day, part, known) {
      partsOf(table, day)[part] = known;
    },
  };
}
