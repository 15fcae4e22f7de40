import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rate } from "../../../src/core/surveys/rate.ts";
import { pressedScore, ratingChoices, writtenScore } from "../../../src/core/surveys/read-score.ts";
import { type Score, type Survey, scores } from "../../../src/core/surveys/survey.ts";
import { surveyLanguages, surveyWords } from "../../../src/core/surveys/survey-words.ts";

const survey: Survey = {
  ...{ schemaVersion: 1, id: "con_1.s1", conversationId: "con_1", customerId: "cus_1", engagement: 1, isTest: false },
  ...{ channelId: "main.test", agentId: "kim", teamId: "support", handoffId: null, locale: "de" },
  ...{ askedAt: 0, openUntil: 1_000, rating: null },
};

describe("what counts as a rating", () => {
  const ratings: Readonly<Record<string, Score>> = {
    ...{ "5": 5, "  3 ": 3, "1!": 1, "4/5": 4, "2 / 5": 2, "5️⃣": 5, "⭐⭐⭐⭐": 4, "٣": 3, "५": 5 },
  };
  test.each(Object.entries(ratings))("%s", (text, score) => {
    expect(writtenScore(text)).toBe(score);
  });

  test.each(["0", "6", "55", "3/4", "5 parcels", "no", "", "⭐⭐⭐⭐⭐⭐", "-1", "five"])("not %s", (text) => {
    expect(writtenScore(text)).toBeNull();
  });

  test("is every button that we send, and none of the others", () => {
    for (const locale of surveyLanguages) {
      const choices = ratingChoices(locale);
      expect(choices.map(({ id }) => pressedScore({ type: "choice", choice: id, text: "" }))).toEqual([...scores]);
      for (const { label } of choices) expect(label.length).toBeLessThanOrEqual(20);
    }
    expect(pressedScore({ type: "choice", choice: "wait-here", text: "5" })).toBeNull();
    expect(pressedScore({ type: "text", text: "5" })).toBeNull();
  });
});

test("the survey speaks ten languages, each in full, and Arabic from right to left", () => {
  expect([...surveyLanguages].sort()).toEqual(["ar", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "tr"]);
  const english = Object.entries(surveyWords("en"));
  for (const language of surveyLanguages.filter((other) => other !== "en")) {
    const words = Object.entries(surveyWords(language));
    expect(words.map(([name]) => name)).toEqual(english.map(([name]) => name));
    const same = words.filter(([name, text]) => english.some(([other, said]) => other === name && said === text));
    expect(same.map(([name]) => name).filter((name) => name !== "direction")).toEqual([]);
  }
  expect(surveyWords("ar-EG").direction).toBe("rtl");
  expect(surveyWords("xx").language).toBe("en");
});

test("whatever is answered in whatever order: it changes while it is open, and never after a remark or the end", () => {
  const answers = fc.tuple(
    fc.record({ score: fc.constantFrom(...scores), remark: fc.option(fc.constantFrom("good", "bad"), { freq: 4 }) }),
    fc.integer({ min: 0, max: 200 }),
  );
  fc.assert(
    fc.property(fc.array(answers, { maxLength: 20 }), (given) => {
      let current = survey;
      let at = 0;
      let warnings = 0;
      for (const [answer, ms] of given) {
        at += ms;
        const before = current.rating;
        const rated = rate(current, answer, at);
        const isFinal = at >= survey.openUntil || (before !== null && before.remark !== null);
        if (rated.status === "rated") {
          expect(isFinal).toBe(false);
          expect(rated.survey.rating).toMatchObject({ ...answer, at: before?.at ?? at, changedAt: at });
          if (rated.becameLow) warnings += 1;
          current = rated.survey;
        } else if (rated.status === "unchanged") {
          expect(before?.score).toBe(answer.score);
        } else expect(isFinal).toBe(true);
        expect(rate(current, answer, at).status).not.toBe("rated");
      }
      if (current.rating && current.rating.score <= 2) expect(warnings).toBeGreaterThan(0);
    }),
  );
});
