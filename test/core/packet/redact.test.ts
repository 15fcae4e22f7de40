import { describe, expect, it, test } from "vitest";
import { maskCards, redact } from "../../../src/core/packet/redact.ts";

describe("what a model reads", () => {
  it.each([
    ["my card 4111 1111 1111 1111 was charged", "my card [card] was charged"],
    ["4111-1111-1111-1111", "[card]"],
    ["IBAN DE89 3704 0044 0532 0130 00 please", "IBAN [iban] please"],
    ["write to ada.lovelace+shop@example.co.uk", "write to [email]"],
    ["call +49 30 1234 5678 tomorrow", "call [phone] tomorrow"],
    ["call (030) 1234 567", "call [phone]"],
    ["my number is 555-123-4567", "my number is [phone]"],
    ["my password is hunter2!", "my password is [secret]"],
    ["mein Passwort: geheim123", "mein Passwort: [secret]"],
    ["la contraseña es perro77", "la contraseña es [secret]"],
    ["key sk-ant-REDACTED", "key [key]"],
    ["ssn 123-45-6789", "ssn [id]"],
    ["4111 1111 1111 1111 12/27 123", "[card]"],
    ["4111111111111111, 04/2027, I paid 20 euros", "[card], I paid 20 euros"],
    ["4111 1111 1111 1111 123", "[card] 123"],
    ["order 2 4111 1111 1111 1111", "order 2 [card]"],
    ["4111.1111.1111.1111 or 4111  1111  1111  1111", "[card] or [card]"],
    ["3782 822463 10005 and 4111-1111 1111-1111", "[card] and [card]"],
    ["٤١١١ ١١١١ ١١١١ ١١١١ هذه بطاقتي", "[card] هذه بطاقتي"],
    ["४१११११११११११११११", "[card]"],
    ["４１１１ １１１１ １１１１ １１１１", "[card]"],
    ["𝟒𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏 𝟏𝟏𝟏𝟏", "[card]"],
    ["4111\u00a01111\u202f1111\u00a01111", "[card]"],
    ["4111\u20111111–1111−1111", "[card]"],
    ["4111\u200b1111\u200b1111\u200b1111", "[card]"],
    ["meine iban ist de89 3704 0044 0532 0130 00 bitte", "meine iban ist [iban] bitte"],
    ["DE89-3704-0044-0532-0130-00 BIC COBADEFF", "[iban] BIC COBADEFF"],
    ["AB12 DE89370400440532013000", "AB12 [iban]"],
    ["ada＠example.com", "[email]"],
    ["+٤٩ ١٧٠ ١٢٣٤٥٦٧", "[phone]"],
    ["Passwort lautet: geheim", "Passwort lautet: [secret]"],
    ["my pin code is 1234", "my pin code is [secret]"],
    ["pin number 1234, password is hunter", "pin number [secret] password is [secret]"],
    ["密码是abc123", "密码是[secret]"],
    [`Bearer eyJhbGciOiJIUzI1NiJ9.${"a".repeat(900)}.c2lnbmF0dXJl done`, "Bearer [key] done"],
    ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "[key]"],
  ])("has no secret in: %s", (text, redacted) => {
    expect(redact(text)).toBe(redacted);
  });

  it.each([
    "order 4711-2234 from 2026-11-21 for 129.90 EUR",
    "invoice 20261121001 is wrong",
    "it says error 0x80070005 at 10:45",
    "my parcel 00340434161094042557 has not come",
    "I ordered 3 on 12.11.2026 and paid 1,299.00",
    "the discount code does not work, and I forgot my password yesterday",
    "Passwort vergessen, wie kann ich es ändern?",
    "a pineapple, my pinned message, passwordless login",
    "request 28:11111111-2222-3333-4444-555555555555",
    "sizes 20 30 40 50 60 and 70",
    "رقم الطلب ٤٧١١ بتاريخ ٢٠٢٦/١١/٢١",
    "il reste 1\u202f299,00\u00a0€",
  ])("keeps: %s", (text) => {
    expect(redact(text)).toBe(text);
  });

  test("what is left stands as it was written", () => {
    expect(maskCards("Carte 4111 1111 1111 1111, reçu n° ٤٧١١ – merci\u202f!")).toBe(
      "Carte [card], reçu n° ٤٧١١ – merci\u202f!",
    );
  });

  test("people see everything but payment cards", () => {
    expect(maskCards("write to ada@example.com, card 4111111111111111")).toBe("write to ada@example.com, card [card]");
  });

  test("no input makes it slow", () => {
    const hostile = [
      "1 ".repeat(8_000),
      "a@".repeat(8_000),
      "password ".repeat(2_000),
      "AB12 ".repeat(3_000),
      "((((".repeat(4_000),
      "+1 ".repeat(5_000),
      "12.".repeat(5_000),
      "4\u200b".repeat(8_000),
      "٤".repeat(16_000),
      "𝟒".repeat(8_000),
      "DE89 ".repeat(3_000),
      "pin:".repeat(4_000),
      "eyJ.".repeat(4_000),
    ];
    for (const text of hostile) {
      const startedAt = performance.now();
      redact(text);
      expect(performance.now() - startedAt).toBeLessThan(500);
    }
  });
});
