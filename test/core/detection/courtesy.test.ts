import { describe, expect, test } from "vitest";
import { isCourtesy } from "../../../src/core/detection/courtesy.ts";

describe("a courtesy", () => {
  test.each([
    ...[
      "thanks so much for your help!",
      "ok great thanks",
      "Perfect, thank you! Have a nice day",
      "no thanks, that's all",
    ],
    ...[
      "merci beaucoup pour votre aide",
      "Vielen Dank und schönen Tag noch!",
      "muchas gracias por todo",
      "ok grazie mille",
    ],
    ...["bedankt voor je hulp", "dziękuję bardzo", "çok teşekkür ederim", "obrigada pela ajuda", "спасибо большое!"],
    ...[
      "дуже дякую",
      "好的，谢谢",
      "ありがとうございます！",
      "شكرا جزيلا لك",
      "बहुत धन्यवाद",
      "❤️",
      "thank you 🙏",
      "thanksss",
    ],
  ])("is all there is to: %s", (text) => {
    expect(isCourtesy(text)).toBe(true);
  });

  test.each([
    ...[
      "ok and my refund",
      "thanks for nothing",
      "thanks for the wrong item",
      "not good",
      "yes",
      "no",
      "help",
      "12345",
    ],
    ...[
      "danke aber es geht nicht",
      "gracias, pero no funciona",
      "good morning",
      "the team",
      "it",
      "спасибо, но не работает",
    ],
    ...["thanks, anything else you need from me?", "谢谢，可是没收到", "شكرا لكن لم يصل", "ok?", "thanks?", "?!", ""],
  ])("is not all there is to: %s", (text) => {
    expect(isCourtesy(text)).toBe(false);
  });
});
