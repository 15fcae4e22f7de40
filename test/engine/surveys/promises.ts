import { describe, expect } from "vitest";
import { textOf } from "../../../src/core/conversation/message.ts";
import { createSurveyLinks } from "../../../src/engine/surveys/survey-links.ts";
import { startTestEngine, type TestEngine } from "../../support/engine.ts";
import { notifyingBy } from "../../support/recording-notifier.ts";
import { type InWorkspace, testIn } from "../../support/workspace.ts";
import { only } from "../opened.ts";
import { asking, help, linkIn, secret, surveyOf } from "./helped.ts";

const minute = 60_000;

/** What a customer's rating may be relied on for, on every store. */
export function surveyPromises(name: string, inWorkspace: InWorkspace): void {
  describe(`a rating by the link that was sent, on ${name}`, () => {
    let started: TestEngine;
    let other: TestEngine;
    const test = testIn(inWorkspace, {
      async begin(first, second) {
        const notifying = notifyingBy([], { publicUrl: "https://help.shop.example" });
        const both = { starter: asking, notifying, surveyLinks: createSurveyLinks(secret) };
        started = startTestEngine({ ...both, store: first });
        other = startTestEngine({ ...both, store: second, clock: started.clock, processName: "b" });
        await help(started);
      },
      async end() {
        await other.close();
        await started.close();
      },
    });

    test("the same number again changes nothing, and a remark makes it final", async () => {
      await started.pass(6 * minute);
      const token = await linkIn(started);
      const { surveys } = started.engine;
      expect((await surveys.answer(token, { score: 4, remark: null })).status).toBe("rated");
      expect((await surveys.answer(token, { score: 4, remark: null })).status).toBe("unchanged");
      expect((await surveys.answer(token, { score: 5, remark: "Kim was kind." })).status).toBe("rated");
      expect(await surveys.answer(token, { score: 1, remark: null })).toMatchObject({ code: "survey-locked" });
      expect((await surveyOf(started))?.rating).toMatchObject({ score: 5, remark: "Kim was kind." });
    });

    test("is the customer's alone to give: whoever reads the conversation has no link", async () => {
      await started.pass(6 * minute);
      const token = await linkIn(started);
      const { id } = await only(started);
      const { items } = await started.engine.conversations.messages(id, { limit: 50, afterSeq: 0 });
      const asked = textOf(items.at(-1)?.content ?? { type: "text", text: "" }) ?? "";
      const read = /https:\/\/help\.shop\.example\/s\/(\S+)$/.exec(asked)?.[1] ?? "";
      expect(read).toHaveLength(token.length);
      expect(await started.engine.surveys.open(read)).toBeNull();
      expect((await started.engine.surveys.answer(read, { score: 5, remark: "Kim is great." })).status).toBe("missing");
      expect(await started.engine.surveys.open(token)).toMatchObject({ isOpen: true });
    });

    test("of two at the same moment at two processes is one rating, and so is what follows from it", async () => {
      await started.pass(6 * minute);
      const token = await linkIn(started);
      const both = await Promise.all([
        started.engine.surveys.answer(token, { score: 1, remark: null }),
        other.engine.surveys.answer(token, { score: 2, remark: "Nobody listened." }),
      ]);
      expect(both.map(({ status }) => status)).toContain("rated");
      expect((await surveyOf(started))?.rating).toMatchObject({ score: 2, remark: "Nobody listened." });
      await other.pass(1_000);
      const list = await other.engine.tasks.list({ ownerId: "hedy", status: "open" }, { limit: 5, cursor: null });
      expect(list.items).toMatchObject([{ cause: "low-rating" }]);
      const found = await other.engine.surveys.list({ agentId: "kim" }, { limit: 5, cursor: null });
      expect(found.items).toHaveLength(1);
    });

    test("of 1 or 2 is the head's to look into, once", async () => {
      await started.pass(6 * minute);
      const token = await linkIn(started);
      await started.engine.surveys.answer(token, { score: 2, remark: null });
      await started.engine.surveys.answer(token, { score: 4, remark: null });
      await started.engine.surveys.answer(token, { score: 1, remark: "Nobody listened." });
      await started.pass(1_000);
      const list = await started.engine.tasks.list({ ownerId: "hedy", status: "open" }, { limit: 5, cursor: null });
      expect(list.items.map(({ kind, cause }) => [kind, cause])).toEqual([["low-rating", "low-rating"]]);
      const page = await started.engine.notifications.inbox.list("hedy", { limit: 9, cursor: null, onlyUnread: false });
      expect(page.items.map(({ told }) => told.kind)).toContain("task-assigned");
    });

    test("through an address that somebody made up is taken by nobody", async () => {
      await started.pass(6 * minute);
      const token = await linkIn(started);
      const [id = "", mac = ""] = token.split(".");
      const others = btoa("con_other.s1").replaceAll("=", "");
      const forged = [`${id}.`, id, `${others}.${mac}`, `${id}.${mac.slice(0, -2)}AA`, `${token}.x`, "", "%"];
      for (const made of forged) expect(await started.engine.surveys.open(made)).toBeNull();
      const elsewhere = createSurveyLinks("another secret, which is long enough");
      expect(await started.engine.surveys.open(await elsewhere.tokenOf(`${(await only(started)).id}.s1`))).toBeNull();
    });

    test("goes with the customer when they are erased, remark and all", async () => {
      await started.pass(6 * minute);
      const token = await linkIn(started);
      await started.engine.surveys.answer(token, { score: 1, remark: "My name is Ada." });
      const { id, customerId } = await only(started);
      await started.engine.erase(customerId);
      expect(await started.engine.surveys.get(`${id}.s1`)).toBeNull();
      expect((await started.engine.surveys.list({}, { limit: 5, cursor: null })).items).toEqual([]);
      expect((await started.engine.tasks.list({ status: "open" }, { limit: 5, cursor: null })).items).toEqual([]);
      expect(await started.engine.surveys.open(token)).toBeNull();
    });
  });
}
