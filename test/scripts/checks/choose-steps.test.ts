import { describe, expect, it } from "vitest";
import { chooseSteps } from "../../../scripts/checks/choose-steps.ts";
import { steps } from "../../../scripts/checks/steps.ts";

const files = [
  "test/core/hours.test.ts",
  "test/http/webhook.test.ts",
  "test/workerd/store.test.ts",
  "test/e2e/console.test.ts",
];
const choose = (...words: readonly string[]) => {
  const choice = chooseSteps(words, steps, files);
  return choice.status === "chosen"
    ? { steps: choice.steps.map((step) => step.name), patterns: choice.patterns }
    : choice.detail;
};

describe("the words after `npm test --`", () => {
  it("are none: everything runs", () => {
    expect(choose()).toEqual({ steps: steps.map((step) => step.name), patterns: [] });
  });

  it("name steps, which keep their order", () => {
    expect(choose("unit", "types")).toEqual({ steps: ["types", "unit"], patterns: [] });
  });

  it("name files, which choose their steps", () => {
    expect(choose("hours")).toEqual({ steps: ["unit"], patterns: ["hours"] });
    expect(choose("store", "console")).toEqual({ steps: ["workerd", "e2e"], patterns: ["store", "console"] });
  });

  it("name steps and files", () => {
    expect(choose("types", "unit", "webhook")).toEqual({ steps: ["types", "unit"], patterns: ["webhook"] });
  });

  it.each([[["uint"]], [["unit", "hous"]], [["unit", "console"]]])("are refused when one fits nothing: %j", (words) => {
    expect(choose(...words)).toContain("is neither a step");
  });
});
