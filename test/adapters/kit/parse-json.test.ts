import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { fingerprintOf } from "../../../adapters/kit/fingerprint.ts";
import { isNestedDeeperThan } from "../../../adapters/kit/json-depth.ts";
import { parseJson } from "../../../adapters/kit/parse-json.ts";

const maxBytes = 1_000;

function parse(text: string | Uint8Array, schema: z.ZodType = z.unknown()) {
  return parseJson(typeof text === "string" ? new TextEncoder().encode(text) : text, { schema, maxBytes, maxDepth: 4 });
}

describe("parseJson", () => {
  test("reads what JSON.parse reads", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(text.length < 300);
        expect(parse(text)).toEqual({ status: "parsed", value: JSON.parse(text) });
      }),
    );
  });

  test.each([
    ["too many bytes", `"${"x".repeat(maxBytes)}"`, "too-large"],
    ["nothing", "", "not-json"],
    ["half a document", '{"secret-word": ', "not-json"],
    ["two documents", "{}{}", "not-json"],
    ["bytes that are not UTF-8", new Uint8Array([0x22, 0xc3, 0x22]), "not-json"],
    ["a surrogate in UTF-8", new Uint8Array([0x22, 0xed, 0xa0, 0x80, 0x22]), "not-json"],
    ["too many levels", "[[[[[1]]]]]", "invalid"],
    ["too many levels, unfinished", "[".repeat(900), "invalid"],
  ])("refuses %s", (_name, text, code) => {
    const parsed = parse(text);
    expect(parsed).toMatchObject({ status: "refused", code });
    expect(JSON.stringify(parsed)).not.toContain("secret-word");
  });

  test("names the field and the expectation, never the value or a foreign key (I15)", () => {
    const schema = z.object({
      data: z.strictObject({
        text: z.string().max(5),
        kind: z.enum(["a", "b"]),
        count: z.int().min(3),
        at: z.iso.datetime(),
        own: z.string().refine((text) => text === "", "must be empty"),
        either: z.union([z.number(), z.boolean()]),
        map: z.record(z.string(), z.number()),
      }),
    });
    const parsed = (data: object) => {
      const result = parse(JSON.stringify({ data }), schema);
      return result.status === "refused" ? `${result.code}: ${result.detail}` : "parsed";
    };
    const good = { text: "a", kind: "a", count: 3, at: "2026-11-20T10:00:00Z", own: "", either: 1, map: {} };
    expect(parsed(good)).toBe("parsed");
    expect(parsed({ ...good, text: 5 })).toBe("invalid: data.text: must be string.");
    expect(parsed({ ...good, text: "zebra!" })).toBe("invalid: data.text: must be at most 5 characters.");
    expect(parsed({ ...good, kind: "zebra" })).toBe("invalid: data.kind: must be one of a, b.");
    expect(parsed({ ...good, count: 2 })).toBe("invalid: data.count: must be at least 3.");
    expect(parsed({ ...good, at: "zebra" })).toBe("invalid: data.at: must have the format datetime.");
    expect(parsed({ ...good, own: "zebra" })).toBe("invalid: data.own: must be empty.");
    expect(parsed({ ...good, either: "zebra" })).toBe("invalid: data.either: is not accepted.");
    expect(parsed({ ...good, map: { "the zebra's words": "x" } })).toBe("invalid: data.map.*: must be number.");
    expect(parsed({ ...good, zebra: 1 })).toBe("invalid: data: is not accepted.");
  });

  test("counts brackets outside strings only", () => {
    const depth = (text: string) => isNestedDeeperThan(2, new TextEncoder().encode(text));
    expect(depth('[["]]]][[[[", "\\"[[[["]]')).toBe(false);
    expect(depth('[{"a\\\\":[1]}]')).toBe(true);
    expect(depth("[[],[],[[]]]")).toBe(true);
  });
});

test("a fingerprint tells any two different bodies apart", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (body, place, mask) => {
      expect(fingerprintOf(body)).toBe(fingerprintOf(body.slice()));
      expect(fingerprintOf(new Uint8Array([...body, 0]))).not.toBe(fingerprintOf(body));
      if (body.length === 0) return;
      const altered = body.map((byte, index) => (index === place % body.length ? byte ^ mask : byte));
      expect(fingerprintOf(altered)).not.toBe(fingerprintOf(body));
    }),
  );
  const all = new Set(Array.from({ length: 200_000 }, (_, n) => fingerprintOf(new TextEncoder().encode(`{"n":${n}}`))));
  expect(all.size).toBe(200_000);
});
