import { setTimeout as sleep } from "node:timers/promises";
import type { ParseArgsConfig } from "node:util";
import * as z from "zod";
import { type CaseHandoffBody, caseHandoff, caseItem } from "../../../protocol/case-handoffs.ts";
import { type Command, type Explain, unexplained } from "../command.ts";
import { isOneOf, readOptions } from "../options/read-options.ts";
import { refuse } from "../options/refused-fields.ts";
import { reportProblems } from "../options/report-problems.ts";
import { reachServer } from "../reach/reach-server.ts";
import type { SettingsClient } from "../reach/settings-client.ts";
import { choiceNames, readChoices } from "./case-choices.ts";
import { printPlan, printProgress } from "./case-table.ts";

interface On {
  readonly client: SettingsClient;
  readonly isJson: boolean;
}

/** What was understood. */
type Work = (on: On) => Promise<0 | 1>;
/** `null`: not understood, and it was explained why. */
type Step = (words: readonly string[], explain: Explain) => Work | null;

const base = "/api/v1/case-handoffs";
const names = ["plan", "start", "status", "stop", "continue", "undo"] as const;
const needs = ["agents:write"] as const;

/** Moving what one person is responsible for, from a terminal: the same steps as in the API, the same answers. */
export const handoffCases: Command = async ({
  words: [name, ...words],
  environment,
  isJson,
  explain = unexplained,
}) => {
  if (name === undefined) explain(`Say what to do: baton handoff-cases ${names.join("|")}.`);
  if (name === undefined || !isOneOf(name, { option: "baton handoff-cases", known: names }, explain)) {
    return "misunderstood";
  }
  const work = steps[name](words, explain);
  if (!work) return "misunderstood";
  const server = await reachServer(environment, { needs });
  if (server.status === "unreachable") {
    reportProblems(server.problems, isJson);
    return 1;
  }
  const { client, close } = server.reached;
  try {
    return await work({ client, isJson });
  } finally {
    await close();
  }
};

const steps: Readonly<Record<(typeof names)[number], Step>> = {
  plan(words, explain) {
    const body = readChoices(words, explain);
    return body && ((on) => plan(on, body));
  },
  start(words, explain) {
    const parsed = parse(words, { hash: { type: "string" }, wait: { type: "boolean", default: false } }, explain);
    if (!parsed) return null;
    const { hash, wait } = parsed.values;
    if (typeof hash === "string") return (on) => start(on, parsed.id, { hash, isWaiting: wait === true });
    explain("--hash must be the one of the plan: exactly what was seen is started.");
    return null;
  },
  status: (words, explain) => ofOne(words, explain, (id) => ({ method: "GET", path: `${base}/${id}` })),
  stop: (words, explain) => ofOne(words, explain, (id) => ({ method: "POST", path: `${base}/${id}/stop`, body: {} })),
  continue: (words, explain) =>
    ofOne(words, explain, (id) => ({ method: "POST", path: `${base}/${id}/continue`, body: {} })),
  undo(words, explain) {
    const parsed = parse(words, { force: { type: "boolean", default: false } }, explain);
    if (!parsed) return null;
    const body = { force: parsed.values.force === true };
    return (on) => act(on, { method: "POST", path: `${base}/${parsed.id}/undo`, body });
  },
};

/** Drafted and verified in one go; what cannot be verified leaves no draft behind. */
async function plan({ client, isJson }: On, body: NonNullable<ReturnType<typeof readChoices>>): Promise<0 | 1> {
  const drafted = await client.call("POST", base, { body, answer: caseHandoff });
  if (drafted.status === "refused") return refuse(drafted, isJson, choiceNames);
  const { id } = drafted.value;
  const verified = await client.call("POST", `${base}/${id}/verify`, { answer: caseHandoff });
  if (verified.status === "refused") {
    await client.call("DELETE", `${base}/${id}`, { answer: z.unknown() });
    return refuse(verified, isJson, choiceNames);
  }
  console.log(isJson ? JSON.stringify(verified.value) : printPlan(verified.value));
  return 0;
}

async function start(
  on: On,
  id: string,
  { hash, isWaiting }: { readonly hash: string; readonly isWaiting: boolean },
): Promise<0 | 1> {
  const { client, isJson } = on;
  const started = await client.call("POST", `${base}/${id}/start`, { body: { hash }, answer: caseHandoff });
  if (started.status === "refused") return refuse(started, isJson, { hash: "--hash" });
  return isWaiting ? untilEnded(on, started.value) : show(on, started.value);
}

interface Act {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
}

async function act(on: On, { method, path, body }: Act): Promise<0 | 1> {
  const done = await on.client.call(method, path, { ...(body && { body }), answer: caseHandoff });
  return done.status === "refused" ? refuse(done, on.isJson) : show(on, done.value);
}

function ofOne(words: readonly string[], explain: Explain, actOn: (id: string) => Act): Work | null {
  const parsed = parse(words, {}, explain);
  return parsed && ((on) => act(on, actOn(parsed.id)));
}

const lookEveryMs = 500;
const running: ReadonlySet<CaseHandoffBody["status"]> = new Set(["running", "undoing"]);

async function untilEnded(on: On, started: CaseHandoffBody): Promise<0 | 1> {
  let last = started;
  while (running.has(last.status)) {
    if (!on.isJson) console.error(`${last.counts.moved} moved, ${last.counts.pending} to go`);
    await sleep(lookEveryMs);
    const read = await on.client.call("GET", `${base}/${last.id}`, { answer: caseHandoff });
    if (read.status === "refused") return refuse(read, on.isJson);
    last = read.value;
  }
  return show(on, last);
}

const shownOfEach = 20;

/** With what did not go as planned, by name. 1: something needs a look. */
async function show({ client, isJson }: On, handoff: CaseHandoffBody): Promise<0 | 1> {
  const isFine = handoff.status !== "completed-with-errors";
  if (isJson) {
    console.log(JSON.stringify(handoff));
    return isFine ? 0 : 1;
  }
  const page = z.object({ items: z.array(caseItem) });
  const asked = (["skipped-changed", "failed", "left-alone"] as const)
    .filter((each) => handoff.counts[each] > 0)
    .map((each) => `${base}/${handoff.id}/items?status=${each}&limit=${shownOfEach}`);
  const pages = await Promise.all(asked.map((path) => client.call("GET", path, { answer: page })));
  const items = pages.flatMap((answer) => (answer.status === "answered" ? answer.value.items : []));
  console.log(printProgress(handoff, items));
  return isFine ? 0 : 1;
}

type Options = NonNullable<ParseArgsConfig["options"]>;

function parse(words: readonly string[], options: Options, explain: Explain) {
  const read = readOptions(words, options, explain);
  if (!read) return null;
  const [id, ...others] = read.positionals;
  if (id !== undefined && others.length === 0) return { id: encodeURIComponent(id), values: read.values };
  explain(
    id === undefined ? "Name a case handoff by its id." : `One case handoff at a time: ${id}, and then ${others[0]}.`,
  );
  return null;
}
