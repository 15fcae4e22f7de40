import { describe, expect, test } from "vitest";
import { isCourtesy } from "../../src/core/detection/courtesy.ts";
import { read } from "../../src/core/detection/reading.ts";
import { findExplicitRequest } from "../../src/core/detection/signals/explicit-request.ts";
import { searchWords } from "../../src/core/search/words.ts";
import { cpuTimeMs } from "./detection/cpu-time.ts";

describe("asking for a person", () => {
  test.each([
    "I want to talk to a human",
    "can i   SPEAK to a real person, please?",
    "agent please",
    "Ich möchte mit einem Menschen sprechen",
    "quiero hablar con una persona",
    "Je voudrais parler à un conseiller",
    "quero falar com um atendente",
    "Vorrei parlare con un operatore",
    "Ik wil graag een medewerker spreken",
    "chcę porozmawiać z konsultantem",
    "temsilciyle konuşmak istiyorum",
    "хочу поговорить с человеком",
    "أريد التحدث مع شخص",
    "请转人工",
    "オペレーターと話したい",
  ])("is heard in: %s", (text) => {
    expect(findExplicitRequest(read(text), { departmentsCount: true })).not.toBeNull();
  });

  test.each([
    "I don't want to talk to a human",
    "where is my order?",
    "how do humans return things",
    "Ich will nicht mit einem Menschen sprechen",
    "no quiero hablar con una persona",
    "",
  ])("is not heard in: %s", (text) => {
    expect(findExplicitRequest(read(text), { departmentsCount: true })).toBeNull();
  });

  test("shows where the words are", () => {
    const text = "Hello! Can I speak to a human?";
    const signal = findExplicitRequest(read(text), { departmentsCount: true });
    expect(text.slice(signal?.start, signal?.end)).toBe("speak to a human");
  });
});

test("no text can make detection or search slow: symbols that expand, and marks without end", () => {
  const hostile = ["\ufdfa".repeat(16_000), "\ufdfa ".repeat(8_000), `a${"\u0301\u0323".repeat(8_000)}`];
  for (const text of hostile) {
    const detection = cpuTimeMs(() => findExplicitRequest(read(text), { departmentsCount: true }));
    expect(detection + cpuTimeMs(() => searchWords(text))).toBeLessThan(200);
  }
});

describe("a courtesy", () => {
  test.each(["thanks!", "Thank you very much.", "👍", "Danke schön", "ありがとう"])("%s opens nothing", (text) => {
    expect(isCourtesy(text)).toBe(true);
  });
  test.each(["thanks, but it is still broken", "ok where is it", "hello", "???", "...", "👍?"])(
    "%s is a message",
    (text) => {
      expect(isCourtesy(text)).toBe(false);
    },
  );
});
