import { percentile } from "../support/statistics.ts";
import { renderTable } from "../support/table.ts";
import { allChecks } from "./checks/all-checks.ts";
import { compare, isSame } from "./compare.ts";
import type { Evidence } from "./evidence.ts";
import { happenings } from "./happenings.ts";
import { outcomeOf } from "./outcome.ts";
import { allCases, recount } from "./recount.ts";

export function printDay(evidence: Evidence): void {
  printHappenings(evidence);
  printOutcomes(evidence);
  printWaits(evidence);
  printComparison(evidence);
}

/** How many faults there are. */
export function printChecks(evidence: Evidence): number {
  console.log("");
  const found = allChecks.map((check) => ({ name: check.name, faults: check.find(evidence) }));
  for (const { name, faults } of found) {
    console.log(
      `  ${faults.length === 0 ? "kept  " : "BROKEN"}  ${name}${faults.length > 0 ? `: ${faults.length}` : ""}`,
    );
    for (const fault of faults.slice(0, mostShown)) console.log(`            ${fault}`);
  }
  return found.reduce((sum, { faults }) => sum + faults.length, 0);
}

const mostShown = 20;

function printHappenings(evidence: Evidence): void {
  for (const [name, times] of Object.entries(happenings(evidence))) {
    console.log(`  ${name.padEnd(42)} ${String(times).padStart(7)}`);
  }
}

function printOutcomes(evidence: Evidence): void {
  const cases = allCases(evidence);
  console.log(`\n${cases.length} handoffs`);
  const counts = Map.groupBy(cases, (one) => outcomeOf(one, evidence));
  for (const [outcome, some] of [...counts].sort(([, one], [, other]) => other.length - one.length)) {
    const share = ((100 * some.length) / cases.length).toFixed(1);
    console.log(`  ${outcome.padEnd(24)} ${String(some.length).padStart(7)}  ${share} %`);
  }
}

function printWaits(evidence: Evidence): void {
  const cases = allCases(evidence);
  const since = (at: number | null, from: number) => (at === null ? [] : [at - from]);
  const waits = [
    ["until somebody took it", cases.flatMap(({ openedAt, takenAt }) => since(takenAt, openedAt))],
    ["until the first words", cases.flatMap(({ openedAt, answeredAt }) => since(answeredAt, openedAt))],
  ] as const;
  const rows = waits.map(([name, times]) => [
    name,
    ...[0.5, 0.9, 0.99, 1].map((part) => shown(percentile(times, part))),
  ]);
  console.log(`\n${renderTable(["", "p50", "p90", "p99", "max"], rows)}`);
}

/** The whole side by side; of queues and people how many figures there were, and how many differ. */
function printComparison(evidence: Evidence): void {
  const compared = compare(recount(evidence), evidence.reported);
  const rows = compared
    .filter(({ group }) => group === "whole")
    .map((one) => [one.name, plain(one.recounted), plain(one.reported), isSame(one) ? "" : "DIFFERENT"]);
  console.log(`\n${renderTable(["", "recount", "report", ""], rows)}`);
  for (const kind of ["queue", "person"]) {
    const some = compared.filter(({ group }) => group.startsWith(kind));
    const groups = new Set(some.map(({ group }) => group)).size;
    const different = some.filter((one) => !isSame(one)).length;
    console.log(`by ${kind}: ${some.length} figures of ${groups}, ${different} different`);
  }
}

function plain(value: number | null): string {
  return value === null ? "–" : String(value);
}

function shown(ms: number): string {
  if (ms < 120_000) return `${(ms / 1_000).toFixed(0)} s`;
  return ms < 7_200_000 ? `${(ms / 60_000).toFixed(0)} min` : `${(ms / 3_600_000).toFixed(1)} h`;
}
