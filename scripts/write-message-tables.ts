// Writes the tables of docs/for-support-leads.md from the code they describe: node scripts/write-message-tables.ts
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Moment, moments } from "../src/core/messages/moment.ts";
import { momentDescriptions } from "../src/core/messages/moment-descriptions.ts";
import { renderBuiltIn } from "../src/core/messages/render-built-in.ts";
import { exampleValues, type VariableName, variables, variablesOf } from "../src/core/messages/variables.ts";
import { markdownTable } from "./markdown-table.ts";

export const pagePath = resolve(import.meta.dirname, "../docs/for-support-leads.md");

const begin = "<!-- Written by scripts/write-message-tables.ts: change the code, not the tables. -->";
const end = "<!-- End of what is written by the script. -->";

/** The page with its tables as the code has them now. */
export function withTables(page: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The page lacks its marks:\n${begin}\n${end}`);
  return `${page.slice(0, from)}${begin}\n\n${momentTable()}\n\n${variableTable()}\n\n${page.slice(to)}`;
}

function momentTable(): string {
  return markdownTable(
    ["Moment", "It says", "When", "Its variables", "Built in, with everything known"],
    moments.map((moment) => {
      const { means, when } = momentDescriptions[moment];
      const text = renderBuiltIn(moment, "en", exampleValues(moment, "all"));
      return [`\`${moment}\``, means, when, ownVariables(moment), text];
    }),
  );
}

/** Beside those that every moment has. */
function ownVariables(moment: Moment): string {
  const { always, maybe } = variablesOf(moment);
  const own = maybe.filter((name) => !everywhere.includes(name));
  return [...always.map((name) => `**\`${name}\`**`), ...own.map((name) => `\`${name}\``)].join(", ") || "–";
}

function variableTable(): string {
  return markdownTable(
    ["Variable", "What it is", "For example", "At most", "Known at"],
    variableNames.map((name) => {
      const { description, example, maxLength } = variables[name];
      return [`\`${name}\``, description, example, `${maxLength} characters`, knownAt(momentsWith(name))];
    }),
  );
}

function knownAt(known: readonly Moment[]): string {
  const list = (some: readonly Moment[]) => some.map((moment) => `\`${moment}\``).join(", ");
  const others = moments.filter((moment) => !known.includes(moment));
  if (others.length === 0) return "every moment";
  return others.length < known.length ? `all but ${list(others)}` : list(known);
}

const variableNames = Object.keys(variables) as readonly VariableName[];
const everywhere = variableNames.filter((name) => momentsWith(name).length === moments.length);

function momentsWith(name: VariableName): readonly Moment[] {
  return moments.filter((moment) => Object.values(variablesOf(moment)).flat().includes(name));
}

if (import.meta.main) writeFileSync(pagePath, withTables(readFileSync(pagePath, "utf8")));
