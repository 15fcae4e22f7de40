import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createSqliteStore } from "../../../adapters/stores/sqlite/index.ts";
import { openNodeDatabase } from "../../../adapters/stores/sqlite/node.ts";
import type { Survey } from "../../../src/core/surveys/survey.ts";
import { ratingEntries } from "../../../src/core/surveys/survey-entries.ts";
import { emptyCommit } from "../../../src/engine/empty-commit.ts";
import { surveyKey } from "../../../src/engine/surveys/documents.ts";
import { type ServedBaton, startServedBaton } from "./served-baton.ts";

let baton: ServedBaton;
let dataDir: string;
const noon = Date.parse("2026-11-21T12:00:00.000Z");

function survey(number: number, agentId: string, rating: Pick<NonNullable<Survey["rating"]>, "score" | "remark">) {
  const at = noon + number * 1_000;
  return {
    ...{ schemaVersion: 1, id: `con_${number}.s1`, conversationId: `con_${number}`, customerId: `cus_${number}` },
    ...{ engagement: 1, isTest: false, channelId: "main.api", agentId, teamId: null, handoffId: null, locale: null },
    ...{ askedAt: noon, openUntil: noon + 86_400_000, rating: { ...rating, at, changedAt: at } },
  } satisfies Survey;
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "baton-ratings-"));
  const open = createSqliteStore(openNodeDatabase(join(dataDir, "main.db")));
  const surveys = [
    survey(1, "kim", { score: 5, remark: "=2+2" }),
    survey(2, "lee", { score: 1, remark: "Slow.\nVery \u001b[31mslow." }),
    survey(3, "kim", { score: 4, remark: null }),
  ];
  await open.store.commit({
    ...emptyCommit(noon),
    puts: surveys.map((body) => ({ ...surveyKey(body.id), body })),
    index: surveys.flatMap((body) =>
      ratingEntries(body).map((entry) => ({
        ...{ change: "put" as const, ...surveyKey(body.id), previousKey: null },
        ...entry,
      })),
    ),
  });
  await open.close();
  baton = await startServedBaton({ dataDir });
});
afterAll(async () => {
  await baton.server.stop();
  await rm(dataDir, { recursive: true });
});

it("lists what came back, newest first, each in one line that cannot command a terminal", async () => {
  const { status, stdout } = await baton.run("ratings", "list");
  expect([status, stdout.trimEnd().split("\n")]).toEqual([
    0,
    [
      "4 of 5  2026-11-21T12:00:03.000Z  kim  con_3",
      "1 of 5  2026-11-21T12:00:02.000Z  lee  con_2  Slow. Very  [31mslow.",
      "5 of 5  2026-11-21T12:00:01.000Z  kim  con_1  =2+2",
    ],
  ]);
  expect(await baton.json("ratings", "list", "--low")).toMatchObject([{ score: 1, agentId: "lee" }]);
  expect(await baton.json("ratings", "list", "--agent", "kim")).toMatchObject([{ score: 4 }, { score: 5 }]);
});

it("exports them for a spreadsheet, where nothing is a formula, and line by line for a machine", async () => {
  const { stdout } = await baton.run("ratings", "export", "--conversation", "con_1");
  const [names, row] = stdout.split("\r\n");
  expect(names).toMatch(/^id,score,remark,ratedAt,/);
  expect(row).toMatch(/^con_1\.s1,5,'=2\+2,2026-11-21T12:00:01\.000Z,/);
  const lines = (await baton.run("ratings", "export", "--json")).stdout.trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line).score)).toEqual([4, 1, 5]);
});
