import type { FeedEntry } from "../../../src/ports/store.ts";
import { compareCursors } from "./feed-page.ts";

/** The end of the feed, without gaps: everything after `floor` up to `position`. */
export interface RecentEntries {
  position(): string;
  /** Whether the place lies within what is kept. */
  covers(cursor: string): boolean;
  /** Whether something after this place may be gone; what is ahead of us is not. */
  hasPassed(cursor: string): boolean;
  after(cursor: string, limit: number): readonly FeedEntry[];
  add(entries: readonly FeedEntry[]): void;
  startAt(cursor: string): void;
}

export function createRecentEntries(start: string, capacity: number): RecentEntries {
  let entries: FeedEntry[] = [];
  let floor = start;
  let position = start;
  return {
    position: () => position,
    covers: (cursor) => compareCursors(cursor, floor) >= 0 && compareCursors(cursor, position) <= 0,
    hasPassed: (cursor) => compareCursors(cursor, floor) < 0,
    after(cursor, limit) {
      // Readers stand near the end: looking back from there touches few entries.
      let first = entries.length;
      while (first > 0 && compareCursors(entries[first - 1]?.cursor ?? floor, cursor) > 0) first -= 1;
      return entries.slice(first, first + limit);
    },
    add(added) {
      entries.push(...added);
      position = entries.at(-1)?.cursor ?? position;
      if (entries.length <= 2 * capacity) return;
      floor = entries.at(-capacity - 1)?.cursor ?? floor;
      entries = entries.slice(-capacity);
    },
    startAt(cursor) {
      entries = [];
      floor = cursor;
      position = cursor;
    },
  };
}
