import type { SignalId } from "../../core/detection/signal.ts";
import { count, percent, withInterval } from "./format-rate.ts";
import { rateOf } from "./rate.ts";
import type { LabelScores, Scores, SignalScores } from "./scores.ts";
import type { NamedScores } from "./summary.ts";

/** Cells, for whoever prints them: aligned in a terminal or in Markdown. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** How well each signal is found where a label asks for it, and how often where the label says that there is nothing. */
export function signalTable({ signals }: Scores): Table {
  const shown = signals.filter(({ recall, falsePositives }) => recall.n > 0 || falsePositives.hits > 0);
  return {
    header: ["Signal", "labelled", "found", "none", "found there"],
    rows: shown.map((scores) => [scores.signal, ...scoreCells(scores)]),
  };
}

/** What is done about the sentences of each label. */
export function labelTable(labels: readonly LabelScores[]): Table {
  return {
    header: ["Label", "sentences", "handoff", "offer", "neither", "asks for a person"],
    rows: labels.map(({ label, rows, handoff, offer, none, fired }) => [
      ...[label ?? "(not labelled)", count(rows), percent(handoff), percent(offer), percent(none)],
      percent(rateOf(fired["explicit-request"] ?? 0, rows)),
    ]),
  };
}

/** Requests for a person, by language, file or whatever else tells the groups apart. */
export function requestTable(title: string, groups: readonly NamedScores[]): Table {
  return {
    header: [title, "sentences", "requests", "found", "none", "found there", "asks for a person"],
    rows: groups.map((group) => [
      ...[group.name, count(group.rows), ...scoreCells(scoresFor("explicit-request", group))],
      percent(rateOf(firedAnywhere("explicit-request", group), group.rows)),
    ]),
  };
}

/** The moods of the groups in which there is one to be found, or was found one. */
export function moodTable(title: string, groups: readonly NamedScores[]): Table {
  const moods = (group: Scores) => moodSignals.map((signal) => scoresFor(signal, group));
  const shown = groups.filter((group) =>
    moods(group).some(({ recall, falsePositives }) => recall.n > 0 || falsePositives.hits > 0),
  );
  return {
    header: [title, ...moodSignals.flatMap((signal) => [signal, "found"]), "none", ...moodSignals.map(foundThere)],
    rows: shown.map((group) => [
      group.name,
      ...moods(group).flatMap(({ recall }) => [count(recall.n), withInterval(recall)]),
      count(moods(group)[0]?.falsePositives.n ?? 0),
      ...moods(group).map(({ falsePositives }) => withInterval(falsePositives)),
    ]),
  };
}

const moodSignals = ["frustration", "insult"] as const;

function foundThere(signal: string): string {
  return `${signal} there`;
}

function scoreCells({ recall, falsePositives }: Omit<SignalScores, "signal">): readonly string[] {
  return [count(recall.n), withInterval(recall), count(falsePositives.n), withInterval(falsePositives)];
}

export function scoresFor(
  signal: SignalScores["signal"],
  { signals }: Pick<Scores, "signals">,
): Omit<SignalScores, "signal"> {
  const nothing = { recall: rateOf(0, 0), falsePositives: rateOf(0, 0) };
  return signals.find((scores) => scores.signal === signal) ?? nothing;
}

function firedAnywhere(signal: SignalId, { labels }: Scores): number {
  return labels.reduce((sum, { fired }) => sum + (fired[signal] ?? 0), 0);
}
