import { count, milliseconds, withInterval } from "./format-rate.ts";
import type { NamedScores, Summary } from "./summary.ts";
import { labelTable, moodTable, requestTable, scoresFor, signalTable, type Table } from "./tables.ts";
import { textTable } from "./text-table.ts";

/** An evaluation as tables for people; one line says it all at the end. */
export function printSummary(summary: Summary): string {
  if (summary.rows === 0) return "There was no sentence to score.";
  const tables = [
    signalTable(summary),
    labelTable(summary.labels),
    ...groupTables("Language", summary.byLanguage),
    ...groupTables("File", summary.byFile),
    ...groupTables("Source", summary.bySource),
    ...groupTables("Note", summary.byNote),
  ];
  const shown = tables.filter(({ rows }) => rows.length > 0);
  return [...shown.map(textTable), explanation, lastLine(summary)].join("\n\n");
}

const explanation = `found: where the label says that it is there. found there: where the label says that there is nothing.
In brackets: the 95 % interval (Wilson). Without a label, and with the label "unclear", a sentence is only counted.`;

const mostGroups = 40;

function groupTables(title: string, groups: readonly NamedScores[]): readonly Table[] {
  const shown = groups.toSorted((one, other) => other.rows - one.rows).slice(0, mostGroups);
  const isCut = groups.length > shown.length;
  const heading = isCut ? `${title} (${mostGroups} of ${groups.length})` : title;
  return [requestTable(heading, shown), moodTable(heading, shown)];
}

function lastLine({ rows, settings, time, ...scores }: Summary): string {
  const { recall, falsePositives } = scoresFor("explicit-request", scores);
  const said = [
    recall.n > 0 ? `requests found ${withInterval(recall)}` : null,
    falsePositives.n > 0 ? `found where nobody asks ${withInterval(falsePositives)}` : null,
    `${milliseconds(time.medianMs)} each at the median, ${milliseconds(time.p99Ms)} at the 99th percentile`,
  ];
  const sentences = `${count(rows)} ${rows === 1 ? "sentence" : "sentences"}, ${settings} settings`;
  return `${sentences}: ${said.filter((part) => part !== null).join("; ")}.`;
}
