import { expect, test } from "vitest";
import { newQueue } from "../../../src/core/routing/queue.ts";
import { hoursOf, queueOf, teamOf } from "../../../src/core/rules/destination.ts";
import type { Destination } from "../../../src/core/rules/rule.ts";
import type { Settings } from "../../../src/core/settings/settings.ts";
import { starterSettings } from "../../../src/core/settings/starter.ts";
import { everyDay, hoursIn } from "../hours/opening-hours.ts";

const settings: Settings = {
  ...starterSettings,
  hours: { ...starterSettings.hours, night: { ...hoursIn("UTC", everyDay("22:00-06:00")), id: "night" } },
  teams: {
    ...starterSettings.teams,
    night: { id: "night", name: "night shift", hours: "night", headId: null },
    lost: { id: "lost", name: "lost", hours: "gone", headId: null },
    two: { id: "two", name: "two", hours: "always", headId: null },
  },
  queues: {
    two: newQueue({ id: "two", name: "Two", teams: ["night", "support"] }),
    own: newQueue({ id: "own", name: "Own", teams: ["support"], hours: "night" }),
    none: newQueue({ id: "none", name: "None", teams: [] }),
  },
};

test.each<[string, Destination, (string | null)[]]>([
  ["a queue speaks for its first team", { type: "queue", id: "two" }, ["two", "night", "night"]],
  ["a queue may have hours of its own", { type: "queue", id: "own" }, ["own", "support", "night"]],
  ["a team speaks for itself", { type: "team", id: "support" }, [null, "support", "always"]],
  ["and not for the queue of its name", { type: "team", id: "two" }, [null, "two", "always"]],
  ["a person speaks for no team", { type: "agent", id: "support" }, [null, null, null]],
  ["a queue without teams for none", { type: "queue", id: "none" }, ["none", null, null]],
  ["a team may have lost its hours", { type: "team", id: "lost" }, [null, "lost", null]],
  ["what is not there is nothing", { type: "queue", id: "constructor" }, [null, null, null]],
])("%s", (_, destination, expected) => {
  const found = [queueOf(destination, settings), teamOf(destination, settings), hoursOf(destination, settings)];
  expect(found.map((value) => value?.id ?? null)).toEqual(expected);
});
