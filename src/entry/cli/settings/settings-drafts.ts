import type * as z from "zod";
import { pageOf } from "../../../protocol/fields.ts";
import { settingsDraft } from "../../../protocol/settings-api.ts";
import type { CommandLine, Explain } from "../command.ts";
import { printAll } from "../options/print-all.ts";
import { readOptions } from "../options/read-options.ts";
import { reportProblems } from "../options/report-problems.ts";
import { readAuthorNames } from "../reach/author-names.ts";
import { reachServer } from "../reach/reach-server.ts";
import type { Answer, SettingsClient } from "../reach/settings-client.ts";
import { describeDraft } from "./draft-text.ts";
import { discardDraft } from "./settings-upload.ts";

type Draft = z.output<typeof settingsDraft>;
type DraftsCommand = (line: CommandLine & { readonly explain: Explain }) => Promise<0 | 1 | "misunderstood">;

/** `baton settings drafts`: what somebody has begun, pushed files among it, and not published. */
export const listDrafts: DraftsCommand = async ({ words, environment, isJson, explain }) => {
  const given = readOptions(words, {}, explain);
  if (!given || given.positionals.length > 0) return "misunderstood";
  return withServer({ environment, isJson }, async (client) => {
    const found = await allDrafts(client);
    if (found.status === "refused") return fail(messagesOf(found), isJson);
    if (isJson) console.log(JSON.stringify(found.value));
    else {
      const nameAuthor = await readAuthorNames(
        client,
        found.value.flatMap(({ author, schedule }) => [author, schedule?.by ?? []].flat()),
      );
      printAll(found.value, { lineOf: (draft) => describeDraft(draft, nameAuthor), none: "No drafts." });
    }
    return 0;
  });
};

/** `baton settings discard ID…`: each by itself, so that one that is gone already keeps no other. */
export const discardDrafts: DraftsCommand = async ({ words, environment, isJson, explain }) => {
  const given = readOptions(words, {}, explain);
  if (!given) return "misunderstood";
  const ids = given.positionals;
  if (ids.length === 0) {
    explain("Name the drafts to throw away: baton settings discard ID…; baton settings drafts lists them.");
    return "misunderstood";
  }
  return withServer({ environment, isJson }, async (client) => {
    const results = [];
    for (const id of ids) {
      const answer = await discardDraft(client, encodeURIComponent(id));
      results.push({ id, problem: answer.status === "refused" ? messagesOf(answer).join(" ") : null });
    }
    if (isJson) console.log(JSON.stringify(results.map(resultOf)));
    else
      for (const { id, problem } of results)
        console.log(problem === null ? `${id} is discarded.` : `${id}: ${problem}`);
    return results.every(({ problem }) => problem === null) ? 0 : 1;
  });
};

function resultOf({ id, problem }: { readonly id: string; readonly problem: string | null }) {
  return problem === null ? { id, status: "discarded" } : { id, status: "refused", problem };
}

async function withServer(
  { environment, isJson }: Pick<CommandLine, "environment" | "isJson">,
  work: (client: SettingsClient) => Promise<0 | 1>,
): Promise<0 | 1> {
  const server = await reachServer(environment, { isStill: true });
  if (server.status === "unreachable") return fail(server.problems, isJson);
  const { client, close } = server.reached;
  try {
    return await work(client);
  } finally {
    await close();
  }
}

async function allDrafts(client: SettingsClient): Promise<Answer<readonly Draft[]>> {
  const drafts: Draft[] = [];
  for (let cursor: string | null = null; ; ) {
    const query: string = cursor === null ? "" : `?cursor=${encodeURIComponent(cursor)}`;
    const page = await client.call("GET", `/drafts${query}`, { answer: pageOf(settingsDraft) });
    if (page.status === "refused") return page;
    drafts.push(...page.value.items);
    cursor = page.value.next;
    if (cursor === null) return { status: "answered", value: drafts };
  }
}

function messagesOf({ problems }: Extract<Answer<never>, { status: "refused" }>): readonly string[] {
  return problems.map(({ path, message }) => (path === "" ? message : `${path} ${message}`));
}

function fail(problems: readonly string[], isJson: boolean): 1 {
  reportProblems(problems, isJson);
  return 1;
}
