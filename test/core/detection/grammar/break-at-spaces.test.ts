import { expect, test } from "vitest";
import { heard } from "./heard.ts";

test("a space ends a sentence where words are written without spaces", () => {
  expect(heard("照片我早就发了没有回复 给我找个活人")).toBe("request");
  expect(heard("我要转人工 很急")).toBe("request");
});

test("a space between a few letters parts words only", () => {
  expect(heard("我要 转 人工")).toBe("request");
  expect(heard("我不要 转人工")).not.toBe("request");
});
