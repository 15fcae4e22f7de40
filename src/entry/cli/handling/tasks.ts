import { type TaskBody, task } from "../../../protocol/tasks.ts";
import { systemClock } from "../../system-clock.ts";
import { type Command, unexplained } from "../command.ts";
import { isOneOf, readOptions } from "../options/read-options.ts";
import { linesOf, type OptionNames } from "../options/refused-fields.ts";
import { reportProblems } from "../options/report-problems.ts";
import { readAuthorNames } from "../reach/author-names.ts";
import { reachServer } from "../reach/reach-server.ts";
import type { SettingsClient } from "../reach/settings-client.ts";
import { describeTask, exportTasks, listTasks, type TasksAsked } from "./tasks-list.ts";

const steps = { list: listTasks, export: exportTasks, done };
const needs = ["conversations:read", "conversations:write"] as const;
const names = Object.keys(steps) as (keyof typeof steps)[];

/** `baton tasks list|export|done`: what was promised to customers and has to be done. */
export const tasks: Command = async ({ words: [name, ...words], environment, isJson, explain = unexplained }) => {
  if (name === undefined || !isOneOf(name, { option: "baton tasks", known: names }, explain)) return "misunderstood";
  const server = await reachServer(environment, { isStill: true, needs });
  if (server.status === "unreachable") return fail(server.problems, isJson);
  const { client, close } = server.reached;
  try {
    return await steps[name]({ client, words, isJson, explain });
  } finally {
    await close();
  }
};

async function done({ client, words, isJson, explain }: TasksAsked): Promise<0 | 1 | "misunderstood"> {
  const given = readOptions(words, { note: { type: "string" }, agent: { type: "string" } }, explain);
  if (!given) return "misunderstood";
  const [id, ...others] = given.positionals;
  if (id === undefined || others.length > 0) {
    explain("Name one follow-up: baton tasks done ID.");
    return "misunderstood";
  }
  const { note, agent: agentId } = given.values;
  const path = `/api/v1/tasks/${encodeURIComponent(id)}`;
  const before = await client.call("GET", path, { answer: task });
  if (before.status === "refused") return fail(linesOf(before, called), isJson);
  if (before.value.status === "done") return fail([await wasDone(client, before.value)], isJson);
  // In the state just seen: of two who say so at once, one did it.
  const body = { revision: before.value.revision, ...(note && { note }), ...(agentId && { agentId }) };
  const ended = await client.call("POST", `${path}/done`, { body, answer: task });
  if (ended.status === "refused") return fail(linesOf(ended, called), isJson);
  console.log(isJson ? JSON.stringify(ended.value) : describeTask(ended.value, systemClock.now()));
  return 0;
}

const called: OptionNames = { agentId: "--agent", note: "--note", id: "The id" };

async function wasDone(client: SettingsClient, { id, endedAt, endedBy }: TaskBody): Promise<string> {
  const author = endedBy === null ? "somebody" : endedBy.id === null ? endedBy.type : authorOf(endedBy);
  const nameAuthor = await readAuthorNames(client, [author]);
  return `${id} was done already${endedAt === null ? "" : ` at ${endedAt}`}, by ${nameAuthor(author)}.`;
}

function authorOf({ type, id }: NonNullable<TaskBody["endedBy"]>): string {
  return type === "agent" ? `${id}` : `${type}:${id}`;
}

function fail(problems: readonly string[], isJson: boolean): 1 {
  reportProblems(problems, isJson);
  return 1;
}
