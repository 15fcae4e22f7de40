import { describe, expect, test } from "vitest";
import { detectLanguage } from "../../../src/core/detection/language/detect-language.ts";
import { type SettledLanguage, settleLanguage } from "../../../src/core/detection/language/settle-language.ts";
import { read } from "../../../src/core/detection/reading.ts";

const settledAfter = (current: SettledLanguage | null, ...texts: readonly string[]) =>
  texts.reduce((settled, text) => settleLanguage(settled, detectLanguage(read(text))), current);

const english: SettledLanguage = { language: "en", source: "detected" };

describe("the language of a conversation", () => {
  test("is unknown until words tell", () => {
    expect(settledAfter(null, "12345", "ok")).toBeNull();
    expect(settledAfter(null, "12345", "hola")).toEqual({ language: "es", source: "detected" });
  });

  test("stays through foreign words and greetings", () => {
    expect(settledAfter(english, "gracias", "merci beaucoup", "ciao", "ありがとう", "siesta", "ok")).toEqual(english);
  });

  test("changes with a whole phrase in another", () => {
    expect(settledAfter(english, "donde esta mi pedido")).toEqual({ language: "es", source: "detected" });
  });

  test("is what an agent chose, whatever is written", () => {
    const chosen: SettledLanguage = { language: "fr", source: "agent" };
    expect(settledAfter(chosen, "donde esta mi pedido", "Where is my order? I want my money back.")).toEqual(chosen);
  });

  test("is the channel's until the customer writes a phrase in another", () => {
    const channel: SettledLanguage = { language: "pt-BR", source: "channel" };
    expect(settledAfter(channel, "não sei onde está a minha encomenda, você pode ver?")).toEqual(channel);
    expect(settledAfter(channel, "hola")).toEqual(channel);
    expect(settledAfter(channel, "where is my order please")).toEqual({ language: "en", source: "detected" });
  });
});
