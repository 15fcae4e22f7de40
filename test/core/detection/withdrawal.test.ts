import { describe, expect, test } from "vitest";
import { isWithdrawal } from "../../../src/core/detection/withdrawal.ts";

describe("a withdrawal of the wish for a person", () => {
  test.each([
    ...["never mind", "Never mind, thanks!", "nvm", "cancel", "Cancel please", "I don't need it anymore, thanks"],
    ...["I figured it out", "It's ok, I found it myself", "Hat sich erledigt, danke"],
    ...["Ich brauche keinen Mitarbeiter mehr", "ya no hace falta, gracias", "olvídalo", "laissez tomber, merci"],
    ...["Je n'ai plus besoin d'aide, merci", "lascia stare, grazie", "non serve più", "não precisa mais, obrigado"],
    ...["laat maar", "hoeft niet meer, bedankt", "już nie trzeba, dziękuję", "gerek kalmadı, teşekkürler"],
    ...["не нужно уже", "уже не нужно, спасибо", "вже не потрібно", "算了", "不用了,谢谢", "解決しました"],
    ...[
      "もう大丈夫です。ありがとうございました",
      "لم أعد بحاجة، شكرا",
      "रहने दो",
      "अब ज़रूरत नहीं, धन्यवाद",
      "ab zarurat nahi",
    ],
  ])("is all there is to: %s", (text) => {
    expect(isWithdrawal(text)).toBe(true);
  });

  test.each([
    ...["cancel my order", "never mind the invoice, where is my parcel?", "I want to cancel my subscription"],
    ...["no", "ok", "thanks", "no thanks", "where is everyone?", "forget it, I will sue you", "cancel?"],
    ...["I don't want to wait any longer, call me", "ich möchte mein Abo kündigen", "取消订单", "please hurry"],
    ...["i found a bug", "my problem is not solved", "it is not fixed", "👍", ""],
  ])("is not meant by: %s", (text) => {
    expect(isWithdrawal(text)).toBe(false);
  });
});
