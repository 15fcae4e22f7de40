import { expect, it } from "vitest";
import { takesEmail } from "../../../src/core/customers/takes-email.ts";

const kindOf = (channelId: string) => (channelId === "main.post" ? "email" : null);

function takes(address: string, { channelId = "main.app", isVerified = true } = {}): boolean {
  return takesEmail({ identities: [{ channelId, address, isVerified }] }, kindOf);
}

it.each(["ada@shop.example", "a.b+c@mail.shop.example", "änne@bücher.example", "ada99@shop.example"])(
  "can be written to: %s",
  (address) => expect(takes(address)).toBe(true),
);

it.each([
  ...["ada", "+491511234567", "ada@shop", "@ada:matrix.example", "ada@shop.example;x", "Ada <ada@shop.example>"],
  ...["4915112345@s.whatsapp.net", "4915112345-16@g.us", "491511:3@c.us", "sip:ada@shop.example", ""],
])("is the address of no letterbox: %s", (address) => expect(takes(address)).toBe(false));

it("is whatever writes by e-mail, and never one that nobody has verified", () => {
  expect(takes("ada", { channelId: "main.post" })).toBe(true);
  expect(takes("ada@shop.example", { channelId: "main.post", isVerified: false })).toBe(false);
  expect(takes("ada@shop.example", { isVerified: false })).toBe(false);
});
