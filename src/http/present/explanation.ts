import type { RuleFacts } from "../../core/rules/rule.ts";
import type { ConditionTrace } from "../../core/rules/trace.ts";
import type { Explanation, Replay } from "../../engine/explain-decision.ts";
import type { ConditionTraceBody, ExplanationBody } from "../../protocol/decisions.ts";
import { isoTime } from "./time.ts";

export function presentExplanation(conversationId: string, explanation: Explanation): ExplanationBody {
  const { subject, id, at, reason, evidence, trail, replay } = explanation;
  return {
    conversationId,
    subject,
    id,
    at: isoTime(at),
    reason,
    evidence: evidence && [...evidence],
    settingsVersion: trail?.settingsVersion ?? null,
    ruleId: trail?.ruleId ?? null,
    facts: trail?.facts ? presentFacts(trail.facts) : null,
    replay: replay && presentReplay(replay),
  };
}

function presentFacts(facts: RuleFacts): NonNullable<ExplanationBody["facts"]> {
  const { at, channelId, channelKind, signals, intents, tags, properties, language, hours, queues, botTurns } = facts;
  return {
    at: isoTime(at),
    channelId,
    channelKind,
    signals: [...signals],
    intents: [...intents],
    tags: [...tags],
    properties: { ...properties },
    language,
    hours: { ...hours },
    queues: { ...queues },
    botTurns,
    accountOwner: facts.accountOwner ?? null,
  };
}

function presentReplay({ trace, text, isSame }: Replay): NonNullable<ExplanationBody["replay"]> {
  const rules = trace.map(({ ruleId, isMatch, conditions }) => {
    return { ruleId, isMatch, conditions: conditions.map(presentCondition) };
  });
  return { trace: rules, text, isSame };
}

function presentCondition(trace: ConditionTrace): ConditionTraceBody {
  const { truth } = trace;
  if (trace.type === "not") return { type: "not", truth, condition: presentCondition(trace.condition) };
  return { type: trace.type, truth, found: [...trace.found] };
}
