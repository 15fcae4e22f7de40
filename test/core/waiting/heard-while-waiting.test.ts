import { describe, expect, test } from "vitest";
import { newQueue } from "../../../src/core/routing/queue.ts";
import type { HandoffOutcome } from "../../../src/core/rules/rule.ts";
import { compilePolicy } from "../../../src/core/settings/policy.ts";
import { noSwitches } from "../../../src/core/settings/settings.ts";
import { newTaskTemplate } from "../../../src/core/tasks/task-template.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { handoff, rule } from "../policies.ts";
import { offer, pendingId, recordOf, resultOf, waitingWorld } from "../requests/asked-world.ts";
import { received, type World } from "../world.ts";

const danger = "I am going to kill myself tonight";
const lawyer = "I will sue you, my lawyer is informed";

/** What shows that somebody may be in danger goes to the people for it. */
function crisisTeam(differing: Partial<HandoffOutcome> = {}) {
  const { request } = quietSettings.rules;
  if (!request) throw new Error("The starter has a rule for requests.");
  const then = handoff({ destination: { type: "queue", id: "crisis" }, priority: "urgent", ...differing });
  return compilePolicy(
    1,
    {
      ...quietSettings,
      rules: { request, crisis: rule("crisis", { when: [{ type: "signal", is: ["self-harm"] }], then }) },
      teams: { ...quietSettings.teams, crisis: { id: "crisis", name: "Crisis", hours: "always", headId: null } },
      queues: { ...quietSettings.queues, crisis: newQueue({ id: "crisis", name: "Crisis", teams: ["crisis"] }) },
      taskTemplates: {
        "look-after": newTaskTemplate({ id: "look-after", name: "Look after them", kind: "note", dueMinutes: 60 }),
      },
    },
    noSwitches,
  );
}

function waitOf({ conversation }: World) {
  if (conversation?.control.phase !== "queue") throw new Error("Nobody waits.");
  return conversation.control;
}

function said({ messages }: World): readonly string[] {
  return [...messages.values()].flatMap(({ author }) => (author.type === "system" ? [author.moment] : []));
}

function live(world: World, type: string) {
  return world.effects.filter(({ id, effect }) => effect.type === type && world.live.has(id));
}

function told({ effects }: World) {
  return effects.flatMap(({ effect }) => (effect.type === "notify" ? [effect.notice] : []));
}

describe("somebody who waits and speaks of a danger", () => {
  test("is urgent from then on, is told so once, and people are looked for at once", () => {
    const world = waitingWorld();
    const { id, openedAt } = waitOf(world).handoff;
    const routes = live(world, "route").length;
    world.now += 60_000;
    world.apply(received(danger));
    world.apply(received("I mean it, I want to die"));
    expect(waitOf(world).handoff).toMatchObject({ id, openedAt, priority: "urgent", reason: "self-harm" });
    expect(waitOf(world).handoff.decision.ruleId).toBe("danger");
    expect(waitOf(world).handoff.evidence).toMatchObject([{ signal: "self-harm", messageSeq: 3 }]);
    expect(said(world)).toEqual(["handoff.confirmation", "handoff.confirmation.urgent"]);
    expect(live(world, "route")).toHaveLength(routes + 1);
    expect(told(world).at(-1)).toMatchObject({
      ...{ kind: "handoff-opened", reason: "self-harm", priority: "urgent" },
      targets: [{ type: "queue", id: "chat" }],
    });
  });

  test("goes where the rule sends it, with its tasks; whoever was asked is let go", () => {
    const policy = crisisTeam({ notify: [{ type: "agent", id: "lee" }], tasks: ["look-after"] });
    const world = waitingWorld({ policy });
    offer(world, "robin");
    const requestId = pendingId(world, "robin");
    world.apply(received(danger));
    const { destination, ask, tasks, queues } = waitOf(world).handoff;
    expect([destination.id, ask, tasks, queues]).toEqual(["crisis", null, ["look-after"], ["chat", "crisis"]]);
    expect(recordOf(world, requestId).end?.status).toBe("rescinded");
    expect(world.agents.get("robin")?.holds).toEqual({});
    expect(live(world, "task-create")).toHaveLength(1);
    const heard = told(world).flatMap(({ kind, targets }) => (kind === "handoff-opened" ? targets : []));
    expect(heard.map((target) => target.id).sort()).toEqual(["chat", "crisis", "lee"]);
  });

  test("is told once where that team is closed, and when it is there", () => {
    const closed = { until: Date.UTC(2026, 10, 22), by: "lead", at: 0 };
    const policy = compilePolicy(1, crisisTeam().settings, { ...noSwitches, closed });
    const world = waitingWorld({ policy });
    world.apply(received(danger));
    expect(said(world)).toEqual(["handoff.after_hours", "handoff.after_hours"]);
    expect(waitOf(world).handoff.priority).toBe("urgent");
  });

  test("stays with whoever rings for it where nothing else is to be done than to hurry", () => {
    const world = waitingWorld();
    offer(world, "robin");
    world.apply(received(danger));
    const { ask, priority } = waitOf(world).handoff;
    expect([ask?.pending.map(({ agentId }) => agentId), priority]).toEqual([["robin"], "urgent"]);
  });

  test("gets no answer of the assistant that helps meanwhile, also none it owed already", () => {
    const world = waitingWorld({ assistsWhileWaiting: true });
    world.apply(received("Where is my parcel?"));
    expect(live(world, "bot-turn")).toHaveLength(1);
    world.apply(received(danger));
    expect(live(world, "bot-turn")).toEqual([]);
    expect(said(world).at(-1)).toBe("handoff.confirmation.urgent");
    world.apply(received("Are you there?"));
    expect(live(world, "bot-turn")).toHaveLength(1);
  });

  test("is left to people alone where the rule wants it so", () => {
    const world = waitingWorld({ assistsWhileWaiting: true, policy: crisisTeam({ assistsWhileWaiting: false }) });
    world.apply(received(danger));
    world.apply(received("Are you there?"));
    expect([waitOf(world).assist, live(world, "bot-turn")]).toEqual([null, []]);
  });

  test("is no less urgent for speaking of a lawyer afterwards", () => {
    const world = waitingWorld();
    world.apply(received(danger));
    world.apply(received(lawyer));
    expect(waitOf(world).handoff).toMatchObject({ priority: "urgent", reason: "self-harm" });
    expect(said(world)).toHaveLength(2);
  });
});

