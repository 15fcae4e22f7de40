import { describe, expect, test } from "vitest";
import { type Circle, recipientsOf } from "../../../src/core/notifications/recipients.ts";
import type { Absence } from "../../../src/core/people/absence.ts";
import type { Agent } from "../../../src/core/people/agent.ts";
import { newQueue } from "../../../src/core/routing/queue.ts";
import { isMeant } from "../../../src/core/routing/scope.ts";
import type { Destination } from "../../../src/core/rules/rule.ts";
import { person } from "../../support/engine.ts";

const at = Date.UTC(2026, 10, 21, 9);
const team = (id: string, headId: string | null) => ({ id, name: id, hours: "office", headId });
const settings: Circle["settings"] = {
  teams: { billing: team("billing", "hanna"), sales: team("sales", null) },
  queues: {
    invoices: newQueue({ id: "invoices", name: "Invoices", teams: ["billing"] }),
    everybody: newQueue({ id: "everybody", name: "Everybody", teams: [] }),
  },
};
const absent = (substituteId: string | null): Absence => ({
  ...{ id: "abs_1", from: at - 1_000, to: null, reason: null },
  substituteId,
});
const people = [
  person("kim", { teamIds: ["billing"] }),
  person("lou", { teamIds: ["billing", "sales"] }),
  person("max", { teamIds: ["sales"] }),
  person("hanna", { teamIds: ["billing"] }),
  person("nobodys", { teamIds: [] }),
];

function told(
  targets: readonly Destination[],
  { agents = people as readonly Agent[], actorId = null as string | null } = {},
) {
  return recipientsOf(targets, { agents, settings, at, actorId }).map(({ agent, as }) => `${agent.id} ${as}`);
}

const agentTarget = (id: string): Destination => ({ type: "agent", id });
const changed = (id: string, differing: Partial<Agent>) =>
  people.map((agent) => (agent.id === id ? { ...agent, ...differing } : agent));

describe("who is told", () => {
  test("of a team: its members, and whoever is in no team", () => {
    expect(told([{ type: "team", id: "sales" }])).toEqual(["lou member", "max member", "nobodys member"]);
  });

  test("of a queue: the members of its teams; of one without teams everybody", () => {
    expect(told([{ type: "queue", id: "invoices" }])).toEqual([
      ...["kim member", "lou member", "hanna member", "nobodys member"],
    ]);
    expect(told([{ type: "queue", id: "everybody" }])).toHaveLength(5);
    expect(told([{ type: "queue", id: "deleted" }])).toEqual([]);
  });

  test("of a team or a queue: whom routing asks there, so that leads of no team hear of neither", () => {
    const agents = [...people, person("boss", { role: "lead", teamIds: [] }), person("adam", { role: "admin" })];
    for (const target of [
      { type: "team", id: "sales" },
      { type: "queue", id: "everybody" },
    ] as const) {
      const teamIds = target.type === "team" ? ["sales"] : [];
      const asked = agents.filter((agent) => isMeant(agent, { type: "teams", teamIds: new Set(teamIds) }));
      expect(told([target], { agents })).toEqual(asked.map(({ id }) => `${id} member`));
    }
    expect(told([agentTarget("boss")], { agents })).toEqual(["boss named"]);
  });

  test("of a team in which nobody works: the leads of no team, so that somebody hears of it", () => {
    const gone = { ...person("max", { teamIds: ["sales"] }), leftAt: at };
    const agents = [gone, person("kim", { teamIds: ["billing"] }), person("adam", { role: "admin" })];
    expect(told([{ type: "team", id: "sales" }], { agents })).toEqual(["adam member"]);
  });

  test("is told once, as the person who is named rather than as one of many", () => {
    expect(told([{ type: "team", id: "sales" }, { type: "queue", id: "invoices" }, agentTarget("lou")])).toEqual([
      ...["lou named", "max member", "nobodys member", "kim member", "hanna member"],
    ]);
  });

  test("is not told what they did themselves", () => {
    expect(told([{ type: "team", id: "sales" }], { actorId: "max" })).toEqual(["lou member", "nobodys member"]);
  });

  test("is never somebody of the demo, and never somebody who does not exist", () => {
    expect(told([agentTarget("kim")], { agents: changed("kim", { isTest: true }) })).toEqual([]);
    expect(told([agentTarget("stranger")])).toEqual([]);
  });
});

describe("somebody who is named and absent", () => {
  test("is told all the same, and so is who stands in", () => {
    const agents = changed("kim", { absences: [absent("max")] });
    expect(told([agentTarget("kim")], { agents })).toEqual(["kim named", "max substitute"]);
  });

  test("has the first of the chain who is there; a circle of absent people ends", () => {
    const chain = changed("kim", { absences: [absent("max")] }).map((agent) =>
      agent.id === "max" ? { ...agent, absences: [absent("lou")] } : agent,
    );
    expect(told([agentTarget("kim")], { agents: chain })).toEqual(["kim named", "lou substitute"]);
    const circle = chain.map((agent) => (agent.id === "lou" ? { ...agent, absences: [absent("kim")] } : agent));
    expect(told([agentTarget("kim")], { agents: circle })).toEqual(["kim named"]);
  });

  test("is back when the absence is over", () => {
    const over = { ...absent("max"), to: at };
    expect(told([agentTarget("kim")], { agents: changed("kim", { absences: [over] }) })).toEqual(["kim named"]);
  });
});

describe("somebody who left", () => {
  test("is told nothing; the heads of their teams are", () => {
    const agents = changed("kim", { leftAt: at });
    expect(told([agentTarget("kim")], { agents })).toEqual(["hanna head"]);
    expect(told([{ type: "queue", id: "invoices" }], { agents })).not.toContain("kim member");
  });

  test("and whose teams nobody leads is nobody's", () => {
    expect(told([agentTarget("max")], { agents: changed("max", { leftAt: at }) })).toEqual([]);
  });
});
