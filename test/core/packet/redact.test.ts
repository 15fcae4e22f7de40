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
  ])("has no secret in: %s", (text, redacted) => {
    expect(redact(text)).toBe(redacted);
  });

  it.each([
    "order 4711-2234 from 2026-11-21 for 129.90 EUR",
    "invoice 20261121001 is wrong",
    "it says error 0x80070005 at 10:45",
    "my parcel 00340434161094042557 has not come",
    "I ordered 3 on 12.11.2026 and paid 1,299.00",
  ])("keeps: %s", (text) => {
    expect(redact(text)).toBe(text);
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
    ];
    for (const text of hostile) {
      const startedAt = performance.now();
      redact(text);
      expect(performance.now() - startedAt).toBeLessThan(200);
    }
  });
});
