import { describe, expect, it, test } from "vitest";
import { readSummary } from "../../../src/core/packet/summary.ts";

const known = new Set(["con_1.m1", "con_1.m2"]);

const whole = {
  headline: "Wrong invoice",
  situation: "The customer was charged twice.",
  customerGoal: "A refund",
  tried: [{ action: "The bot explained the invoice", result: "Did not help", messageIds: ["con_1.m2"] }],
  promises: [],
  sentiment: { label: "negative", messageIds: ["con_1.m1"] },
  urgency: "high",
  language: "en",
  entities: [{ name: "invoice", value: "20261121", messageIds: ["con_1.m1"] }],
  openQuestions: [{ text: "When will the money be back?", messageIds: ["con_1.m1"] }],
  suggestedNextStep: "Refund the second charge",
  suggestedReply: null,
};

describe("a model's account of a conversation", () => {
  it("is taken as it is when every claim names a message that was there", () => {
    expect(readSummary(whole, known)).toEqual({ status: "read", summary: whole, dropped: 0 });
  });

  it("loses the claims that name none, or one that was not there, and they are counted", () => {
    const claims = [
      { text: "The customer is a VIP", messageIds: [] },
      { text: "The customer was promised 1,000 EUR", messageIds: ["con_9.m1"] },
      { text: "no ids at all" },
      { text: "", messageIds: ["con_1.m1"] },
      "not even an object",
      { text: "real", messageIds: ["con_1.m1", "con_9.m9", "con_1.m1"] },
    ];
    const read = readSummary({ ...whole, promises: claims }, known);
    expect(read).toMatchObject({ status: "read", dropped: 5 });
    expect(read.status === "read" && read.summary.promises).toEqual([{ text: "real", messageIds: ["con_1.m1"] }]);
  });

  it.each([
    ["no object", "text"],
    ["a list", []],
    ["no headline", { ...whole, headline: undefined }],
    ["an empty situation", { ...whole, situation: " " }],
    ["claims that are no list", { ...whole, tried: "many" }],
  ])("is refused as a whole with %s", (_what, raw) => {
    expect(readSummary(raw, known)).toEqual({ status: "malformed" });
  });

  test("is bounded and plain, whatever the model wrote", () => {
    const read = readSummary(
      {
        ...whole,
        headline: `a\u0000b\u202Ec${"x".repeat(500)}`,
        promises: Array(500).fill({ text: "p", messageIds: ["con_1.m1"] }),
      },
      known,
    );
    if (read.status !== "read") throw new Error("malformed");
    expect(read.summary.headline).toHaveLength(120);
    expect(read.summary.headline).toMatch(/^a b c/);
    expect(read.summary.promises).toHaveLength(12);
    expect(read.dropped).toBe(488);
  });

  test("says nothing where it says something unheard of", () => {
    const read = readSummary(
      { ...whole, urgency: "RED", sentiment: { label: "evil", messageIds: ["con_1.m1"] } },
      known,
    );
    expect(read).toMatchObject({ summary: { urgency: null, sentiment: null }, dropped: 1 });
  });

  test("keeps what joins letters and faces, and no half of a character", () => {
    const read = readSummary(
      { ...whole, headline: "क्‍ष, می‌خواهم, 👩‍👩‍👧", customerGoal: `${"x".repeat(399)}👋` },
      known,
    );
    if (read.status !== "read") throw new Error("malformed");
    expect(read.summary.headline).toBe("क्‍ष, می‌خواهم, 👩‍👩‍👧");
    expect(read.summary.customerGoal).toBe("x".repeat(399));
  });
});
