import { expect, test } from "vitest";
import { person } from "../../support/engine.ts";
import { ask, openFloor, waiting } from "./floor.ts";
import { putWaiting } from "./put-waiting.ts";

const limit = 700;
const chat = { type: "queue", id: "chat", teamIds: ["support"] } as const;
const goesOn = { when: { type: "full" }, then: { type: "queue", id: "second" } } as const;

async function floorWith(waits: number, when: "before" | "after") {
  const overflow = { before: [], after: [], [when]: [goesOn] };
  const floor = openFloor({ chat: { limit, overflow }, queues: [{ id: "second" }] });
  await floor.engine.agents.add(person("anne", { presence: "away" }));
  for (let at = 0; at < waits; at++) {
    await putWaiting(floor.store, `con_${at}`, { destination: chat, enteredQueueAt: at, openedAt: at });
  }
  await ask(floor, "ada");
  const hers = (await waiting(floor)).find(({ id }) => !/^con_\d+$/.test(id));
  return hers?.handoff.destination.id;
}

test.each([
  ["before", limit - 1, "chat"],
  ["before", limit, "second"],
  ["after", limit - 1, "chat"],
  ["after", limit, "second"],
] as const)("a queue for 700 is full to the customer who comes %s, when %i wait: %s", async (when, waits, expected) => {
  expect(await floorWith(waits, when)).toBe(expected);
});
