import { createDurations } from "./durations.ts";
import type { Judgement } from "./judge-text.ts";
import type { Row } from "./read-row.ts";
import { type Scores, scoresOf } from "./scores.ts";
import { createGroups, createTally, type Groups } from "./tally.ts";

/** Everything an evaluation has to say, for people and machines alike. */
export interface Summary extends Scores {
  /** Which settings decided. */
  readonly settings: "starter";
  readonly byLanguage: readonly NamedScores[];
  readonly byFile: readonly NamedScores[];
  /** A source's name ends at its first colon: what follows is the source's own category. */
  readonly bySource: readonly NamedScores[];
  readonly byNote: readonly NamedScores[];
  /** Reading and deciding one sentence; `null` when there was none. */
  readonly time: { readonly medianMs: number | null; readonly p99Ms: number | null };
}

export interface NamedScores extends Scores {
  readonly name: string;
}

export interface Counter {
  add(row: Row, judgement: Judgement, tookMs: number): void;
  summary(): Summary;
}

export function createCounter(): Counter {
  const all = createTally();
  const [byLanguage, byFile, bySource, byNote] = [createGroups(), createGroups(), createGroups(), createGroups()];
  const durations = createDurations();
  return {
    add(row, judgement, tookMs) {
      all.add(row, judgement);
      byLanguage.add(row.language?.toLowerCase() ?? null, row, judgement);
      byFile.add(row.file, row, judgement);
      bySource.add(row.source?.split(":")[0] ?? null, row, judgement);
      byNote.add(row.note, row, judgement);
      durations.add(tookMs);
    },
    summary: () => ({
      settings: "starter",
      ...scoresOf(all),
      byLanguage: named(byLanguage),
      byFile: named(byFile),
      bySource: named(bySource),
      byNote: named(byNote),
      time: { medianMs: durations.percentile(0.5), p99Ms: durations.percentile(0.99) },
    }),
  };
}

function named({ byName }: Groups): readonly NamedScores[] {
  return [...byName].map(([name, tally]) => ({ name, ...scoresOf(tally) }));
}
