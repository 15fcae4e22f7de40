import { describe, expect, test } from "vitest";
import type { Priority } from "../../../src/core/rules/rule.ts";
import type { World } from "../world.ts";
import { ask, claimedWorld, offer, waitingWorld } from "./asked-world.ts";

function hurry(world: World, priority: Priority): void {
  const control = world.conversation?.control;
  if (!world.conversation || (control?.phase !== "queue" && control?.phase !== "human"))
    throw new Error("Nobody waits.");
  if (control.phase === "human" && control.handoff === null) throw new Error("There is no handoff.");
  const hurried = { ...control, handoff: { ...control.handoff, priority } } as typeof control;
  world.conversation = { ...world.conversation, control: hurried };
}

const told = ({ effects }: World, kind: string) =>
  effects.flatMap(({ effect }) => (effect.type === "notify" && effect.notice.kind === kind ? [effect.notice] : []));

describe("whoever is asked", () => {
  test("hears how urgent it is and why a person is needed, so that their quiet hours can let it through", () => {
    const world = waitingWorld();
    hurry(world, "urgent");
    offer(world, "robin");
    expect(told(world, "request-received")).toMatchObject([{ priority: "urgent", reason: "explicit-request" }]);
  });

  test("by a colleague, hears the same", () => {
    const world = claimedWorld();
    hurry(world, "high");
    ask(world, "assign", "lee");
    expect(told(world, "request-received")).toMatchObject([{ priority: "high", reason: "explicit-request" }]);
  });
});

test("whoever is given something hears how urgent it is", () => {
  const world = waitingWorld();
  hurry(world, "urgent");
  const options = { byAgentId: null, evenIfAway: false, tellsCustomer: true, jobId: null } as const;
  world.apply({ type: "conversation-assigned", agentId: "lee", ...options });
  expect(told(world, "conversation-assigned")).toMatchObject([{ priority: "urgent", reason: "explicit-request" }]);
});
