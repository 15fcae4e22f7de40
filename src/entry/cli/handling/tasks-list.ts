import { csvLine } from "../../../core/reports/csv.ts";
import { pageOf } from "../../../protocol/fields.ts";
import { type TaskBody, task, taskColumns, taskStatuses } from "../../../protocol/tasks.ts";
import { systemClock } from "../../system-clock.ts";
import type { Explain } from "../command.ts";
import { printAll } from "../options/print-all.ts";
import { isOneOf, readOptions } from "../options/read-options.ts";
import { inOptions } from "../options/refused-options.ts";
import { reportProblems } from "../options/report-problems.ts";
import type { SettingsClient } from "../reach/settings-client.ts";

export interface TasksAsked {
  readonly client: SettingsClient;
  readonly words: readonly string[];
  readonly isJson: boolean;
  readonly explain: Explain;
}

const filters = {
  owner: { type: "string" },
  team: { type: "string" },
  conversation: { type: "string" },
  status: { type: "string" },
  kind: { type: "string" },
  overdue: { type: "boolean", default: false },
  unowned: { type: "boolean", default: false },
} as const;

/** `baton tasks list`: for people, as one JSON value, or short for a spreadsheet. */
export async function listTasks({ client, words, isJson, explain }: TasksAsked): Promise<0 | 1 | "misunderstood"> {
  const given = readOptions(words, { ...filters, csv: { type: "boolean", default: false } }, explain);
  const query = given && queryOf(given, explain);
  if (!given || !query) return "misunderstood";
  const found: TaskBody[] = [];
  for await (const page of pages(client, query)) {
    if (page.status === "refused") return refuse(page.problems, given.values, isJson);
    found.push(...page.value.items);
  }
  if (isJson) console.log(JSON.stringify(found));
  else if (given.values.csv) process.stdout.write([shortColumns, ...found.map(shortCells)].map(csvLine).join(""));
  else printAll(found, { lineOf: (one) => describeTask(one, systemClock.now()), none: "None." });
  return 0;
}

/** `baton tasks export`: everything there is to know of each, page by page, as CSV or one JSON object in a line. */
export async function exportTasks({ client, words, isJson, explain }: TasksAsked): Promise<0 | 1 | "misunderstood"> {
  const given = readOptions(words, filters, explain);
  const query = given && queryOf(given, explain);
  if (!given || !query) return "misunderstood";
  if (!isJson) process.stdout.write(csvLine(taskColumns));
  for await (const page of pages(client, query)) {
    if (page.status === "refused") return refuse(page.problems, given.values, isJson);
    const lines = page.value.items.map((one) =>
      isJson ? `${JSON.stringify(one)}\n` : csvLine(taskColumns.map((column) => one[column])),
    );
    process.stdout.write(lines.join(""));
  }
  return 0;
}

type Given = NonNullable<ReturnType<typeof readOptions<typeof filters>>>;

/** `null`: it was explained what is wrong. */
function queryOf({ values, positionals: [word] }: Given, explain: Explain): URLSearchParams | null {
  const { owner, team, conversation, status, kind, overdue, unowned } = values;
  if (word !== undefined) {
    explain(`There is nothing to be said after the options, not even ${word}.`);
    return null;
  }
  if (status !== undefined && !isOneOf(status, { option: "--status", known: taskStatuses }, explain)) return null;
  return new URLSearchParams({
    ...{ limit: "200", ...(owner && { ownerId: owner }), ...(team && { teamId: team }) },
    ...{ ...(conversation && { conversationId: conversation }), ...(status && { status }), ...(kind && { kind }) },
    ...{ ...(overdue && { due: "overdue" }), ...(unowned && { unowned: "true" }) },
  });
}

async function* pages(client: SettingsClient, query: URLSearchParams) {
  for (let next: string | null = ""; next !== null; ) {
    if (next !== "") query.set("cursor", next);
    const page = await client.call("GET", `/api/v1/tasks?${query}`, { answer: pageOf(task) });
    yield page;
    next = page.status === "refused" ? null : page.value.next;
  }
}

const shortColumns = ["id", "status", "due", "overdue", "owner", "team", "kind", "title", "conversation"] as const;

function shortCells({ id, status, dueAt, isOverdue, ownerId, teamId, kind, title, conversationId }: TaskBody) {
  return [id, status, dueAt, isOverdue, ownerId, teamId, kind, title, conversationId];
}

export function describeTask(task: TaskBody, now: number): string {
  const { id, ownerId, teamId, title } = task;
  const whose = ownerId ?? (teamId === null ? "nobody" : `anybody of ${teamId}`);
  return `${id}  ${whenOf(task, now)}  ${whose}  ${title}`;
}

/** Late from the instant it is due; overdue, as the API has it, is what was late for an hour, and others were told of. */
function whenOf({ status, dueAt, isOverdue }: TaskBody, now: number): string {
  if (status !== "open") return status;
  if (isOverdue) return `due ${dueAt}, overdue`;
  return `due ${dueAt}${Date.parse(dueAt) <= now ? ", late" : ""}`;
}

const called = { ownerId: "owner", teamId: "team", conversationId: "conversation", due: "overdue" };

function refuse(problems: Parameters<typeof inOptions>[0], values: Given["values"], isJson: boolean): 1 {
  reportProblems(inOptions(problems, values, called), isJson);
  return 1;
}
