import { describe, expect, test } from "vitest";
import { read } from "../../../src/core/detection/reading.ts";
import { findExplicitRequest } from "../../../src/core/detection/signals/explicit-request.ts";

function heard(text: string): string | null {
  return findExplicitRequest(read(text), { departmentsCount: true })?.id ?? null;
}

describe("a request in Russian", () => {
  test.each([
    "соедините с оператором",
    "мне бы с человеком поговорить",
    "а человека можно?",
    "позовите кого-нибудь живого",
    "пусть со мной свяжется менеджер",
  ])("is heard in wishes, commands and questions: %s", (text) => {
    expect(heard(text)).toBe("explicit-request");
  });

  test.each(["аператор", "хочу поговарить с челавеком", "jgthfnjh", "hochu pogovorit s operatorom"])(
    "is heard misspelt, in Latin letters and on the wrong keyboard: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each([
    "не хочу говорить с оператором",
    "оператор не нужен",
    "оператора не надо",
    "говорить с оператором не хочу",
    "можно отменить без разговора с оператором?",
  ])("is refused before and behind the person: %s", (text) => {
    expect(heard(text)).toBeNull();
  });

  test.each([
    "нет, я хочу поговорить с оператором",
    "не хочу бота хочу человека",
    "не с ботом, а с человеком",
    "устал дайте оператора",
  ])("is asked for behind a no, and by refusing the bot: %s", (text) => {
    expect(heard(text)).toBe("explicit-request");
  });

  test.each([
    "не могу дозвониться до оператора",
    "почему я не могу поговорить с человеком",
    "нужен оператор не могу войти в аккаунт",
  ])("is kept when something cannot be done: %s", (text) => {
    expect(heard(text)).toBe("explicit-request");
  });

  test.each([
    "в прошлый раз пришлось говорить с оператором",
    "продавец сказал мне связаться с представителем",
    "спасибо за разговор с оператором",
  ])("is no report of what has been: %s", (text) => {
    expect(heard(text)).toBeNull();
  });

  test.each([
    "хочу поговорить с мобильным оператором",
    "хочу поговорить с официальным представителем Samsung",
    "нужно 2 человека",
    "нужен менеджер паролей",
    "хочу поговорить с начальником отдела кадров",
  ])("is no telephone company, no dealer, no number of people, no program and no personnel office: %s", (text) => {
    expect(heard(text)).toBeNull();
  });

  test.each(["вы человек?", "это живой человек?", "я разговариваю с человеком?"])(
    "is not made by asking who is there: %s",
    (text) => {
      expect(heard(text)).toBeNull();
    },
  );

  test.each(["есть кто", "как с вами связаться"])("may be meant when nobody is named: %s", (text) => {
    expect(heard(text)).toBe("unclear-request");
  });
});
