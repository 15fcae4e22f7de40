import { csvLine } from "../../../core/reports/csv.ts";
import { type TaskBody, task, taskColumns, taskStatuses } from "../../../protocol/tasks.ts";
import { systemClock } from "../../system-clock.ts";
import type { Explain } from "../command.ts";
import { printAll } from "../options/print-all.ts";
import { isOneOf, readOptions } from "../options/read-options.ts";
import { inOptions } from "../options/refused-options.ts";
import { reportProblems } from "../options/report-problems.ts";
import { allOf, pagesOf } from "../reach/all-pages.ts";
import type { OnServer, Step } from "../reach/on-server.ts";

const path = "/api/v1/tasks";

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
export const listTasks: Step = (words, explain) => {
  const given = readOptions(words, { ...filters, csv: { type: "boolean", default: false } }, explain);
  const query = given && queryOf(given, explain);
  return given && query && ((on) => listAll(on, query, given.values));
};

/** `baton tasks export`: everything there is to know of each, page by page, as CSV or one JSON object in a line. */
export const exportTasks: Step = (words, explain) => {
  const given = readOptions(words, filters, explain);
  const query = given && queryOf(given, explain);
  return given && query && ((on) => writeAll(on, query, given.values));
};

type Given = NonNullable<ReturnType<typeof readOptions<typeof filters>>>;
type Query = Readonly<Record<string, string>>;

/** `null`: it was explained what is wrong. */
function queryOf({ values, positionals: [word] }: Given, explain: Explain): Query | null {
  const { owner, team, conversation, status, kind, overdue, unowned } = values;
  if (word !== undefined) {
    explain(`There is nothing to be said after the options, not even ${word}.`);
    return null;
  }
  if (status !== undefined && !isOneOf(status, { option: "--status", known: taskStatuses }, explain)) return null;
  return {
    ...{ ...(owner && { ownerId: owner }), ...(team && { teamId: team }), ...(status && { status }) },
    ...{ ...(conversation && { conversationId: conversation }), ...(kind && { kind }) },
    ...{ ...(overdue && { due: "overdue" }), ...(unowned && { unowned: "true" }) },
  };
}

/** The options as they were written, so that what is refused can be named by them. */
type Wanted = Readonly<Record<string, unknown>>;

async function listAll({ client, isJson }: OnServer, query: Query, given: Wanted): Promise<0 | 1> {
  const answer = await allOf(client, { path, query, item: task });
  if (answer.status === "refused") return refuse(answer.problems, given, isJson);
  const found = answer.value;
  if (isJson) console.log(JSON.stringify(found));
  else if (given.csv) process.stdout.write([shortColumns, ...found.map(shortCells)].map(csvLine).join(""));
  else printAll(found, { lineOf: (one) => describeTask(one, systemClock.now()), none: "None." });
  return 0;
}

async function writeAll({ client, isJson }: OnServer, query: Query, given: Wanted): Promise<0 | 1> {
  let header = isJson ? "" : csvLine(taskColumns);
  for await (const page of pagesOf(client, { path, query, item: task })) {
    if (page.status === "refused") return refuse(page.problems, given, isJson);
    const lines = page.value.items.map((one) =>
      isJson ? `${JSON.stringify(one)}\n` : csvLine(taskColumns.map((column) => one[column])),
    );
    process.stdout.write([header, ...lines].join(""));
    header = "";
  }
  return 0;
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

function refuse(problems: Parameters<typeof inOptions>[0], values: Wanted, isJson: boolean): 1 {
  reportProblems(inOptions(problems, values, called), isJson);
  return 1;
}