describe("somebody who waits", () => {
  test.each([lawyer, "That was not me, my card was stolen"])("and says “%s” is answered, and high", (text) => {
    const world = waitingWorld();
    world.apply(received(text));
    expect(waitOf(world).handoff.priority).toBe("high");
    expect(said(world)).toHaveLength(2);
  });

  test("and asks again for a person stays where a lead has moved it", () => {
    const world = waitingWorld();
    const destination = { type: "queue", id: "e-mail" } as const;
    world.apply({ type: "conversation-unassigned", byAgentId: null, destination, note: null });
    world.apply(received("I want to talk to a human, now"));
    expect(waitOf(world).handoff).toMatchObject({ destination, priority: "normal", reason: "explicit-request" });
    expect(said(world)).toEqual(["handoff.confirmation"]);
  });

  test("is moved by a rule that makes it more urgent, once it holds", () => {
    const { request } = quietSettings.rules;
    const gold = { type: "property", name: "plan", is: ["gold"], mustBeTrusted: true } as const;
    const asks = { type: "signal", is: ["explicit-request"] } as const;
    const vip = rule("vip", { when: [gold, asks], then: handoff({ priority: "high" }) });
    const rules = { vip, ...(request && { request }) };
    const world = waitingWorld({ policy: compilePolicy(1, { ...quietSettings, rules }, noSwitches) });
    const properties = { plan: { value: "gold", isTrusted: true } };
    world.apply({ type: "details-changed", addTags: [], removeTags: [], properties });
    world.apply(received("Hello?"));
    expect(waitOf(world).handoff.destination).toMatchObject({ type: "queue", id: "chat" });
    world.apply(received("Can I talk to a human please?"));
    expect(waitOf(world).handoff).toMatchObject({ priority: "high", destination: { type: "team", id: "support" } });
  });

  test("is never held to what they say about the wait", () => {
    const world = waitingWorld();
    const { engagement } = world.conversation ?? {};
    for (let time = 0; time < 5; time++) world.apply(received("you stupid useless bot"));
    expect(world.conversation?.engagement).toEqual(engagement);
    expect(world.conversation?.restraint).toBeNull();
  });
});

describe("what waits for one team", () => {
  const closes = (world: World, agentId: string | null) =>
    resultOf(world.apply({ type: "conversation-closed", agentId, outcome: "spam", wrapUp: null }));

  test.each([
    ["by somebody of another team", "robin", ["billing"], "not-allowed"],
    ["by somebody who is not there any more", "gone", ["support"], "not-allowed"],
    ["by one of its people", "robin", ["support"], "applied"],
    ["by a lead", "lee", ["billing"], "applied"],
    ["by an outside system", null, [], "applied"],
  ])("is closed %s: %s %s %s", (_name, agentId, teamIds, result) => {
    const world = waitingWorld();
    const agent = world.agents.get(agentId ?? "");
    if (agent) world.agents.set(agent.id, { ...agent, teamIds });
    expect(closes(world, agentId)).toBe(result);
    expect(world.conversation?.control.phase).toBe(result === "applied" ? "closed" : "queue");
  });

  test("may be closed by whoever is asked for it, whatever team they are of", () => {
    const world = waitingWorld();
    const robin = world.agents.get("robin");
    if (robin) world.agents.set("robin", { ...robin, teamIds: ["billing"] });
    offer(world, "robin");
    expect(closes(world, "robin")).toBe("applied");
  });
});
