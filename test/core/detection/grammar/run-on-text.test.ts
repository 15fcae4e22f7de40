import { describe, expect, test } from "vitest";
import { heard } from "./heard.ts";

describe("a request is heard in text without signs, whatever was said before it", () => {
  test.each([
    ["it happened", "my order never came and i paid for it two weeks ago can i talk to someone"],
    ["it happened", "i paid for it two weeks ago i'd rather deal with a person"],
    ["it happened", "me mudé el mes pasado quiero hablar con una persona"],
    ["it happened", "mi sono trasferito il mese scorso vorrei parlare con un operatore"],
    ["nobody answered", "ya mandé las fotos y no contestaron quiero hablar con tu jefe"],
    ["nobody answered", "já mandei as fotos e não responderam quero falar com um atendente"],
    ["nobody answered", "ho già mandato le foto e non mi hanno risposto mi dia un operatore"],
    ["who somebody is", "i dont know what this is can someone from support call me"],
    ["a negation at the end", "der link geht nicht kann ich bitte mit einem menschen sprechen"],
    ["a negation at the end", "die rechnung stimmt nicht könnte sich das bitte jemand aus der buchhaltung ansehen"],
    ["a half with 'and'", "this is the third time i explain it and nothing happens connect me with an agent"],
  ])("%s: %s", (_, text) => {
    expect(heard(text)).toBe("request");
  });
});

describe("a request is heard in text without signs, whatever is said behind it", () => {
  test.each([
    "i want to talk to a human this is urgent",
    "can i speak to a real person please before i cancel everything",
    "ich möchte mit einem menschen sprechen bevor ich alles kündige",
    "quiero hablar con un agente antes de cancelar todo",
    "potrei avere un operatore non riesco più ad accedere",
    "wie kann ich einen menschen erreichen vielen lieben dank im voraus",
    "can you call me back",
    "is there anyone there i could talk to about this",
    "is there someone from the restaurant i can chat with",
  ])("%s", (text) => {
    expect(heard(text)).toBe("request");
  });
});

describe("what belongs to the request still turns it", () => {
  test.each([
    "did i talk to a human",
    "yesterday i had to talk to an agent",
    "my sister tried to get me a human",
    "it says i should speak with a representative",
    "she told me to relax and talk to someone",
    "do not connect me with an agent",
    "they never told me to contact an agent about it",
    "муж не захотел говорить с оператором",
    "non passarmi un operatore",
    "não me passe para um atendente",
    "ich möchte nicht mit einem menschen sprechen",
    "what hours can i talk to an agent",
  ])("%s", (text) => {
    expect(heard(text)).not.toBe("request");
  });
});

test("a condition at the end of the sentence leaves it open whether a person is wanted", () => {
  expect(heard("temsilciyle görüşmem gerekir mi")).toBe("unclear");
  expect(heard("what happens if I talk to an agent")).toBe("unclear");
});

test("an answer that did not come announces nobody's words", () => {
  expect(heard("no contestaron, quiero hablar con tu jefe")).toBe("request");
  expect(heard("me dijo, quiero hablar con tu jefe")).toBe("nothing");
});

test("what one language refuses is not asked for in another that does not know the refusal", () => {
  expect(heard("no agent please")).toBe("nothing");
});
