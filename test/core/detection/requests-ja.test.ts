import { describe, expect, test } from "vitest";
import { read } from "../../../src/core/detection/reading.ts";
import { findExplicitRequest } from "../../../src/core/detection/signals/explicit-request.ts";

function heard(text: string): string | null {
  return findExplicitRequest(read(text), { departmentsCount: true })?.id ?? null;
}

describe("a request in Japanese", () => {
  test.each(["人間出せ", "オペレーターにつないで", "恐れ入りますが、担当者様とお話しさせていただけますでしょうか"])(
    "is heard from rude to very polite: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each(["ロボットじゃなくて人間と話したい", "AIとは話したくない", "ボットじゃなく人でお願いします"])(
    "is heard when no machine is wanted: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each(["オペレーターと話したくない", "担当者に連絡しなくても解約できますか", "オペレーターは必要ありません"])(
    "is refused behind the verb: %s",
    (text) => {
      expect(heard(text)).toBeNull();
    },
  );

  test.each(["なんでオペレーターにつながらないの", "人と話せないの？"])("is heard in a complaint: %s", (text) => {
    expect(heard(text)).toBe("explicit-request");
  });

  test.each(["友人と話したい", "人間関係の相談をしたい", "私の上司と話したい"])(
    "is no other word with the same characters: %s",
    (text) => {
      expect(heard(text)).toBeNull();
    },
  );

  test.each(["さっきオペレーターに電話して", "オペレーターと話したいと言われました", "人間と話しているの"])(
    "is no report and no question who is there: %s",
    (text) => {
      expect(heard(text)).toBeNull();
    },
  );
});
