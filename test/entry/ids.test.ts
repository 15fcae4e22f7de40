import { expect, it } from "vitest";
import { createIds } from "../../src/entry/ids.ts";

it("gives ids that rise, within a millisecond and when the clock steps back", () => {
  let now = Date.UTC(2026, 10, 21);
  const ids = createIds({ now: () => now });
  const given = Array.from({ length: 3_000 }, (_unused, index) => {
    if (index === 1_000) now += 1;
    if (index === 2_000) now -= 60_000;
    return ids.next("con");
  });
  expect([...given].sort()).toEqual(given);
  expect(new Set(given).size).toBe(given.length);
});

it("makes ids that two processes in the same millisecond do not share", () => {
  const [one, other] = [createIds({ now: () => 1 }), createIds({ now: () => 1 })];
  expect(one.next("con")).not.toBe(other.next("con"));
  expect(one.next("key")).toMatch(/^key_[0-9a-hjkmnp-tv-z]{26}$/);
});
