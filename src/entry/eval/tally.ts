import type { SignalId } from "../../core/detection/signal.ts";
import type { Judgement } from "./judge-text.ts";
import type { Label } from "./label.ts";
import type { Row } from "./read-row.ts";

/** What became of sentences, counted by their label; its size depends on how many kinds there are, not on how many rows. */
export interface Tally {
  readonly byLabel: ReadonlyMap<Label | null, Count>;
  /** Rows that say their language, and those of them in which the same was recognised. */
  readonly languages: { readonly given: number; readonly recognised: number };
  add(row: Row, judgement: Judgement): void;
}

export interface Count {
  readonly rows: number;
  readonly decisions: Readonly<Record<Judgement["decision"], number>>;
  /** In how many rows each signal was found. */
  readonly fired: ReadonlyMap<SignalId, number>;
}

interface OpenCount extends Count {
  rows: number;
  readonly decisions: Record<Judgement["decision"], number>;
  readonly fired: Map<SignalId, number>;
}

export function createTally(): Tally {
  const byLabel = new Map<Label | null, OpenCount>();
  const languages = { given: 0, recognised: 0 };
  return {
    byLabel,
    languages,
    add({ label, language }, { decision, signals, detectedLanguage }) {
      const count = byLabel.get(label) ?? newCount();
      byLabel.set(label, count);
      count.rows++;
      count.decisions[decision]++;
      for (const id of new Set(signals.map((signal) => signal.id))) count.fired.set(id, (count.fired.get(id) ?? 0) + 1);
      if (language === null) return;
      languages.given++;
      if (primaryTag(language) === detectedLanguage) languages.recognised++;
    },
  };
}

function newCount(): OpenCount {
  return { rows: 0, decisions: { handoff: 0, offer: 0, none: 0 }, fired: new Map() };
}

function primaryTag(language: string): string {
  return language.toLowerCase().split(/[-_]/u)[0] ?? "";
}

/** Tallies by a name found in the rows. Names beyond the first few hundred share one, for they may be as many as rows. */
export interface Groups {
  readonly byName: ReadonlyMap<string, Tally>;
  add(name: string | null, row: Row, judgement: Judgement): void;
}

const mostGroups = 300;
const longestName = 100;
const others = "(others)";

export function createGroups(): Groups {
  const byName = new Map<string, Tally>();
  return {
    byName,
    add(wanted, row, judgement) {
      if (wanted === null) return;
      const cut = wanted.slice(0, longestName);
      const name = byName.has(cut) || byName.size < mostGroups ? cut : others;
      const tally = byName.get(name) ?? createTally();
      if (!byName.has(name)) byName.set(copyOf(name), tally);
      tally.add(row, judgement);
    },
  };
}

/** A piece of a text keeps the whole text in memory; this one does not. */
function copyOf(piece: string): string {
  return Buffer.from(piece).toString();
}
