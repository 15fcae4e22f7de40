import { expect, it } from "vitest";
import { isLocalRequest, isLoopbackHost } from "../../src/entry/demo/local-request.ts";

function asked(headers: Record<string, string>): boolean {
  return isLocalRequest(new Request("http://127.0.0.1:8787/demo/session", { headers }));
}

it("believes a page of this machine", () => {
  for (const host of ["localhost:8787", "127.0.0.1:8787", "[::1]:8787"]) expect(asked({ host })).toBe(true);
});

it("does not believe a foreign name that leads here (DNS rebinding)", () => {
  expect(asked({ host: "shop.example:8787" })).toBe(false);
  expect(asked({ host: "127.0.0.1.nip.example" })).toBe(false);
  expect(asked({ host: "localhost:8787@shop.example" })).toBe(false);
});

it("does not believe a request that somebody passed on, or that another site makes", () => {
  expect(asked({ host: "localhost", "x-forwarded-for": "203.0.113.7" })).toBe(false);
  expect(asked({ host: "localhost", "sec-fetch-site": "cross-site" })).toBe(false);
});

it("knows which addresses only this machine can reach", () => {
  expect(["127.0.0.1", "127.0.0.2", "::1", "localhost"].every(isLoopbackHost)).toBe(true);
  expect(["0.0.0.0", "::", "192.168.0.5", "127.0.0.1.example"].some(isLoopbackHost)).toBe(false);
});
