import { describe, expect, test } from "vitest";
import { read } from "../../../src/core/detection/reading.ts";
import { findExplicitRequest } from "../../../src/core/detection/signals/explicit-request.ts";

function heard(text: string): string | null {
  return findExplicitRequest(read(text), { departmentsCount: true })?.id ?? null;
}

describe("a request in Ukrainian", () => {
  test.each([
    "з'єднайте мене з оператором",
    "з’єднайте з оператором",
    "зєднайте з оператором",
    "покличте когось живого",
    "нехай мені передзвонить оператор",
  ])("is heard in wishes and commands, with every apostrophe and none: %s", (text) => {
    expect(heard(text)).toBe("explicit-request");
  });

  test.each(["подключіть оператора", "можна оператора", "переключи мене на людину"])(
    "is heard with Russian words mixed in: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each([
    "не хочу розмовляти з людиною",
    "оператор не потрібен",
    "не з'єднуйте мене з оператором",
    "обійдуся без менеджера",
  ])("is refused before and behind the person: %s", (text) => {
    expect(heard(text)).toBeNull();
  });

  test.each(["ні, я хочу поговорити з оператором", "не хочу бота хочу людину", "людина а не бот"])(
    "is asked for behind a no, and by refusing the bot: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each(["не можу додзвонитися до оператора", "потрібен оператор не можу увійти в акаунт"])(
    "is kept when something cannot be done: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each(["минулого разу довелося говорити з оператором", "кур'єр сказав подзвонити оператору"])(
    "is no report of what has been: %s",
    (text) => {
      expect(heard(text)).toBeNull();
    },
  );

  test.each([
    "хочу поговорити з мобільним оператором",
    "хочу поговорити з відділом кадрів",
    "потрібно 2 людини",
    "хочу поговорити з офіційним представником Samsung",
  ])("is no telephone company, no personnel office, no number of people and no dealer: %s", (text) => {
    expect(heard(text)).toBeNull();
  });

  test.each(["ти людина чи робот", "я розмовляю з людиною?"])("is not made by asking who is there: %s", (text) => {
    expect(heard(text)).toBeNull();
  });
});
