import type { MessageContent } from "../core/conversation/message.ts";
import type { Signal } from "../core/detection/signal.ts";
import type { PastEngagement } from "../core/rules/backtest.ts";
import type { RuleFacts } from "../core/rules/rule.ts";

/** One thing of the past that decisions are made about. */
export type PastEvent = { readonly seq: number; readonly at: number } & (
  | { readonly type: "message"; readonly content: MessageContent; readonly isFromParticipant: boolean }
  | { readonly type: "answer"; readonly text: string }
  /** The customer was really asked whether they want a person, so what comes next may be the answer to that. */
  | { readonly type: "offered" }
  /** What no message shows: known only because it brought a person at the time. */
  | { readonly type: "signals"; readonly signals: readonly Signal[] }
);

/** An engagement for the rule books to be asked about, and what is replayed of it. */
export interface PastConversation {
  readonly past: PastEngagement;
  readonly events: readonly PastEvent[];
}

/** As a decision keeps it: without a place in a text. */
export function asSignal({ id, detail }: RuleFacts["signals"][number]): Signal {
  return { id, start: 0, end: 0, ...(detail === null ? {} : { detail }) };
}
