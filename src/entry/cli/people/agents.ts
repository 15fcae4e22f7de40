import { readFile } from "node:fs/promises";
import { readCsv } from "../../../core/customers/read-csv.ts";
import { agent, presences, roles } from "../../../protocol/agents.ts";
import { type Command, type Explain, unexplained } from "../command.ts";
import { isOneOf, quoted, readOptions } from "../options/read-options.ts";
import { reportProblems } from "../options/report-problems.ts";
import { reachServer } from "../reach/reach-server.ts";
import type { Answer, SettingsClient } from "../reach/settings-client.ts";
import { type AgentFieldName, agentFieldNames, readAgentFields } from "./agent-fields.ts";
import { describeAgent, listAgents } from "./agents-list.ts";
import { type AgentsAsked, setPresence } from "./agents-presence.ts";

const base = "/api/v1/agents";
const needs = ["conversations:read", "conversations:write", "agents:write"] as const;

type Step = (asked: AgentsAsked) => Promise<0 | 1 | "misunderstood">;

/** `baton agents list|add|set|presence|import`: the people who answer. */
export const agents: Command = async ({ words: [name, ...words], environment, isJson, explain = unexplained }) => {
  const steps = { list: listAgents, add, set, presence: setPresence, import: importFile };
  const known = ["list", "add", "set", "presence", "import"] as const;
  if (name === undefined || !isOneOf(name, { option: "baton agents", known }, explain)) return "misunderstood";
  const server = await reachServer(environment, { isStill: true, needs });
  if (server.status === "unreachable") return fail(server.problems, isJson);
  const { client, close } = server.reached;
  try {
    return await steps[name]({ client, words, isJson, explain });
  } finally {
    await close();
  }
};

const add: Step = (asked) => write(asked, (id) => ({ method: "POST", path: base, more: { id }, needsName: true }));
const set: Step = (asked) =>
  write(asked, (id) => ({ method: "PATCH", path: `${base}/${encodeURIComponent(id)}`, more: {}, needsName: false }));

interface Writing {
  readonly method: string;
  readonly path: string;
  readonly more: object;
  readonly needsName: boolean;
}

async function write(
  { client, words, isJson, explain }: AgentsAsked,
  writing: (id: string) => Writing,
): Promise<0 | 1 | "misunderstood"> {
  const given = optionsOf(words, explain);
  if (!given) return "misunderstood";
  const [id, ...others] = given.rest;
  if (id === undefined || others.length > 0) {
    explain("Name one person by their id, and after it what is to be so: baton agents add ID --name NAME.");
    return "misunderstood";
  }
  const read = readAgentFields(given.values);
  if (read.status === "refused") {
    explain(`--${read.expected}, not ${quoted(read.text)}.`);
    return "misunderstood";
  }
  const { method, path, more, needsName } = writing(id);
  if (needsName && !read.fields.name) {
    explain(`Say what they are called: baton agents add ${id} --name NAME.`);
    return "misunderstood";
  }
  const written = await client.call(method, path, { body: { ...more, ...read.fields }, answer: agent });
  if (written.status === "refused") return refuse(written, isJson);
  console.log(isJson ? JSON.stringify(written.value) : describeAgent(written.value));
  return 0;
}

/** Line by line: one that is refused stops no other. Who is there already is changed. */
async function importFile({
  client,
  words: [file, ...others],
  isJson,
  explain,
}: AgentsAsked): Promise<0 | 1 | "misunderstood"> {
  if (file === undefined || others.length > 0) {
    explain("Name one file: baton agents import FILE.");
    return "misunderstood";
  }
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

function refuse(refused: Refused, isJson: boolean): 1 {
  return fail(problemsOf(refused), isJson);
}

function fail(problems: readonly string[], isJson: boolean): 1 {
  reportProblems(problems, isJson);
  return 1;
}
