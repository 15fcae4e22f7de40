import { describe, expect, test } from "vitest";
import { read } from "../../../src/core/detection/reading.ts";
import { findExplicitRequest } from "../../../src/core/detection/signals/explicit-request.ts";

function heard(text: string): string | null {
  return findExplicitRequest(read(text), { departmentsCount: true })?.id ?? null;
}

describe("a request in Arabic", () => {
  test.each([
    "أريد التحدث مع موظف",
    "عايز اكلم خدمة العملاء",
    "ابغى احد يكلمني",
    "بدي احكي مع حدا",
    "بغيت نهضر مع موظف",
  ])("is heard in the written language and from Egypt to the Gulf, the Levant and the Maghreb: %s", (text) => {
    expect(heard(text)).toBe("explicit-request");
  });

  test.each(["أُريدُ التَّحدُّثَ معَ إنسان", "حولنى على الموظف", "3ayez akalem mowazaf"])(
    "is heard with vowel signs, other spellings and Latin letters: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each(["لا، أريد التحدث مع موظف", "لا أريد التحدث مع روبوت"])(
    "is heard behind a no that is not its own: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each(["لا أريد التحدث مع موظف", "مش عايز اكلم حد", "هل يمكنني الإلغاء دون الاتصال بخدمة العملاء"])(
    "is refused: %s",
    (text) => {
      expect(heard(text)).toBeNull();
    },
  );

  test.each(["اريد تحويل فلوس لموظف"])("is no transfer of money: %s", (text) => {
    expect(heard(text)).toBeNull();
  });

  test.each(["كنت اريد التحدث مع موظف", "قال لي اتواصل مع خدمة العملاء", "هل اتحدث مع انسان"])(
    "is no report and no question who is there: %s",
    (text) => {
      expect(heard(text)).toBeNull();
    },
  );
});
