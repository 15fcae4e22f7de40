import { describe, expect, test } from "vitest";
import { newQueue } from "../../../src/core/routing/queue.ts";
import { compilePolicy, type Policy } from "../../../src/core/settings/policy.ts";
import type { Settings } from "../../../src/core/settings/settings.ts";
import { noSwitches } from "../../../src/core/settings/settings.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { handoff, rule } from "../policies.ts";
import { createWorld, received, type World } from "../world.ts";

const hour = 3_600_000;

/** Who asks for a person goes to billing, urgently. */
function billing(queues: Settings["queues"] = quietSettings.queues) {
  const then = handoff({ destination: { type: "queue", id: "billing" }, priority: "urgent" });
  const { danger, risk } = quietSettings.rules;
  const request = rule("request", { position: 99, when: [{ type: "signal", is: ["explicit-request"] }], then });
  const rules = { request, ...(danger && { danger }), ...(risk && { risk }) };
  const teams = { ...quietSettings.teams, billing: { id: "billing", name: "Billing", hours: "always", headId: null } };
  return compilePolicy(1, { ...quietSettings, rules, teams, queues }, noSwitches);
}

const withBilling = {
  ...quietSettings.queues,
  billing: newQueue({ id: "billing", name: "Billing", teams: ["billing"] }),
};

const quietPolicy = compilePolicy(1, quietSettings, noSwitches);

/** Robin has had it and has closed it; an hour later the customer writes again. */
function reopenedWith(text: string, before: Policy = quietPolicy, after = before): World {
  const first = createWorld({ policy: before });
  first.apply(received("I want to talk to a human"));
  first.apply({ type: "conversation-claimed", agentId: "robin" });
  first.apply({ type: "agent-replied", agentId: "robin", text: "Done." });
  first.apply({ type: "conversation-closed", agentId: "robin", outcome: "resolved", wrapUp: null });
  const world = createWorld({ policy: after });
  world.conversation = first.conversation;
  for (const [seq, message] of first.messages) world.messages.set(seq, message);
  for (const [id, agent] of first.agents) world.agents.set(id, agent);
  world.now = first.now + hour;
  world.apply(received(text));
  return world;
}

function waitOf({ conversation }: World) {
  if (conversation?.control.phase !== "queue") throw new Error("Nobody waits.");
  return conversation.control.handoff;
}

function lastTold({ messages }: World) {
  const author = [...messages.values()].at(-1)?.author;
  return author?.type === "system" ? author.moment : author?.type;
}

describe("somebody who writes again within the reopen window", () => {
  test("goes back to the last person, or to the queue they came from, as urgent as it was", () => {
    const world = reopenedWith("My invoice is still wrong", billing(withBilling));
    expect(waitOf(world)).toMatchObject({
      ...{ reason: "reopened", priority: "urgent", preferredAgentId: "robin" },
      destination: { type: "queue", id: "billing", teamIds: ["billing"] },
    });
    expect(lastTold(world)).toBe("handoff.confirmation.urgent");
  });

  test("goes the usual way where that queue is no more", () => {
    const world = reopenedWith("My invoice is still wrong", billing(withBilling), billing());
    expect(waitOf(world)).toMatchObject({ reason: "reopened", destination: { type: "queue", id: "chat" } });
  });

  test("is heard when they speak of a danger, and told that it is urgent", () => {
    const world = reopenedWith("I am going to kill myself tonight");
    expect(waitOf(world)).toMatchObject({
      ...{ reason: "self-harm", priority: "urgent", decision: { ruleId: "danger" } },
      ...{ destination: { type: "queue", id: "chat" }, preferredAgentId: "robin" },
    });
    expect(waitOf(world).evidence).toMatchObject([{ signal: "self-harm" }]);
    expect(lastTold(world)).toBe("handoff.confirmation.urgent");
  });

  test("goes where the rule for a risk sends it, and is no less urgent than before", () => {
    const world = reopenedWith("I will sue you, my lawyer is informed", billing(withBilling));
    expect(waitOf(world)).toMatchObject({
      ...{ reason: "legal", priority: "urgent", preferredAgentId: null, decision: { ruleId: "risk" } },
      destination: { type: "queue", id: "chat" },
    });
  });

  test("stays with whoever had them when they only ask for a person again", () => {
    const world = reopenedWith("I want to talk to a human");
    expect(waitOf(world)).toMatchObject({ reason: "reopened", priority: "normal", preferredAgentId: "robin" });
  });
});
