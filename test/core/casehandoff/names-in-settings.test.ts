import { describe, expect, it } from "vitest";
import { namesInSettings, partsAsTheyAre, replaceName } from "../../../src/core/casehandoff/names-in-settings.ts";
import { newQueue } from "../../../src/core/routing/queue.ts";
import type { Rule } from "../../../src/core/rules/rule.ts";
import { applyChanges } from "../../../src/core/settings/parts.ts";
import type { Settings } from "../../../src/core/settings/settings.ts";
import { starterSettings } from "../../../src/core/settings/starter.ts";
import { newTaskTemplate } from "../../../src/core/tasks/task-template.ts";

const lea = { type: "agent", id: "lea" } as const;
const team = { type: "team", id: "lea" } as const;

const rule: Rule = {
  ...{ id: "vip", name: "lea", isEnabled: true, position: 1, when: [{ type: "tag", is: ["lea"] }], reviewedAt: null },
  then: {
    ...{ action: "handoff", destination: lea, behaviour: "keep-owner", assistsWhileWaiting: null, priority: "high" },
    ...{ fallback: { destination: lea, afterMinutes: 5 }, notify: [team, lea], tasks: ["lea"] },
  },
};

/** Named wherever somebody can be named, and the same word wherever it means something else. */
const settings: Settings = {
  ...starterSettings,
  company: { ...starterSettings.company, name: "lea" },
  handoff: {
    ...starterSettings.handoff,
    destination: lea,
    exhaustion: { ...starterSettings.handoff.exhaustion, alert: [lea] },
  },
  people: { ...starterSettings.people, onCall: "lea" },
  rules: { vip: rule },
  queues: { lea: newQueue({ id: "lea", name: "lea", teams: ["lea"] }) },
  teams: { lea: { id: "lea", name: "lea", hours: "always", headId: "lea" } },
  slas: {
    gold: {
      ...{ id: "gold", name: "Gold", position: 1, applies: { priorities: [], channels: [], teams: ["lea"] } },
      ...{ targets: { firstResponse: 1, nextResponse: null, resolution: null }, hours: "team", warnAtPercent: 75 },
      onWarning: { notify: [lea], priority: null, queue: null },
      onBreach: { notify: [team, lea], priority: null, queue: null },
    },
  },
  taskTemplates: {
    call: newTaskTemplate({ id: "call", name: "lea", kind: "lea", dueMinutes: 5, owner: lea }),
  },
};

describe("names in settings", () => {
  it("are found wherever settings can name a person, and nowhere where the word means something else", () => {
    expect(namesInSettings(settings, "lea").map(({ part, path }) => `${part} ${path}`)).toEqual([
      "handoff destination.id",
      "handoff exhaustion.alert.0.id",
      "people onCall",
      "rules/vip then.destination.id",
      "rules/vip then.fallback.destination.id",
      "rules/vip then.notify.1.id",
      "teams/lea headId",
      "slas/gold onWarning.notify.0.id",
      "slas/gold onBreach.notify.1.id",
      "taskTemplates/call owner.id",
    ]);
    expect(namesInSettings(starterSettings, "lea")).toEqual([]);
  });

  it("are replaced there and only there, in the parts that name them", () => {
    const changes = replaceName(settings, "lea", "kim");
    expect(Object.keys(changes)).toEqual([
      "handoff",
      "people",
      "rules/vip",
      "teams/lea",
      "slas/gold",
      "taskTemplates/call",
    ]);
    const changed = applyChanges(settings, changes);
    expect(namesInSettings(changed, "lea")).toEqual([]);
    expect(namesInSettings(changed, "kim")).toHaveLength(10);
    expect(changed.teams.lea).toEqual({ id: "lea", name: "lea", hours: "always", headId: "kim" });
    expect(changed.company.name).toBe("lea");
    expect(applyChanges(changed, partsAsTheyAre(settings, changes))).toEqual(settings);
  });
});
