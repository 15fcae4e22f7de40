import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import * as z from "zod";
import { type CaseHandoffBody, caseHandoff, caseItem } from "../../protocol/case-handoffs.ts";
import { readChoices } from "./case-choices.ts";
import { printPlan, printProgress } from "./case-table.ts";
import type { Command } from "./command.ts";
import { reachServer } from "./reach-server.ts";
import { reportProblems } from "./report-problems.ts";
import type { Answer, SettingsClient } from "./settings-client.ts";

interface Asked {
  readonly client: SettingsClient;
  readonly words: readonly string[];
  readonly isJson: boolean;
}

type Step = (asked: Asked) => Promise<0 | 1 | "misunderstood">;

/** Moving what one person is responsible for, from a terminal: the same steps as in the API, the same answers. */
export const handoffCases: Command = async ({ words: [name, ...words], environment, isJson }) => {
  const step = steps.get(name ?? "");
  if (!step) return "misunderstood";
  const server = await reachServer(environment);
  if (server.status === "unreachable") {
    reportProblems(server.problems, isJson);
    return 1;
  }
  const { client, close } = server.reached;
  try {
    return await step({ client, words, isJson });
  } finally {
    await close();
  }
};

const base = "/api/v1/case-handoffs";

const steps: ReadonlyMap<string, Step> = new Map<string, Step>([
  ["plan", plan],
  ["start", start],
  ["status", status],
  ["stop", (asked) => act(asked, "stop", {})],
  ["continue", (asked) => act(asked, "continue", {})],
  ["undo", undo],
]);

/** Drafted and verified in one go; what cannot be verified leaves no draft behind. */
async function plan({ client, words, isJson }: Asked): Promise<0 | 1 | "misunderstood"> {
  const body = readChoices(words);
  if (!body) return "misunderstood";
  const drafted = await client.call("POST", base, { body, answer: caseHandoff });
  if (drafted.status === "refused") return refuse(drafted, isJson);
  const { id } = drafted.value;
  const verified = await client.call("POST", `${base}/${id}/verify`, { answer: caseHandoff });
  if (verified.status === "refused") {
    await client.call("DELETE", `${base}/${id}`, { answer: z.unknown() });
    return refuse(verified, isJson);
  }
  console.log(isJson ? JSON.stringify(verified.value) : printPlan(verified.value));
  return 0;
}

async function start(asked: Asked): Promise<0 | 1 | "misunderstood"> {
  const parsed = parse(asked.words, { hash: { type: "string" }, wait: { type: "boolean", default: false } });
  const hash = parsed?.values.hash;
  if (!parsed || typeof hash !== "string") return "misunderstood";
  const { client, isJson } = asked;
  const started = await client.call("POST", `${base}/${parsed.id}/start`, { body: { hash }, answer: caseHandoff });
  if (started.status === "refused") return refuse(started, isJson);
  if (parsed.values.wait === true) return untilEnded(asked, started.value);
  return show(asked, started.value);
}

async function undo(asked: Asked): Promise<0 | 1 | "misunderstood"> {
  const parsed = parse(asked.words, { force: { type: "boolean", default: false } });
  if (!parsed) return "misunderstood";
  return act({ ...asked, words: [parsed.id] }, "undo", { force: parsed.values.force === true });
}

async function act(asked: Asked, action: string, body: object): Promise<0 | 1 | "misunderstood"> {
  const parsed = parse(asked.words, {});
  if (!parsed) return "misunderstood";
  const done = await asked.client.call("POST", `${base}/${parsed.id}/${action}`, { body, answer: caseHandoff });
  return done.status === "refused" ? refuse(done, asked.isJson) : show(asked, done.value);
}

async function status(asked: Asked): Promise<0 | 1 | "misunderstood"> {
  const parsed = parse(asked.words, {});
  if (!parsed) return "misunderstood";
  const read = await asked.client.call("GET", `${base}/${parsed.id}`, { answer: caseHandoff });
  return read.status === "refused" ? refuse(read, asked.isJson) : show(asked, read.value);
}

const lookEveryMs = 500;
const running: ReadonlySet<CaseHandoffBody["status"]> = new Set(["running", "undoing"]);

async function untilEnded(asked: Asked, started: CaseHandoffBody): Promise<0 | 1> {
  let last = started;
  while (running.has(last.status)) {
    if (!asked.isJson) console.error(`${last.counts.moved} moved, ${last.counts.pending} to go`);
    await sleep(lookEveryMs);
    const read = await asked.client.call("GET", `${base}/${last.id}`, { answer: caseHandoff });
    if (read.status === "refused") return refuse(read, asked.isJson);
    last = read.value;
  }
  return show(asked, last);
}

const shownOfEach = 20;

/** With what did not go as planned, by name. 1: something needs a look. */
async function show({ client, isJson }: Asked, handoff: CaseHandoffBody): Promise<0 | 1> {
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

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>["options"]>;

function parse(words: readonly string[], options: Options) {
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options });
    const [id, ...others] = positionals;
    return id === undefined || others.length > 0 ? null : { id, values };
  } catch {
    return null;
  }
}

function refuse({ problems }: Extract<Answer<unknown>, { status: "refused" }>, isJson: boolean): 1 {
  reportProblems(
    problems.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`)),
    isJson,
  );
  return 1;
}
