import { assignedMany, handedOver } from "../../../protocol/agents.ts";
import { conversation } from "../../../protocol/conversations.ts";
import type { Explain } from "../command.ts";
import { readOptions } from "../options/read-options.ts";
import { linesOf, type OptionNames, refuse } from "../options/refused-fields.ts";
import type { OnServer, Step, Work } from "../reach/on-server.ts";
import type { SettingsClient } from "../reach/settings-client.ts";
import { type Given, inLots, itemOf, tellItems } from "./given-items.ts";

const base = "/api/v1/conversations";
const text = { type: "string" } as const;
const flag = { type: "boolean", default: false } as const;
const places = { queue: text, team: text } as const;

const called: OptionNames = { agentId: "--to", byAgentId: "--by", destination: "The place", note: "--note" };

interface Destination {
  readonly type: "queue" | "team";
  readonly id: string;
}

/** `baton conversations assign ID… --to AGENT`, or to a queue or a team. */
export const assign: Step = (words, explain) => {
  const options = { to: text, ...places, by: text, note: text, "even-if-away": flag, silent: flag } as const;
  const given = readOptions(words, options, explain);
  const ids = given && idsOf(given.positionals, "assign ID… --to AGENT", explain);
  if (!given || !ids) return null;
  const { to, queue, team, by, note, silent, "even-if-away": evenIfAway } = given.values;
  const place = placeOf({ to, queue, team }, explain);
  if (!place) return null;
  if (place.type !== "agent") {
    const strange = evenIfAway ? "--even-if-away" : silent ? "--silent" : null;
    if (strange === null) return (on) => giveBack(on, { ids, destination: place, note, by });
    explain(`${strange} is of --to AGENT: a ${place.type} is asked as always, and the customer told.`);
    return null;
  }
  if (note !== undefined) {
    explain("--note goes with --queue, --team, release and hand-over; an assignment has none.");
    return null;
  }
  const body = { agentId: place.id, ...(by && { byAgentId: by }), evenIfAway, tellsCustomer: !silent };
  return (on) => assignAll(on, ids, body);
};

/** `baton conversations release ID…`: back to where each came from. */
export const release: Step = (words, explain) => {
  const given = readOptions(words, { by: text, note: text }, explain);
  const ids = given && idsOf(given.positionals, "release ID…", explain);
  if (!given || !ids) return null;
  const { by, note } = given.values;
  return (on) => giveBack(on, { ids, destination: null, note, by });
};

/** `baton conversations hand-over AGENT`: everything that one person has, before their shift ends. */
export const handOver: Step = (words, explain) => {
  const given = readOptions(words, { to: text, ...places, note: text }, explain);
  if (!given) return null;
  const [id, ...others] = given.positionals;
  if (id === undefined || others.length > 0) {
    explain("Name whose conversations they are: baton conversations hand-over AGENT.");
    return null;
  }
  const { to, queue, team, note } = given.values;
  const isPlaced = to !== undefined || queue !== undefined || team !== undefined;
  const place = isPlaced ? placeOf({ to, queue, team }, explain) : null;
  if (isPlaced && !place) return null;
  const target = place === null ? {} : place.type === "agent" ? { agentId: place.id } : { destination: place };
  return handOverAll(id, { ...target, ...(note && { note }) });
};

interface Places {
  readonly to: string | undefined;
  readonly queue: string | undefined;
  readonly team: string | undefined;
}

function placeOf(
  { to, queue, team }: Places,
  explain: Explain,
): Destination | { readonly type: "agent"; readonly id: string } | null {
  const named = [
    ...(to === undefined ? [] : [{ type: "agent", id: to } as const]),
    ...(queue === undefined ? [] : [{ type: "queue", id: queue } as const]),
    ...(team === undefined ? [] : [{ type: "team", id: team } as const]),
  ];
  const [place, second] = named;
  if (place && !second) return place;
  explain(
    place ? "--to, --queue and --team are three places: name one of them." : "Say to whom: --to, --queue or --team.",
  );
  return null;
}

function idsOf(words: readonly string[], usage: string, explain: Explain): readonly string[] | null {
  if (words.length > 0) return [...new Set(words)];
  explain(`Name the conversations: baton conversations ${usage}.`);
  return null;
}

/** So many as one call takes; what a later call is refused is named like everything else. */
async function assignAll({ client, isJson }: OnServer, ids: readonly string[], body: object): Promise<0 | 1> {
  const items: Given[] = [];
  for (const lot of inLots(ids)) {
    const wanted = { ...body, conversationIds: lot };
    const answer = await client.call("POST", `${base}/assign`, { body: wanted, answer: assignedMany });
    if (answer.status === "answered") items.push(...answer.value.items);
    else if (items.length === 0) return refuse(answer, isJson, called);
    else items.push(...lot.map((id) => itemOf(id, answer.code, linesOf(answer, called).join(" "))));
  }
  return tellItems(items, isJson, { "agent-away": "--even-if-away gives it to them all the same." });
}

interface GivingBack {
  readonly ids: readonly string[];
  readonly destination: Destination | null;
  readonly note: string | undefined;
  readonly by: string | undefined;
}

async function giveBack({ client, isJson }: OnServer, { ids, destination, note, by }: GivingBack): Promise<0 | 1> {
  const items: Given[] = [];
  const body = { ...(by && { agentId: by }), ...(destination && { destination }), ...(note && { note }) };
  for (const id of ids) items.push(await giveBackOne(client, id, body));
  return tellItems(items, isJson);
}

async function giveBackOne(client: SettingsClient, id: string, body: object): Promise<Given> {
  const path = `${base}/${encodeURIComponent(id)}/unassign`;
  const answer = await client.call("POST", path, { body, answer: conversation });
  if (answer.status === "answered") return { conversationId: id, status: "released", code: null, detail: null };
  return itemOf(id, answer.code, linesOf(answer, { ...called, agentId: "--by" }).join(" "));
}

function handOverAll(id: string, body: object): Work {
  return async ({ client, isJson }) => {
    const path = `/api/v1/agents/${encodeURIComponent(id)}/hand-over`;
    const answer = await client.call("POST", path, { body, answer: handedOver });
    return answer.status === "refused" ? refuse(answer, isJson, called) : tellItems(answer.value.items, isJson);
  };
}
