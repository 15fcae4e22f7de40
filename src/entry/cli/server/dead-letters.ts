import * as z from "zod";
import { deadLetter } from "../../../protocol/operations.ts";
import { systemClock } from "../../system-clock.ts";
import { type Command, unexplained } from "../command.ts";
import { durationText } from "../options/duration-text.ts";
import { printAligned } from "../options/print-all.ts";
import { readOptions } from "../options/read-options.ts";
import { linesOf, refuse } from "../options/refused-fields.ts";
import { reportProblems } from "../options/report-problems.ts";
import { allOf } from "../reach/all-pages.ts";
import { type OnServer, type Step, stepsOnServer, wholeList } from "../reach/on-server.ts";
import type { Answer, SettingsClient } from "../reach/settings-client.ts";

type DeadLetter = z.output<typeof deadLetter>;

const base = "/api/v1/dead-letters";

const list = wholeList((on) => listAll(on));

const retry: Step = (words, explain) => {
  const given = readOptions(words, { all: { type: "boolean", default: false } }, explain);
  if (!given) return null;
  const ids = [...new Set(given.positionals)];
  if (given.values.all === ids.length > 0) {
    explain(
      given.values.all
        ? "--all is every one of them: leave the ids away."
        : "Name them by their ids: baton dead-letters retry ID…, or --all; baton dead-letters list shows the ids.",
    );
    return null;
  }
  return given.values.all ? retryAll : (on) => retryEach(on, ids);
};

const steps = stepsOnServer("dead-letters", { list, retry }, ["operations"]);

/** `baton dead-letters [list|retry]`: what was given up after all its tries (I10). Without a step: which there are. */
export const deadLetters: Command = (line) => {
  const words = line.words.length === 0 ? ["list"] : line.words;
  return steps({ ...line, words, explain: line.explain ?? unexplained });
};

function readAll(client: SettingsClient): Promise<Answer<readonly DeadLetter[]>> {
  return allOf(client, { path: base, query: {}, item: deadLetter });
}

async function listAll({ client, isJson }: OnServer): Promise<0 | 1> {
  const answer = await readAll(client);
  if (answer.status === "refused") return refuse(answer, isJson);
  const now = systemClock.now();
  if (isJson) console.log(JSON.stringify(answer.value));
  else printAligned(answer.value, { rowOf: (one) => rowOf(one, now), none: "No dead letters." });
  return 0;
}

function rowOf({ id, type, conversationId, seq, attempts, at, error }: DeadLetter, now: number): readonly string[] {
  const what = seq === null ? type : `${type} ${seq}`;
  const tries = attempts === 1 ? "1 try" : `${attempts} tries`;
  const age = `${durationText(Math.max(0, now - Date.parse(at)))} ago`;
  return [id, age, what, conversationId, tries, error];
}

async function retryAll(on: OnServer): Promise<0 | 1> {
  const answer = await readAll(on.client);
  return answer.status === "refused"
    ? refuse(answer, on.isJson)
    : retryEach(
        on,
        answer.value.map(({ id }) => id),
      );
}

interface Retried {
  readonly id: string;
  readonly status: "waits" | "refused";
  readonly problem: string | null;
}

/** Each by itself, so that one that is not there keeps no other. */
async function retryEach({ client, isJson }: OnServer, ids: readonly string[]): Promise<0 | 1> {
  const items: Retried[] = [];
  for (const id of ids) items.push(await retryOne(client, id));
  const problems = items.flatMap(({ problem }) => problem ?? []);
  if (isJson) console.log(JSON.stringify({ items }));
  else {
    for (const { id } of items.filter(({ status }) => status === "waits")) console.log(`${id}: it is tried again`);
    if (ids.length === 0) console.log("No dead letters.");
    if (problems.length > 0) reportProblems(problems, isJson);
  }
  return problems.length === 0 ? 0 : 1;
}

async function retryOne(client: SettingsClient, id: string): Promise<Retried> {
  const path = `${base}/${encodeURIComponent(id)}/retry`;
  const answer = await client.call("POST", path, { answer: z.object({ id: z.string() }) });
  if (answer.status === "answered") return { id, status: "waits", problem: null };
  return { id, status: "refused", problem: linesOf(answer).join(" ") };
}
