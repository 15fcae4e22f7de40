import { describe, expect, test } from "vitest";
import { heard } from "./heard.ts";

describe("what is wanted in place of what was said before", () => {
  test.each([
    "nvm just give me an agent",
    "no, human",
    "non, avec un conseiller",
    "i want the order reopened and a human to look at it",
    "Ich hätte gern die Beraterin gesprochen",
    "Ich moechte zurueckgerufen werden",
  ])("%s", (text) => {
    expect(heard(text)).toBe("request");
  });
});

describe("the language that knows all words is right about them", () => {
  test.each([
    "i need a supervisor licence key",
    "no agent please",
    "mon chat a mangé le câble",
    "gracias al asesor",
    "thanks to the agent",
    "Mann, Mensch, Leute, das nervt",
    "I need to speak to someone at home first",
  ])("%s", (text) => {
    expect(heard(text)).not.toBe("request");
  });
});

test("an announcement of one's own talk is no request yet", () => {
  expect(heard("I'll speak to the manager tomorrow myself")).not.toBe("request");
});
