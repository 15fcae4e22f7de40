import { describe, expect, test } from "vitest";
import { heard } from "./heard.ts";

describe("a person called for without a verb is heard between other sentences", () => {
  test.each([
    "my order is broken human please",
    "my card was declined again a real person plz",
    "agent please i cant log in anymore",
    "ich werd hier noch wahnsinnig mitarbeiter bitte sofort",
    "приложение само закрывается оплатить не могу оператора пожалуйста",
  ])("%s", (text) => {
    expect(heard(text)).toBe("request");
  });
});

describe("a person named against a machine is heard between other sentences", () => {
  test.each([
    "the app keeps crashing when i pay not a bot a person",
    "the app keeps crashing when i pay, not a bot, a person",
    "der link ist kaputt kein bot ein mensch",
    "el enlace está roto un operador humano no una máquina",
  ])("%s", (text) => {
    expect(heard(text)).toBe("request");
  });
});

describe("who is only spoken of is not called for", () => {
  test.each([
    "are you ai or a real person please",
    "who is your supervisor, please",
    "no agent please",
    "i am a person not a bot",
    "my brother is a person not a robot",
    "昨天是真人不是机器人 服务很好",
    "are you a person not a bot",
    "konsultant nie jest potrzebny, dziękuję",
  ])("%s", (text) => {
    expect(heard(text)).not.toBe("request");
  });
});
