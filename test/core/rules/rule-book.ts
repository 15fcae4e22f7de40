import type { Condition, HandoffOutcome, Rule, RuleFacts, RuleOutcome } from "../../../src/core/rules/rule.ts";
import type { Settings } from "../../../src/core/settings/settings.ts";
import { starterSettings } from "../../../src/core/settings/starter.ts";

export const toChat: HandoffOutcome = {
  action: "handoff",
  destination: { type: "queue", id: "chat" },
  behaviour: "reassign",
  fallback: null,
  assistsWhileWaiting: null,
  priority: "normal",
  notify: [],
  tasks: [],
};

interface RuleDetails extends Partial<Omit<Rule, "then">> {
  readonly outcome?: RuleOutcome;
}

export function rule(id: string, when: readonly Condition[], details: RuleDetails = {}): Rule {
  const { outcome: then = toChat, ...more } = details;
  return { id, name: `The ${id} rule`, isEnabled: true, position: 10, when, then, reviewedAt: null, ...more };
}

/** In this order. */
export function book(...rules: readonly Rule[]): Settings["rules"] {
  return Object.fromEntries(rules.map((one, index) => [one.id, { ...one, position: (index + 1) * 10 }]));
}

export function withRules(...rules: readonly Rule[]): Settings {
  return { ...starterSettings, rules: book(...rules) };
}

export function facts(more: Partial<RuleFacts> = {}): RuleFacts {
  return {
    at: Date.parse("2026-11-21T12:00Z"),
    channelId: "main",
    channelKind: "whatsapp",
    signals: [],
    intents: [],
    tags: [],
    properties: {},
    language: "en",
    hours: {},
    queues: {},
    botTurns: 0,
    ...more,
  };
}
