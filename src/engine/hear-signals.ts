import type { TransitionContext } from "../core/conversation/context.ts";
import type { ConversationEvent } from "../core/conversation/event.ts";
import { textOf } from "../core/conversation/message.ts";
import type { Conversation, Evidence } from "../core/conversation/state.ts";
import { transition } from "../core/conversation/transition.ts";
import type { CompiledRules } from "../core/rules/evaluate.ts";
import type { HandoffOutcome, RuleFacts } from "../core/rules/rule.ts";

/** An event that is about to be decided about, and everything that is known. */
export interface DecisionMoment {
  /** `null`: the conversation begins. */
  readonly before: Conversation | null;
  readonly event: ConversationEvent;
  readonly context: TransitionContext;
}

/** A signal with the words that show it. The words are the customer's: for whoever tries it out, never stored (I15). */
export interface HeardSignal {
  readonly id: Evidence["signal"];
  readonly detail: string | null;
  /** `null`: no words show it. */
  readonly words: string | null;
}

export interface Heard {
  readonly facts: RuleFacts;
  readonly signals: readonly HeardSignal[];
}

/**
 * What rules would be asked about. The transition is asked itself, with a rule that takes everything: then whatever it
 * hears becomes a handoff, and a handoff names its facts and evidence. `null`: it asks no rules about this.
 */
export function hearSignals({ before, event, context }: DecisionMoment): Heard | null {
  const rules: CompiledRules = { rules: [takesEverything], needed: context.policy.rules.needed };
  const heard = transition(before, event, { ...context, policy: { ...context.policy, rules } }, idOf(before));
  if (heard.status !== "applied" || heard.conversation.control.phase !== "queue") return null;
  const { decision, evidence } = heard.conversation.control.handoff;
  if (decision.ruleId !== takesEverything.id || !decision.facts) return null;
  const text = (event.type === "message-received" && textOf(event.content)) || "";
  const words = new Map(evidence.map((found) => [keyOf(found.signal, found.detail), wordsOf(found, text)]));
  const signals = decision.facts.signals.map(({ id, detail }) => {
    return { id, detail, words: words.get(keyOf(id, detail)) ?? null };
  });
  return { facts: decision.facts, signals };
}

/** Nothing is stored under it: one that only begins needs no id of its own. */
export function idOf(before: Conversation | null): string {
  return before?.id ?? "new";
}

const toAnybody: HandoffOutcome = {
  action: "handoff",
  destination: { type: "queue", id: "" },
  behaviour: "reassign",
  fallback: null,
  assistsWhileWaiting: null,
  priority: "normal",
  notify: [],
  tasks: [],
};

/** No id that a lead can give. */
const takesEverything: CompiledRules["rules"][number] = { id: "*", conditions: [], when: [], outcome: toAnybody };

function wordsOf({ start, end }: Evidence, text: string): string | null {
  return end > start ? text.slice(start, end) : null;
}

function keyOf(id: string, detail: string | null): string {
  return JSON.stringify([id, detail]);
}
