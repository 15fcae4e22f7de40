import { expect, test } from "vitest";
import { createSurveyLinks } from "../../../src/engine/surveys/survey-links.ts";
import type { Commit } from "../../../src/ports/store.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { notifyingBy } from "../../support/recording-notifier.ts";
import { start } from "../opened.ts";
import { asking, help, linkIn, secret, surveyOf } from "./helped.ts";

const minute = 60_000;

/** A customer may say how it was; `atRating` happens right before that is committed. */
async function asked(atRating: () => Promise<void>) {
  const real = memoryStore();
  let isFirst = true;
  const commit = async (given: Commit) => {
    if (isFirst && given.puts.some(({ kind }) => kind === "task")) {
      isFirst = false;
      await atRating();
    }
    return real.store.commit(given);
  };
  const notifying = notifyingBy([], { publicUrl: "https://help.shop.example" });
  const store = { ...real, store: { ...real.store, commit } };
  const started = start({ store, starter: asking, notifying, surveyLinks: createSurveyLinks(secret) });
  await help(started);
  await started.pass(6 * minute);
  return { started, token: await linkIn(started) };
}

test("a head who leaves while a low rating comes in is not given what follows from it", async () => {
  const leaving: (() => Promise<unknown>)[] = [];
  const { started, token } = await asked(async () => void (await leaving[0]?.()));
  leaving.push(() => started.engine.people.leave("hedy", { role: "admin", agentId: null }));
  expect((await started.engine.surveys.answer(token, { score: 1, remark: null })).status).toBe("rated");
  await started.pass(1_000);
  const { tasks } = started.engine;
  const open = await tasks.list({ status: "open" }, { limit: 9, cursor: null });
  expect(open.items).toMatchObject([{ cause: "low-rating", ownerId: null, teamId: "support" }]);
  expect(open.items[0]?.history.map(({ change }) => change)).toEqual(["created"]);
  expect((await surveyOf(started))?.rating?.score).toBe(1);
});

test("a head who changes in that moment, and stays, is given it once", async () => {
  const changing: (() => Promise<unknown>)[] = [];
  const { started, token } = await asked(async () => void (await changing[0]?.()));
  const { people, tasks } = started.engine;
  const there = { presence: "available", statusId: null, reason: null } as const;
  changing.push(() => people.setPresence("hedy", there, { role: "admin", agentId: null }));
  await started.engine.surveys.answer(token, { score: 2, remark: null });
  await started.pass(1_000);
  expect(await started.engine.agents.get("hedy")).toMatchObject({ presence: "available" });
  const theirs = await tasks.list({ ownerId: "hedy", status: "open" }, { limit: 9, cursor: null });
  expect(theirs.items).toMatchObject([{ cause: "low-rating" }]);
});
