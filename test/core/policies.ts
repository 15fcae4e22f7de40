import type { HandoffOutcome, Rule } from "../../src/core/rules/rule.ts";
import { compilePolicy } from "../../src/core/settings/policy.ts";
import { noSwitches, type Settings } from "../../src/core/settings/settings.ts";
import type { SlaPolicy } from "../../src/core/sla/sla-policy.ts";
import { newTaskTemplate } from "../../src/core/tasks/task-template.ts";
import { quietSettings } from "../support/quiet-settings.ts";

/** A rule with everything a test does not care about. */
export function rule(id: string, differing: Partial<Rule> = {}): Rule {
  return { id, name: id, isEnabled: true, position: 1, when: [], then: handoff(), reviewedAt: null, ...differing };
}

export function handoff(differing: Partial<HandoffOutcome> = {}): HandoffOutcome {
  return {
    action: "handoff",
    destination: { type: "team", id: "support" },
    behaviour: "unassign",
    fallback: null,
    assistsWhileWaiting: null,
    priority: "normal",
    notify: [],
    tasks: [],
    ...differing,
  };
}

const alertOthers = rule("alert-others", {
  when: [{ type: "signal", is: ["frustration", "flag", "legal", "explicit-request"] }],
  then: handoff({
    behaviour: "keep-owner",
    fallback: { destination: { type: "team", id: "support" }, afterMinutes: 10 },
  }),
});

const mutedConfirmation: Settings["texts"] = {
  muted: {
    id: "muted",
    moment: "handoff.after_hours",
    scope: { rule: null, channel: null, team: null, reason: null, hours: null },
    isMuted: true,
    byLocale: {},
  },
};

const promised: SlaPolicy = {
  ...{ id: "all", name: "Everybody", position: 1, hours: "always", warnAtPercent: 50 },
  applies: { priorities: [], channels: [], teams: [] },
  targets: { firstResponse: 5, nextResponse: 2, resolution: 30 },
  onWarning: { notify: [{ type: "agent", id: "lee" }], priority: "high", queue: null },
  onBreach: { notify: [], priority: "urgent", queue: "e-mail" },
};

/** What leads might have decided. */
export const policies = {
  promising: compilePolicy(1, { ...quietSettings, slas: { all: promised } }, noSwitches),
  alerting: compilePolicy(1, { ...quietSettings, rules: { "alert-others": alertOthers } }, noSwitches),
  asking: compilePolicy(
    1,
    {
      ...quietSettings,
      surveys: { isEnabled: true, delayMinutes: 0, openHours: 1 },
      taskTemplates: {
        "check-in": newTaskTemplate({
          ...{ id: "check-in", name: "Check in", kind: "check-in", dueMinutes: 60, sendsMessage: true },
          when: ["resolved", "request-expired"],
        }),
      },
    },
    noSwitches,
  ),
  closedAndMuted: compilePolicy(
    1,
    { ...quietSettings, texts: { ...quietSettings.texts, ...mutedConfirmation } },
    { ...noSwitches, closed: { until: Date.UTC(2026, 10, 22), by: "lead", at: 0 } },
  ),
};
