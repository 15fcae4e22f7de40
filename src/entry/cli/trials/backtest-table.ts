import type { BacktestBody } from "../../../protocol/backtests.ts";

type Result = NonNullable<BacktestBody["result"]>;
type Tally = Result["inForce"];
type Row = readonly [label: string, was: number, becomes: number];

/** Both columns and the difference, then what goes another way, with a few conversations to read. */
export function printBacktest({ draft, version, conversations, result, limit }: BacktestBody): string {
  if (!result) return "";
  const { engagements, isCut, inForce, draft: becomes, differences, unknown } = result;
  const cut = isCut ? ` There are more; --limit ${limit} was reached.` : "";
  return [
    `Draft ${draft.name} (${draft.id}) against version ${version}: ${engagements} engagements in ${conversations} conversations.${cut}`,
    "",
    ...printRows(rowsOf(inForce, becomes)),
    "",
    ...(differences.length === 0 ? ["Nothing goes another way."] : differences.flatMap(printDifference)),
    ...unknown.map(({ message, ruleIds }) => `\nNote: ${message} Rules: ${ruleIds.join(", ")}.`),
  ].join("\n");
}

function rowsOf(was: Tally, becomes: Tally): readonly (Row | null)[] {
  return [
    ["handed over", was.handedOver, becomes.handedOver],
    ["  while closed", was.afterHours, becomes.afterHours],
    ["offered a person", was.offered, becomes.offered],
    ["left to the assistant", was.leftToBot, becomes.leftToBot],
    null,
    ...pairs(was.byDestination, becomes.byDestination, ({ destination, name }) => `to ${destination.type} ${name}`),
    null,
    ...pairs(was.byRule, becomes.byRule, ({ rule }) => (rule ? `by rule ${rule.name} (${rule.id})` : "by no rule")),
    null,
    ...pairs(was.byReason, becomes.byReason, ({ reason }) => `because of ${reason ?? "nothing that has a name"}`),
  ];
}

interface Counted {
  readonly count: number;
}

/** A label that only one of them has counts nothing in the other. */
function pairs<Item extends Counted>(
  was: readonly Item[],
  becomes: readonly Item[],
  label: (item: Item) => string,
): Row[] {
  const countIn = (items: readonly Item[], name: string) => items.find((item) => label(item) === name)?.count ?? 0;
  const names = [...new Set([...was, ...becomes].map(label))];
  return names.map((name) => [name, countIn(was, name), countIn(becomes, name)]);
}

const columns = ["in force", "draft", "difference"];
const width = 12;

function printRows(rows: readonly (Row | null)[]): readonly string[] {
  const labels = rows.map((row) => row?.[0].length ?? 0);
  const first = Math.max(...labels) + 2;
  const head = "".padEnd(first) + columns.map((column) => column.padStart(width)).join("");
  const lines = rows.map((row) => {
    if (!row) return "";
    const [label, was, becomes] = row;
    const cells = [String(was), String(becomes), signed(becomes - was)];
    return label.padEnd(first) + cells.map((cell) => cell.padStart(width)).join("");
  });
  return [head, ...lines];
}

function signed(difference: number): string {
  return difference > 0 ? `+${difference}` : String(difference);
}

const actions = { handoff: "handed over", offer: "offered a person", bot: "left to the assistant" };
const kinds: Readonly<Record<Result["differences"][number]["kind"], string>> = {
  action: "",
  destination: ", to somebody else",
  earlier: ", earlier",
  later: ", later",
  rule: ", by another rule",
  reason: ", for another reason",
};
const shownExamples = 5;

function printDifference({ kind, was, becomes, count, examples }: Result["differences"][number]): readonly string[] {
  const change = was === becomes ? `${actions[was]}${kinds[kind]}` : `was ${actions[was]}, becomes ${actions[becomes]}`;
  const shown = examples.slice(0, shownExamples).map(({ conversationId, seq }) => {
    return `  ${conversationId}${seq === null ? "" : `, message ${seq}`}`;
  });
  const more = count - shown.length;
  return [`${count} × ${change}`, ...shown, ...(more > 0 ? [`  and ${more} more`] : [])];
}
