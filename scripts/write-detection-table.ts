// Writes the measured tables of docs/detection.md: node scripts/write-detection-table.ts [FOLDER]
// FOLDER holds sentences of others, which are read where they lie and never copied. Without it their table stays.
import { createReadStream, existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { type Audience, evaluate, type Input } from "../src/entry/eval/evaluate.ts";
import type { Summary } from "../src/entry/eval/summary.ts";
import { labelTable, moodTable, requestTable, signalTable, type Table } from "../src/entry/eval/tables.ts";

export const pagePath = resolve(import.meta.dirname, "../docs/detection.md");
const fixtures = resolve(import.meta.dirname, "../test/fixtures/detection");

/** What has a place on the page: who else wrote the sentences, and whether they were written to be hard. */
export const places = [
  "sentences of others",
  "hard sentences of our own",
  "sentences detection was made with",
  "sentences kept apart",
] as const;
export type Place = (typeof places)[number];

function begin(place: Place): string {
  return `<!-- ${place}: measured by scripts/write-detection-table.ts -->`;
}

function end(place: Place): string {
  return `<!-- end of ${place} -->`;
}

/** The page with other tables between the marks of a place. */
export function withMeasured(page: string, place: Place, measured: string): string {
  const [from, to] = [page.indexOf(begin(place)), page.indexOf(end(place))];
  if (from < 0 || to < from) throw new Error(`The page lacks its marks:\n${begin(place)}\n${end(place)}`);
  return `${page.slice(0, from)}${begin(place)}\n\n${measured}\n\n${page.slice(to)}`;
}

export async function measure(files: readonly string[]): Promise<Summary> {
  const summary = await evaluate(files.map(inputOf), nobody);
  if (!summary) throw new Error("The evaluation did not come to its end.");
  return summary;
}

function inputOf(file: string): Input {
  return { name: basename(file), open: () => createReadStream(file) };
}

const nobody: Audience = { row: () => undefined, pause: async () => true };

export function measuredOnOthers(summary: Summary): string {
  return joined([requestTable("File", summary.byFile), requestTable("Source", summary.bySource)], summary);
}

export function measuredOnHard(summary: Summary): string {
  const { byLanguage, byNote } = summary;
  return joined(
    [requestTable("Kind", byNote), requestTable("Language", byLanguage), moodTable("Language", byLanguage)],
    summary,
  );
}

export function measuredOnOwn(summary: Summary): string {
  return joined([requestTable("Language", summary.byLanguage)], summary);
}

function joined(tables: readonly Table[], summary: Summary): string {
  return [signalTable(summary), labelTable(summary.labels), ...tables].map(markdown).join("\n\n");
}

function markdown({ header, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const rule = header.map((_, column) => (column === 0 ? "---" : "--:"));
  return [line(header), line(rule), ...rows.map(line)].join("\n");
}

async function main(folder: string | undefined): Promise<void> {
  const found = (pattern: string) =>
    globSync(pattern, { cwd: fixtures })
      .sort()
      .map((file) => join(fixtures, file));
  let page = readFileSync(pagePath, "utf8");
  page = withMeasured(page, places[1], measuredOnHard(await measure(found("hard/*.tsv"))));
  page = withMeasured(page, places[2], measuredOnOwn(await measure(found("authored-*.tsv"))));
  page = withMeasured(page, places[3], measuredOnHard(await measure(found("apart/*.tsv"))));
  if (folder !== undefined && existsSync(folder)) {
    const files = globSync("*.tsv", { cwd: folder })
      .sort()
      .map((file) => join(folder, file));
    page = withMeasured(page, places[0], measuredOnOthers(await measure(files)));
  } else console.log(`${folder ?? "A folder with sentences of others"} is not here: their table stays as it was.`);
  writeFileSync(pagePath, page);
}

if (import.meta.main) await main(process.argv[2]);
