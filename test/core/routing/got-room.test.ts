import { expect, test } from "vitest";
import type { Agent, Hold } from "../../../src/core/people/agent.ts";
import { hasGotRoom } from "../../../src/core/routing/got-room.ts";
import { biller, holding } from "./searching.ts";

const busy = biller("robin", { capacity: 3, ...holding(["offered"], ["open"]) });
const nowHolds = (...held: readonly (readonly [Hold["as"]])[]): Agent => ({ ...busy, ...holding(...held) });

test.each([
  ["a conversation that ended", nowHolds(["offered"])],
  ["a customer who has been silent for long", nowHolds(["offered"], ["idle"])],
  ["a request that was declined", nowHolds(["idle"], ["open"])],
  ["a request that was accepted, so that the next may ring", nowHolds(["open"], ["open"])],
])("there is room for more after %s", (_what, after) => {
  expect(hasGotRoom(busy, after)).toBe(true);
});

test.each([
  ["nothing has changed", busy],
  ["more was given", nowHolds(["offered"], ["open"], ["open"])],
  ["they are full all the same", { ...nowHolds(["open"], ["open"]), capacity: 2 }],
  ["they went", { ...nowHolds(["offered"]), presence: "away" as const }],
])("there is none when %s", (_what, after) => {
  expect(hasGotRoom(busy, after)).toBe(false);
});
