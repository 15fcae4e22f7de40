import { agent } from "../../../protocol/agents.ts";
import { conversation } from "../../../protocol/conversations.ts";
import { type AskedRequestBody, askedOf } from "../../../protocol/requests.ts";
import { printAligned } from "../options/print-all.ts";
import { quoted, readOptions } from "../options/read-options.ts";
import { refuse } from "../options/refused-fields.ts";
import { allOf } from "../reach/all-pages.ts";
import { type OnServer, type Step, stepsOnServer } from "../reach/on-server.ts";
import type { Answer, SettingsClient } from "../reach/settings-client.ts";

const text = { type: "string" } as const;

interface Asked extends AskedRequestBody {
  /** Whose answer is waited for. */
  readonly agentId: string;
}

const list: Step = (words, explain) => {
  const given = readOptions(words, { agent: text }, explain);
  if (!given) return null;
  const [extra] = given.positionals;
  if (extra !== undefined) {
    explain(`There is nothing to be said after the options, not even ${quoted(extra)}.`);
    return null;
  }
  return (on) => listAsked(on, given.values.agent ?? null);
};

const withdraw: Step = (words, explain) => {
  const given = readOptions(words, { reason: text, by: text, conversation: text }, explain);
  if (!given) return null;
  const { reason, by, conversation: named } = given.values;
  const [id, ...others] = given.positionals;
  if (id === undefined || others.length > 0) {
    explain("Name one request: baton requests withdraw ID --reason TEXT.");
    return null;
  }
  if (reason === undefined) {
    explain("Say why: --reason TEXT.");
    return null;
  }
  // A request's id begins with its conversation's.
  const conversationId = named ?? /^(.+)\.r\d+$/.exec(id)?.[1];
  if (conversationId === undefined) {
    explain(`${quoted(id)} does not say whose request it is: add --conversation ID.`);
    return null;
  }
  const path = `/api/v1/conversations/${encodeURIComponent(conversationId)}/requests/${encodeURIComponent(id)}/withdraw`;
  return (on) => withdrawOne(on, { id, path, body: { reason, ...(by && { agentId: by }) } });
};

/** `baton requests list|withdraw`: whose answer is waited for. */
export const requests = stepsOnServer("requests", { list, withdraw }, ["conversations:read", "conversations:write"]);

async function listAsked({ client, isJson }: OnServer, agentId: string | null): Promise<0 | 1> {
  const asked = agentId === null ? await askedOfAll(client) : await askedOfOne(client, agentId);
  if (asked.status === "refused") return refuse(asked, isJson, { id: "--agent" });
  const soonestFirst = asked.value.toSorted((one, other) => Date.parse(one.expiresAt) - Date.parse(other.expiresAt));
  if (isJson) console.log(JSON.stringify(soonestFirst));
  else printAligned(soonestFirst, { rowOf, none: "Nobody is asked." });
  return 0;
}

const atOnce = 8;

/** Of somebody who has just gone, and of colleagues whose requests an agent's key does not read (I14). */
const notTheirs: ReadonlySet<string> = new Set(["not-found", "wrong-agent", "not-allowed"]);

/** The API knows them by person. */
async function askedOfAll(client: SettingsClient): Promise<Answer<readonly Asked[]>> {
  const people = await allOf(client, { path: "/api/v1/agents", query: { left: "no" }, item: agent });
  if (people.status === "refused") return people;
  const found: Asked[] = [];
  for (let start = 0; start < people.value.length; start += atOnce) {
    const some = people.value.slice(start, start + atOnce);
    for (const answer of await Promise.all(some.map(({ id }) => askedOfOne(client, id)))) {
      if (answer.status === "answered") found.push(...answer.value);
      else if (!notTheirs.has(answer.code)) return answer;
    }
  }
  return { status: "answered", value: found };
}

async function askedOfOne(client: SettingsClient, agentId: string): Promise<Answer<readonly Asked[]>> {
  const answer = await client.call("GET", `/api/v1/agents/${encodeURIComponent(agentId)}/requests`, {
    answer: askedOf,
  });
  if (answer.status === "refused") return answer;
  return { status: "answered", value: answer.value.requests.map((request) => ({ agentId, ...request })) };
}

function rowOf({ id, agentId, kind, requestedBy, expiresAt, priority, reason, customer }: Asked): readonly string[] {
  const by = requestedBy === null ? "routing" : requestedBy.id;
  const why = [priority, reason].filter((word) => word !== null).join(", ");
  return [id, `asks ${agentId}`, kind, `by ${by}`, `until ${expiresAt}`, why || "-", customer.name ?? customer.id];
}

interface Withdrawing {
  readonly id: string;
  readonly path: string;
  readonly body: object;
}

async function withdrawOne({ client, isJson }: OnServer, { id, path, body }: Withdrawing): Promise<0 | 1> {
  const answer = await client.call("POST", path, { body, answer: conversation });
  if (answer.status === "refused") return refuse(answer, isJson, { agentId: "--by", reason: "--reason" });
  console.log(isJson ? JSON.stringify(answer.value) : `${id}: withdrawn`);
  return 0;
}
