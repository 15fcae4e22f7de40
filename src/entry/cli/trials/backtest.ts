import { setTimeout as sleep } from "node:timers/promises";
import { type BacktestBody, backtest as backtestBody, mostConversations } from "../../../protocol/backtests.ts";
import { type Command, type Explain, unexplained } from "../command.ts";
import { quoted, readOptions } from "../options/read-options.ts";
import { reportProblems } from "../options/report-problems.ts";
import { inTurn } from "../reach/in-turn.ts";
import { reachServer } from "../reach/reach-server.ts";
import type { Answer, SettingsClient } from "../reach/settings-client.ts";
import { noInstant } from "../reports/report-options.ts";
import { discardDraft } from "../settings/settings-upload.ts";
import { draftOfFolder } from "./backtest-draft.ts";
import { printBacktest } from "./backtest-table.ts";

interface Wanted {
  readonly since?: string;
  readonly until?: string;
  readonly limit: number;
  readonly channels?: readonly string[];
}

/** What a draft, or a folder of settings, would have meant for the conversations there have been. */
export const backtest: Command = async ({ words, environment, isJson, explain = unexplained }) => {
  const parsed = parse(words, explain);
  if (!parsed) return "misunderstood";
  const server = await reachServer(environment);
  if (server.status === "unreachable") return fail(server.problems, isJson);
  const { client, close } = server.reached;
  try {
    if ("draftId" in parsed.of) return await test(client, parsed.of.draftId, parsed.wanted, isJson);
    const drafted = await draftOfFolder(client, parsed.of.folder);
    if (drafted.status === "refused") return fail(drafted.problems, isJson);
    try {
      return await test(client, drafted.draftId, parsed.wanted, isJson);
    } finally {
      // It was only there to be tested.
      await discardDraft(client, drafted.draftId);
    }
  } finally {
    await close();
  }
};

async function test(client: SettingsClient, draftId: string, wanted: Wanted, isJson: boolean): Promise<0 | 1> {
  const body = { draftId, ...wanted };
  const started = await inTurn(() => client.call("POST", "/backtests", { body, answer: backtestBody }));
  const answer = await untilEnded(client, started, isJson);
  if (answer.status === "refused") {
    return fail(
      answer.problems.map(({ path, message }) => (path === "" ? message : `${path} ${message}`)),
      isJson,
    );
  }
  const tested = answer.value;
  if (tested.status !== "ended")
    return fail([`The backtest ${tested.id} is ${tested.status}. Start another one.`], isJson);
  console.log(isJson ? JSON.stringify(tested) : printBacktest(tested));
  return 0;
}

const lookEveryMs = 500;

async function untilEnded(client: SettingsClient, first: Answer<BacktestBody>, isJson: boolean) {
  let last = first;
  while (last.status === "answered" && last.value.status === "running") {
    const { id, conversations } = last.value;
    if (!isJson) console.error(`${conversations} conversations so far`);
    await sleep(lookEveryMs);
    last = await client.call("GET", `/backtests/${id}`, { answer: backtestBody });
  }
  return last;
}

const options = {
  draft: { type: "string" },
  since: { type: "string" },
  until: { type: "string" },
  limit: { type: "string", default: String(mostConversations) },
  channel: { type: "string", multiple: true },
} as const;

function parse(words: readonly string[], explain: Explain): { readonly of: Of; readonly wanted: Wanted } | null {
  const read = readOptions(words, options, explain);
  if (!read) return null;
  const { values, positionals } = read;
  const of = ofWhat(values.draft, positionals, explain);
  const [since, until] = [instantOf("since", values.since, explain), instantOf("until", values.until, explain)];
  const limit = limitOf(values.limit, explain);
  if (!of || since === null || until === null || limit === null) return null;
  const { channel: channels } = values;
  return { of, wanted: { limit, ...(since && { since }), ...(until && { until }), ...(channels && { channels }) } };
}

type Of = { readonly draftId: string } | { readonly folder: string };

function ofWhat(draftId: string | undefined, folders: readonly string[], explain: Explain): Of | null {
  const [folder, second] = folders;
  if (draftId !== undefined && folder === undefined) return { draftId };
  if (draftId === undefined && folder !== undefined && second === undefined) return { folder };
  if (folder !== undefined)
    explain(`One thing at a time: ${[...(draftId === undefined ? [] : ["--draft"]), ...folders].join(", ")}.`);
  return null;
}

function limitOf(written: string, explain: Explain): number | null {
  const limit = /^\d{1,5}$/.test(written) ? Number(written) : 0;
  if (limit >= 1 && limit <= mostConversations) return limit;
  explain(`--limit must be a whole number from 1 to ${mostConversations}, not ${quoted(written)}.`);
  return null;
}

/** `2026-11-01` or a whole time; `null`: neither. */
function instantOf(option: string, written: string | undefined, explain: Explain): string | undefined | null {
  if (written === undefined) return undefined;
  const at = Date.parse(written);
  if (!Number.isNaN(at) && /^\d{4}-\d{2}-\d{2}/.test(written)) return new Date(at).toISOString();
  explain(noInstant(`--${option}`, written));
  return null;
}

function fail(problems: readonly string[], isJson: boolean): 1 {
  reportProblems(problems, isJson);
  return 1;
}
