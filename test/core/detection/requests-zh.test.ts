import { describe, expect, test } from "vitest";
import { read } from "../../../src/core/detection/reading.ts";
import { findExplicitRequest } from "../../../src/core/detection/signals/explicit-request.ts";

function heard(text: string): string | null {
  return findExplicitRequest(read(text), { departmentsCount: true })?.id ?? null;
}

describe("a request in Chinese", () => {
  test.each(["转人工", "幫我轉接真人客服", "可唔可以搵個真人同我講", "我要转 人 工", "给我connect人工"])(
    "is heard in simplified and traditional characters, in Cantonese and with spaces: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each(["不，我要和真人说话", "不是，我要转人工", "你解决不了，帮我转人工吧"])(
    "is asked for behind a no with a comma: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each(["不用转人工", "我不想和真人说话", "可以不联系客服直接取消吗", "能不转人工就解决吗"])(
    "is refused: %s",
    (text) => {
      expect(heard(text)).toBeNull();
    },
  );

  test.each(["为什么转不了人工", "怎么没有人工客服", "联系不上人工客服"])(
    "is heard in a complaint that nobody is reached: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each(["不要机器人", "我不想跟AI说话", "能别用AI回复吗，我要真人"])(
    "is heard when no machine is wanted: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each(["我想和人工智能聊天", "我想要真人版的手办", "给我个人信息", "我要联系紧急联系人", "我想要人工草坪"])(
    "is no artificial thing and no other word with the same characters: %s",
    (text) => {
      expect(heard(text)).toBeNull();
    },
  );

  test.each(["我昨天跟人工客服说话", "我朋友说要找人工", "他让我找人工客服"])(
    "is no report of what was: %s",
    (text) => {
      expect(heard(text)).toBeNull();
    },
  );

  test.each(["我是在跟真人说话吗", "你是要转人工吗", "我不是机器人"])(
    "is not asked for by asking who is there: %s",
    (text) => {
      expect(heard(text)).toBeNull();
    },
  );
});
