import * as z from "zod";
import { type ApiKeyBody, apiKey, createdApiKey, scopes } from "../../../protocol/api-keys.ts";
import type { Explain } from "../command.ts";
import { printAligned } from "../options/print-all.ts";
import { isOneOf, readOptions } from "../options/read-options.ts";
import { type OptionNames, refuse } from "../options/refused-fields.ts";
import { allOf } from "../reach/all-pages.ts";
import { type OnServer, type Step, stepsOnServer, wholeList } from "../reach/on-server.ts";

const base = "/api/v1/keys";
const called: OptionNames = { name: "The name", scopes: "--scopes", agentId: "--agent" };

const list = wholeList((on) => listAll(on));

const add: Step = (words, explain) => {
  const given = readOptions(words, { scopes: { type: "string" }, agent: { type: "string" } }, explain);
  if (!given) return null;
  const [name, ...others] = given.positionals;
  if (name === undefined || others.length > 0) {
    explain("Name one key, in quotes where its name has blanks: baton keys add NAME --scopes conversations:read.");
    return null;
  }
  const wanted = scopesOf(given.values.scopes, explain);
  const { agent } = given.values;
  return wanted && ((on) => addOne(on, { name, scopes: wanted, ...(agent !== undefined && { agentId: agent }) }));
};

const revoke: Step = (words, explain) => {
  const given = readOptions(words, {}, explain);
  if (!given) return null;
  const [id, ...others] = given.positionals;
  if (id !== undefined && others.length === 0) return (on) => revokeOne(on, id);
  explain("Name one key by its id: baton keys revoke ID; baton keys list shows the ids.");
  return null;
};

/** `baton keys list|add|revoke`: who may speak to the API, and what they may do. */
export const keys = stepsOnServer("keys", { list, add, revoke }, ["keys:write"]);

function scopesOf(written: string | undefined, explain: Explain): readonly string[] | null {
  const named = [...new Set((written ?? "").split(",").flatMap((scope) => scope.trim() || []))];
  if (named.length === 0) {
    explain(`Say what it may do: --scopes, with commas between, of ${scopes.join(", ")}.`);
    return null;
  }
  return named.every((scope) => isOneOf(scope, { option: "--scopes", known: scopes }, explain)) ? named : null;
}

async function listAll({ client, isJson }: OnServer): Promise<0 | 1> {
  const answer = await allOf(client, { path: base, query: {}, item: apiKey });
  if (answer.status === "refused") return refuse(answer, isJson, called);
  if (isJson) console.log(JSON.stringify(answer.value));
  else printAligned(answer.value, { rowOf, none: "No keys." });
  return 0;
}

function rowOf({ id, name, agentId, createdAt, scopes: given }: ApiKeyBody): readonly string[] {
  return [id, name, agentId === null ? "for nobody in particular" : `for ${agentId}`, createdAt, given.join(",")];
}

/** Whoever loses the token makes another key: nobody can show it again. */
async function addOne({ client, isJson }: OnServer, body: object): Promise<0 | 1> {
  const answer = await client.call("POST", base, { body, answer: createdApiKey });
  if (answer.status === "refused") return refuse(answer, isJson, called);
  const { token, ...key } = answer.value;
  if (isJson) console.log(JSON.stringify(answer.value));
  else console.log([rowOf(key).join("  "), `token, shown this once: ${token ?? "was shown before"}`].join("\n"));
  return 0;
}

async function revokeOne({ client, isJson }: OnServer, id: string): Promise<0 | 1> {
  const answer = await client.call("DELETE", `${base}/${encodeURIComponent(id)}`, { answer: z.unknown() });
  if (answer.status === "refused") return refuse(answer, isJson, { id: "The id" });
  console.log(isJson ? JSON.stringify(answer.value) : `${id}: revoked`);
  return 0;
}
