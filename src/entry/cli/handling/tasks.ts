import { type TaskBody, task } from "../../../protocol/tasks.ts";
import { systemClock } from "../../system-clock.ts";
import { readOptions } from "../options/read-options.ts";
import { type OptionNames, refuse } from "../options/refused-fields.ts";
import { reportProblems } from "../options/report-problems.ts";
import { readAuthorNames } from "../reach/author-names.ts";
import { type OnServer, type Step, stepsOnServer } from "../reach/on-server.ts";
import type { SettingsClient } from "../reach/settings-client.ts";
import { describeTask, exportTasks, listTasks } from "./tasks-list.ts";

const called: OptionNames = { agentId: "--agent", note: "--note", id: "The id" };

const done: Step = (words, explain) => {
  const given = readOptions(words, { note: { type: "string" }, agent: { type: "string" } }, explain);
  if (!given) return null;
  const [id, ...others] = given.positionals;
  if (id === undefined || others.length > 0) {
    explain("Name one follow-up: baton tasks done ID.");
    return null;
  }
  const { note, agent: agentId } = given.values;
  return (on) => sayDone(on, id, { ...(note && { note }), ...(agentId && { agentId }) });
};

/** `baton tasks list|export|done`: what was promised to customers and has to be done. */
export const tasks = stepsOnServer("tasks", { list: listTasks, export: exportTasks, done }, [
  "conversations:read",
  "conversations:write",
]);

async function sayDone({ client, isJson }: OnServer, id: string, said: object): Promise<0 | 1> {
  const path = `/api/v1/tasks/${encodeURIComponent(id)}`;
  const before = await client.call("GET", path, { answer: task });
  if (before.status === "refused") return refuse(before, isJson, called);
  if (before.value.status === "done") {
    reportProblems([await wasDone(client, before.value)], isJson);
    return 1;
  }
  // In the state just seen: of two who say so at once, one did it.
  const body = { revision: before.value.revision, ...said };
  const ended = await client.call("POST", `${path}/done`, { body, answer: task });
  if (ended.status === "refused") return refuse(ended, isJson, called);
  console.log(isJson ? JSON.stringify(ended.value) : describeTask(ended.value, systemClock.now()));
  return 0;
}

async function wasDone(client: SettingsClient, { id, endedAt, endedBy }: TaskBody): Promise<string> {
  const author = endedBy === null ? "somebody" : endedBy.id === null ? endedBy.type : authorOf(endedBy);
  const nameAuthor = await readAuthorNames(client, [author]);
  return `${id} was done already${endedAt === null ? "" : ` at ${endedAt}`}, by ${nameAuthor(author)}.`;
}

function authorOf({ type, id }: NonNullable<TaskBody["endedBy"]>): string {
  return type === "agent" ? `${id}` : `${type}:${id}`;
}
