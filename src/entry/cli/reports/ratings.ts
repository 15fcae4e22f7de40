import { csvLine } from "../../../core/reports/csv.ts";
import { type RatingBody, rating } from "../../../protocol/surveys.ts";
import type { Explain } from "../command.ts";
import { printAligned } from "../options/print-all.ts";
import { quoted, readOptions } from "../options/read-options.ts";
import { type OptionNames, refuse } from "../options/refused-fields.ts";
import { allOf, pagesOf } from "../reach/all-pages.ts";
import { type OnServer, type Step, stepsOnServer } from "../reach/on-server.ts";

const text = { type: "string" } as const;
const filters = { agent: text, team: text, conversation: text, low: { type: "boolean", default: false } } as const;
const called: OptionNames = { agentId: "--agent", teamId: "--team", conversationId: "--conversation" };
const path = "/api/v1/ratings";

type Query = Readonly<Record<string, string>>;

/** Of a file of ratings, in this order, for good: new columns come at the end. */
const columns = [
  ...(["id", "score", "remark", "ratedAt", "changedAt", "askedAt", "agentId", "teamId", "conversationId"] as const),
  ...(["customerId", "channelId", "engagement", "handoffId", "isTest"] as const),
] satisfies readonly (keyof RatingBody)[];

const list: Step = (words, explain) => {
  const query = queryOf(words, explain);
  return query && ((on) => listAll(on, query));
};

const exportAll: Step = (words, explain) => {
  const query = queryOf(words, explain);
  return query && ((on) => writeAll(on, query));
};

/** `baton ratings list|export`: how customers said it was, newest first. */
export const ratings = stepsOnServer("ratings", { list, export: exportAll }, ["conversations:read"]);

function queryOf(words: readonly string[], explain: Explain): Query | null {
  const given = readOptions(words, filters, explain);
  if (!given) return null;
  const [extra] = given.positionals;
  if (extra !== undefined) {
    explain(`There is nothing to be said after the options, not even ${quoted(extra)}.`);
    return null;
  }
  const { agent, team, conversation, low } = given.values;
  return {
    ...(agent !== undefined && { agentId: agent }),
    ...(team !== undefined && { teamId: team }),
    ...(conversation !== undefined && { conversationId: conversation }),
    ...(low && { low: "true" }),
  };
}

async function listAll({ client, isJson }: OnServer, query: Query): Promise<0 | 1> {
  const answer = await allOf(client, { path, query, item: rating });
  if (answer.status === "refused") return refuse(answer, isJson, called);
  if (isJson) console.log(JSON.stringify(answer.value));
  else printAligned(answer.value, { rowOf, none: "No ratings." });
  return 0;
}

function rowOf({ score, ratedAt, agentId, teamId, conversationId, remark }: RatingBody): readonly string[] {
  const whose = agentId ?? (teamId === null ? "nobody" : `team ${teamId}`);
  return [`${score} of 5`, ratedAt, whose, conversationId, remark ?? ""];
}

/** As it comes, page by page: CSV, or one JSON object in a line. */
async function writeAll({ client, isJson }: OnServer, query: Query): Promise<0 | 1> {
  let header = isJson ? "" : csvLine(columns);
  for await (const page of pagesOf(client, { path, query, item: rating })) {
    if (page.status === "refused") return refuse(page, isJson, called);
    const lines = page.value.items.map((one) =>
      isJson ? `${JSON.stringify(one)}\n` : csvLine(columns.map((column) => one[column])),
    );
    process.stdout.write([header, ...lines].join(""));
    header = "";
  }
  return 0;
}
