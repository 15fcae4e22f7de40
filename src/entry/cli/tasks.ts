import { parseArgs } from "node:util";
import { csvLine } from "../../core/reports/csv.ts";
import { pageOf } from "../../protocol/fields.ts";
import { type TaskBody, task } from "../../protocol/tasks.ts";
import type { Command } from "./command.ts";
import { reachServer } from "./reach-server.ts";
import { reportProblems } from "./report-problems.ts";
import type { Answer, SettingsClient } from "./settings-client.ts";

const base = "/api/v1/tasks";

interface Asked {
  readonly client: SettingsClient;
  readonly words: readonly string[];
  readonly isJson: boolean;
}

type Ended = 0 | 1 | "misunderstood";

/** `baton tasks list|done`: what was promised to customers and has to be done. */
export const tasks: Command = async ({ words: [name, ...words], environment, isJson }) => {
  const step = name === "list" ? list : name === "done" ? done : null;
  if (!step) return "misunderstood";
  const server = await reachServer(environment, { isStill: true });
  if (server.status === "unreachable") return fail(server.problems, isJson);
  const { client, close } = server.reached;
  try {
    return await step({ client, words, isJson });
  } finally {
    await close();
  }
};

const listOptions = {
  owner: { type: "string" },
  team: { type: "string" },
  conversation: { type: "string" },
  status: { type: "string" },
  overdue: { type: "boolean", default: false },
  csv: { type: "boolean", default: false },
} as const;

async function list({ client, words, isJson }: Asked): Promise<Ended> {
  const given = read(() => parseArgs({ args: [...words], options: listOptions }));
  if (!given) return "misunderstood";
  const { owner, team, conversation, status, overdue, csv } = given.values;
  const query = new URLSearchParams({
    ...{ limit: "200", ...(owner && { ownerId: owner }), ...(team && { teamId: team }) },
    ...{ ...(conversation && { conversationId: conversation }), ...(status && { status }) },
    ...(overdue && { due: "overdue" }),
  });
  const found: TaskBody[] = [];
  for (let next: string | null = ""; next !== null; ) {
    if (next !== "") query.set("cursor", next);
    const page = await client.call("GET", `${base}?${query}`, { answer: pageOf(task) });
    if (page.status === "refused") return refuse(page, isJson);
    found.push(...page.value.items);
    next = page.value.next;
  }
  if (isJson) console.log(JSON.stringify(found));
  else if (csv) process.stdout.write([columns, ...found.map(cells)].map(csvLine).join(""));
  else for (const one of found) console.log(describe(one));
  return 0;
}

async function done({ client, words, isJson }: Asked): Promise<Ended> {
  const options = { note: { type: "string" }, agent: { type: "string" } } as const;
  const given = read(() => parseArgs({ args: [...words], options, allowPositionals: true }));
  const [id, ...others] = given?.positionals ?? [];
  if (!given || id === undefined || others.length > 0) return "misunderstood";
  const { note, agent: agentId } = given.values;
  const body = { ...(note && { note }), ...(agentId && { agentId }) };
  const ended = await client.call("POST", `${base}/${encodeURIComponent(id)}/done`, { body, answer: task });
  if (ended.status === "refused") return refuse(ended, isJson);
  console.log(isJson ? JSON.stringify(ended.value) : describe(ended.value));
  return 0;
}

const columns = ["id", "status", "due", "overdue", "owner", "team", "kind", "title", "conversation"] as const;

function cells({ id, status, dueAt, isOverdue, ownerId, teamId, kind, title, conversationId }: TaskBody) {
  return [id, status, dueAt, isOverdue, ownerId, teamId, kind, title, conversationId];
}

function describe({ id, status, dueAt, isOverdue, ownerId, teamId, title }: TaskBody): string {
  const whose = ownerId ?? (teamId === null ? "nobody" : `anybody of ${teamId}`);
  const when = status === "open" ? `due ${dueAt}${isOverdue ? ", overdue" : ""}` : status;
  return `${id}  ${when}  ${whose}  ${title}`;
}

function read<Parsed>(parse: () => Parsed): Parsed | null {
  try {
    return parse();
  } catch {
    return null;
  }
}

function refuse({ problems }: Extract<Answer<never>, { status: "refused" }>, isJson: boolean): 1 {
  return fail(
    problems.map(({ path, message }) => (path === "" ? message : `${path} ${message}`)),
    isJson,
  );
}

function fail(problems: readonly string[], isJson: boolean): 1 {
  reportProblems(problems, isJson);
  return 1;
}
