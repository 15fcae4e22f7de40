import type { TransitionContext } from "../conversation/context.ts";
import type { Evidence, HandoffCause, HandoffReason } from "../conversation/state.ts";
import { evaluateRules } from "../rules/evaluate.ts";
import { factsOf, type Occasion } from "../rules/facts.ts";
import type { HandoffOutcome } from "../rules/rule.ts";
import type { Policy } from "../settings/policy.ts";
import type { SignalPolicy } from "../settings/settings.ts";
import type { Signal, SignalId } from "./signal.ts";

/** What is to be done about the signals of one moment: the first rule that matches decides, else the signals' own policies. */
export interface Verdict {
  readonly action: "handoff" | "offer" | "bot";
  readonly cause: HandoffCause;
  /** `null`: no rule says how, so the workspace's way holds. */
  readonly outcome: HandoffOutcome | null;
}

export function decide(occasion: Occasion, context: TransitionContext): Verdict {
  const { policy, settings } = context;
  const { signals, messageSeq } = occasion;
  const facts = factsOf(occasion, context);
  const { ruleId, outcome } = evaluateRules(policy.rules, facts);
  const decision = { settingsVersion: policy.version, ruleId, facts };
  const evidence = signals.slice(0, mostEvidence).map((signal) => evidenceOf(signal, messageSeq));
  // Who was asked and said yes gets a person, whatever asking for one leads to by itself.
  const isAccepted = signals.some(({ detail }) => detail === offerAccepted);
  const action = isAccepted ? "handoff" : (outcome?.action ?? strongest(signals, policy));
  const handoff = outcome?.action === "handoff" ? outcome : null;
  const cause = { reason: reasonFor(signals, action, policy), evidence, decision };
  if (action === "handoff" || settings.botId !== null) return { action, cause, outcome: handoff };
  // Nobody else is there to answer.
  const reason = signals.length === 0 ? "no-bot" : cause.reason;
  return { action: "handoff", cause: { ...cause, reason }, outcome: null };
}

/** The detail of a request that answers our own question. */
export const offerAccepted = "offer-accepted";

/** A mail can trip many phrases; a handful explains as well. */
const mostEvidence = 8;

export function evidenceOf({ id, detail, start, end }: Signal, messageSeq: number | null): Evidence {
  return { signal: id, detail: detail ?? null, messageSeq, start, end };
}

/** What the lead has set for a signal by itself. */
function policyOf({ id, detail }: Signal, { settings }: Policy): SignalPolicy {
  const { signals, unreadable } = settings.detection;
  if (id === "phrase") return (detail === undefined ? undefined : settings.phrases[detail]?.policy) ?? "none";
  if (id === "unreadable-message") return unreadable[detail as keyof typeof unreadable] ?? "none";
  return signals[id] ?? "none";
}

function strongest(signals: readonly Signal[], policy: Policy): Verdict["action"] {
  const policies = signals.map((signal) => policyOf(signal, policy));
  if (policies.includes("handoff")) return "handoff";
  return policies.includes("offer") ? "offer" : "bot";
}

/** The one that weighs most names the handoff: what stands first here is what a person must know first. */
const weights: readonly SignalId[] = [
  "self-harm",
  "threat",
  "fraud",
  "legal",
  "privacy",
  "person-button",
  "explicit-request",
  "flag",
  "broken-promise",
  "bot-failed",
  "bot-proposed",
  "phrase",
  "intent",
  "bot-repeats",
  "participant",
  "unreadable-message",
  "failed-attempts",
  "unsupported-topic",
  "customer-repeats",
  "turn-budget",
  "insult",
  "frustration",
  "unclear-request",
];

function reasonFor(signals: readonly Signal[], action: Verdict["action"], policy: Policy): HandoffReason {
  const acting = signals.filter((signal) => policyOf(signal, policy) === action);
  const ids = (acting.length > 0 ? acting : signals).map(({ id }) => id);
  return weights.find((id) => ids.includes(id)) ?? "rule";
}
