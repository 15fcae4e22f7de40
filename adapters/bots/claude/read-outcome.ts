/** What one answer of the model means for the turn. Pure. */
import type { BotFailure } from "../../../src/core/conversation/event.ts";
import type { BotProposal } from "../../../src/ports/bot.ts";
import type { ModelRound } from "../../kit/anthropic/read-round.ts";
import { withoutBlockTags } from "../../kit/data-block.ts";
import { blockTags } from "./render-history.ts";
import type { Toolbox } from "./toolbox.ts";
import type { AnswerLabel, ToolUse } from "./tools/tool-use.ts";
import { wholeSentences } from "./whole-sentences.ts";

export type Outcome =
  | { readonly status: "answered"; readonly text: string; readonly label: AnswerLabel | null }
  | { readonly status: "proposed"; readonly proposal: BotProposal }
  /** Results go back, and the model goes on. */
  | { readonly status: "tools"; readonly uses: readonly NamedUse[] }
  /** The same again, with what it has said so far. */
  | { readonly status: "paused" }
  | { readonly status: "failed"; readonly failure: BotFailure; readonly detail: string };

export interface NamedUse {
  readonly callId: string;
  readonly use: Exclude<ToolUse, { readonly type: "handoff" }>;
}

export function readOutcome(round: ModelRound, toolbox: Toolbox): Outcome {
  switch (round.stopReason) {
    case "end_turn":
    case "stop_sequence":
    case "tool_use":
      return readWhole(round, toolbox);
    case "max_tokens":
    case "model_context_window_exceeded":
      return readCut(round);
    case "pause_turn":
      return { status: "paused" };
    case "refusal":
      return failed("refusal", "Claude refused to answer.");
    default:
      return failed("malformed", "Claude stopped for a reason that is not known here.");
  }
}

function readWhole({ text, toolCalls }: ModelRound, toolbox: Toolbox): Outcome {
  const uses = toolCalls.map((call) => ({ callId: call.id, use: toolbox.read(call) }));
  const others: NamedUse[] = [];
  for (const { callId, use } of uses) {
    // Whatever stands beside it is dropped: a text would be a second announcement, a tool would act for nobody.
    if (use.type === "handoff") return { status: "proposed", proposal: use.proposal };
    others.push({ callId, use });
  }
  const visible = visibleText(text);
  if (others.some(({ use }) => use.type !== "label") || (visible === null && others.length > 0)) {
    return { status: "tools", uses: others };
  }
  if (visible === null) return failed("empty", "Claude answered nothing.");
  const labels = others.flatMap(({ use }) => (use.type === "label" && use.label ? [use.label] : []));
  return { status: "answered", text: visible, label: labels[0] ?? null };
}

/** A tool call may be cut in half; a text is as good as its whole sentences. */
function readCut({ text }: ModelRound): Outcome {
  const whole = wholeSentences(visibleText(text) ?? "");
  if (whole === null) return failed("malformed", "Claude's answer was cut off before its first sentence ended.");
  return { status: "answered", text: whole, label: null };
}

/** `null` when a customer would see nothing. */
function visibleText(text: string): string | null {
  const written = withoutBlockTags(text, blockTags).replaceAll("\0", "").toWellFormed().trim();
  return /[^\p{C}\p{Z}]/u.test(written) ? written : null;
}

function failed(failure: BotFailure, detail: string): Outcome {
  return { status: "failed", failure, detail };
}
