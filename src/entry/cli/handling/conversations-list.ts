import { type ConversationBody, conversation, phases } from "../../../protocol/conversations.ts";
import type { Explain } from "../command.ts";
import { printAligned } from "../options/print-all.ts";
import { isOneOf, quoted, readOptions } from "../options/read-options.ts";
import { type OptionNames, refuse } from "../options/refused-fields.ts";
import { allOf } from "../reach/all-pages.ts";
import type { OnServer, Step } from "../reach/on-server.ts";
import type { SettingsClient } from "../reach/settings-client.ts";
import { describeConversation, rowOf } from "./conversation-text.ts";
import { describeRouting, lastRouting } from "./routing-text.ts";

const base = "/api/v1/conversations";
const flag = { type: "boolean", default: false } as const;
const options = {
  queue: { type: "string" },
  owner: { type: "string" },
  phase: { type: "string" },
  waiting: flag,
  limit: { type: "string" },
  ids: flag,
} as const;

const called: OptionNames = { queueId: "--queue", agentId: "--owner", phase: "--phase" };

type Given = NonNullable<ReturnType<typeof readOptions<typeof options>>>;
type Query = Readonly<Record<string, string>>;

/** `baton conversations list`: what waits and what people have, unless one of the lists is asked for. */
export const list: Step = (words, explain) => {
  const given = readOptions(words, options, explain);
  const queries = given && queriesOf(given, explain);
  const most = given && mostOf(given.values.limit, explain);
  if (!given || !queries || most === null) return null;
  return (on) => showAll(on, { queries, most, isShort: given.values.ids });
};

/** `null`: it was explained what is wrong. */
function queriesOf({ values, positionals: [word] }: Given, explain: Explain): readonly Query[] | null {
  if (word !== undefined) {
    explain(`There is nothing to be said after the options, not even ${quoted(word)}.`);
    return null;
  }
  const { queue, owner, phase, waiting } = values;
  if (phase !== undefined && !isOneOf(phase, { option: "--phase", known: phases }, explain)) return null;
  const asked: readonly (readonly [string, Query])[] = [
    ...(queue === undefined ? [] : [["--queue", { queueId: queue }] as const]),
    ...(owner === undefined ? [] : [["--owner", { agentId: owner }] as const]),
    ...(phase === undefined ? [] : [["--phase", { phase }] as const]),
    ...(waiting ? [["--waiting", { phase: "queue" }] as const] : []),
  ];
  const [first, second] = asked;
  if (first && second) {
    explain(`${first[0]} and ${second[0]} are two lists: ask for one of them.`);
    return null;
  }
  return first ? [first[1]] : [{ phase: "queue" }, { phase: "human" }];
}

function mostOf(written: string | undefined, explain: Explain): number | null {
  if (written === undefined) return Number.POSITIVE_INFINITY;
  if (/^[1-9]\d{0,6}$/.test(written)) return Number(written);
  explain(`--limit must be a whole number from 1, not ${quoted(written)}.`);
  return null;
}

interface Wanted {
  readonly queries: readonly Query[];
  readonly most: number;
  readonly isShort: boolean;
}

async function showAll({ client, isJson }: OnServer, { queries, most, isShort }: Wanted): Promise<0 | 1> {
  const found: ConversationBody[] = [];
  for (const query of queries) {
    const answer = await allOf(client, { path: base, query, item: conversation }, most - found.length);
    if (answer.status === "refused") return refuse(answer, isJson, called);
    found.push(...answer.value);
    if (found.length >= most) break;
  }
  if (isJson) console.log(JSON.stringify(isShort ? found.map(({ id }) => id) : found));
  else if (isShort) for (const { id } of found) console.log(id);
  else printAligned(found, { rowOf, none: "None." });
  return 0;
}

/** `baton conversations show ID`. */
export const show: Step = (words, explain) => {
  const given = readOptions(words, {}, explain);
  if (!given) return null;
  const [id, ...others] = given.positionals;
  if (id === undefined || others.length > 0) {
    explain("Name one conversation: baton conversations show ID.");
    return null;
  }
  return async ({ client, isJson }) => {
    const answer = await client.call("GET", `${base}/${encodeURIComponent(id)}`, { answer: conversation });
    if (answer.status === "refused") return refuse(answer, isJson, { id: "The id" });
    if (isJson) console.log(JSON.stringify(answer.value));
    else console.log(describeConversation(answer.value, await whyNobodyIsAsked(client, answer.value)));
    return 0;
  };
};

/** Of one that waits and is offered to nobody. */
async function whyNobodyIsAsked(
  client: SettingsClient,
  { id, phase, handoff }: ConversationBody,
): Promise<string | null> {
  if (phase !== "queue" || !handoff || handoff.pendingRequests.length > 0) return null;
  const routing = await lastRouting(client, id, handoff.id);
  return routing === null ? "nobody was looked for yet" : describeRouting(routing);
}
