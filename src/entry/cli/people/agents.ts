import { readFile } from "node:fs/promises";
import { readCsv } from "../../../core/customers/read-csv.ts";
import { agent, presences, roles } from "../../../protocol/agents.ts";
import type { Explain } from "../command.ts";
import { isOneOf, quoted, readOptions } from "../options/read-options.ts";
import { reportProblems } from "../options/report-problems.ts";
import { type OnServer, type Step, stepsOnServer } from "../reach/on-server.ts";
import type { Answer, SettingsClient } from "../reach/settings-client.ts";
import { type AgentFieldName, agentFieldNames, readAgentFields } from "./agent-fields.ts";
import { describeAgent, listAgents } from "./agents-list.ts";
import { setPresence } from "./agents-presence.ts";

const base = "/api/v1/agents";
const add: Step = (words, explain) => {
  const given = fieldsOf(words, explain);
  if (!given) return null;
  const { id, fields } = given;
  if (fields.name) return (on) => write(on, { method: "POST", path: base, body: { id, ...fields } });
  explain(`Say what they are called: baton agents add ${id} --name NAME.`);
  return null;
};

const set: Step = (words, explain) => {
  const given = fieldsOf(words, explain);
  if (!given) return null;
  const { id, fields } = given;
  return (on) => write(on, { method: "PATCH", path: `${base}/${encodeURIComponent(id)}`, body: fields });
};

const importAll: Step = ([file, ...others], explain) => {
  if (file !== undefined && others.length === 0) return (on) => importFile(on, file);
  explain("Name one file: baton agents import FILE.");
  return null;
};

/** `baton agents list|add|set|presence|import`: the people who answer. */
export const agents = stepsOnServer(
  "agents",
  { list: listAgents, add, set, presence: setPresence, import: importAll },
  ["conversations:read", "conversations:write", "agents:write"],
);

/** One person, and what is to be so of them; `null`: it was explained what is wrong. */
function fieldsOf(words: readonly string[], explain: Explain) {
  const given = optionsOf(words, explain);
  if (!given) return null;
  const [id, ...others] = given.rest;
  if (id === undefined || others.length > 0) {
    explain("Name one person by their id, and after it what is to be so: baton agents add ID --name NAME.");
    return null;
  }
  const read = readAgentFields(given.values);
  if (read.status !== "refused") return { id, fields: read.fields };
  explain(`--${read.expected}, not ${quoted(read.text)}.`);
  return null;
}

interface Writing {
  readonly method: string;
  readonly path: string;
  readonly body: object;
}

async function write({ client, isJson }: OnServer, { method, path, body }: Writing): Promise<0 | 1> {
  const written = await client.call(method, path, { body, answer: agent });
  if (written.status === "refused") return fail(problemsOf(written), isJson);
  console.log(isJson ? JSON.stringify(written.value) : describeAgent(written.value));
  return 0;
}

/** Line by line: one that is refused stops no other. Who is there already is changed. */
async function importFile({ client, isJson }: OnServer, file: string): Promise<0 | 1> {
  const text = await readFile(file, "utf8").catch(() => null);
  if (text === null) return fail([`${file} cannot be read.`], isJson);
  const csv = readCsv(text);
  if (csv.status === "broken") return fail([`Line ${csv.line}: ${csv.message}`], isJson);
  const [header, ...records] = csv.records;
  const names = header?.fields.map((field) => field.trim().toLowerCase()) ?? [];
  const unknown = names.filter((name) => name !== "id" && !agentFieldNames.some((known) => known === name));
  if (!names.includes("id")) return fail(["The first line names the columns; id is missing."], isJson);
  if (unknown.length > 0) return fail([`There are the columns id, ${agentFieldNames.join(", ")}.`], isJson);
  const results = [];
  for (const { line, fields } of records) {
    const values = Object.fromEntries(names.map((name, index) => [name, fields[index] ?? ""]));
    results.push({ line, ...(await importOne(client, values)) });
  }
  if (isJson) console.log(JSON.stringify(results));
  else for (const { line, status, problem } of results) console.log(`line ${line}: ${problem ?? status}`);
  return results.some(({ status }) => status === "refused") ? 1 : 0;
}

interface Imported {
  readonly status: "added" | "changed" | "refused";
  readonly problem: string | null;
}

async function importOne(client: SettingsClient, values: Readonly<Record<string, string>>): Promise<Imported> {
  const { id = "", ...others } = values;
  const filled = Object.entries(others).filter(([, value]) => value.trim() !== "");
  const read = readAgentFields(Object.fromEntries(filled) as Partial<Record<AgentFieldName, string>>);
  if (read.status === "refused") return { status: "refused", problem: `${read.expected}.` };
  const path = `${base}/${encodeURIComponent(id.trim())}`;
  const changed = await client.call("PATCH", path, { body: read.fields, answer: agent });
  if (changed.status === "answered") return { status: "changed", problem: null };
  if (changed.code !== "not-found") return { status: "refused", problem: problemsOf(changed).join(" ") };
  const added = await client.call("POST", base, { body: { id: id.trim(), ...read.fields }, answer: agent });
  if (added.status === "answered") return { status: "added", problem: null };
  return { status: "refused", problem: problemsOf(added).join(" ") };
}

/** `null`: it was explained what is wrong. */
function optionsOf(words: readonly string[], explain: Explain) {
  const options = Object.fromEntries(agentFieldNames.map((name) => [name, { type: "string" as const }]));
  const given = readOptions(words, options, explain);
  if (!given) return null;
  const written = Object.entries(given.values).filter((each): each is [string, string] => typeof each[1] === "string");
  const values: Readonly<Partial<Record<AgentFieldName, string>>> = Object.fromEntries(written);
  const { role, presence } = values;
  if (role !== undefined && !isOneOf(role, { option: "--role", known: roles }, explain)) return null;
  if (presence !== undefined && !isOneOf(presence, { option: "--presence", known: presences }, explain)) return null;
  return { values, rest: given.positionals };
}

type Refused = Extract<Answer<never>, { readonly status: "refused" }>;

function problemsOf({ problems }: Refused): readonly string[] {
  return problems.map(({ path, message }) => (path === "" ? message : `${named(path)} ${message}.`));
}

/** As the options and columns are called, not the fields behind them. */
function named(path: string): string {
  const field = path.replace(/^body\./, "");
  return field.replace(/^teamIds(\.\d+)?$/, "teams").replace(/^timeZone$/, "time-zone");
}

function fail(problems: readonly string[], isJson: boolean): 1 {
  reportProblems(problems, isJson);
  return 1;
}
