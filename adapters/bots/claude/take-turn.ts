/** One turn from question to answer: ask, use tools, ask again, within limits. */
import { type BotAnswer, BotError, type BotTurn } from "../../../src/ports/bot.ts";
import type { ModelClient } from "../../kit/anthropic/model-client.ts";
import { ModelFailure } from "../../kit/anthropic/model-failure.ts";
import type { UsageMeter } from "../../kit/anthropic/usage-meter.ts";
import { type Outcome, readOutcome } from "./read-outcome.ts";
import { renderHistory } from "./render-history.ts";
import { renderRequest } from "./render-request.ts";
import type { Toolbox } from "./toolbox.ts";
import type { AnswerLabel } from "./tools/tool-use.ts";
import { useTools } from "./use-tools.ts";

export interface TurnParts {
  readonly client: ModelClient;
  readonly toolbox: Toolbox;
  readonly instructions: string;
  readonly maxToolRounds: number;
}

type Unpriced = Omit<BotAnswer, "usage">;

/** A model that gets a call wrong is told once; a second time it would go on for ever. */
const maxWrongRounds = 1;

export async function takeTurn(
  parts: TurnParts,
  turn: BotTurn,
  meter: UsageMeter,
  signal: AbortSignal,
): Promise<BotAnswer> {
  try {
    const answer = await converse(parts, turn, meter, signal);
    return { ...answer, usage: meter.total() };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (!(error instanceof BotError || error instanceof ModelFailure)) throw error;
    const { failure, retryable, retryAfterMs } = error;
    throw new BotError(error.message, { failure, retryable, retryAfterMs, usage: meter.total() });
  }
}

async function converse(parts: TurnParts, turn: BotTurn, meter: UsageMeter, signal: AbortSignal): Promise<Unpriced> {
  const { client, toolbox, instructions, maxToolRounds } = parts;
  const fixed = { instructions, tools: toolbox.definitions };
  const messages = renderHistory(turn);
  let found: number | null = null;
  let wrongRounds = 0;
  for (let round = 0; round <= maxToolRounds; round++) {
    const request = renderRequest(fixed, messages, { mayUseTools: round < maxToolRounds });
    const answer = await client.ask(request, meter, signal);
    const outcome = readOutcome(answer, toolbox);
    if (outcome.status !== "tools" && outcome.status !== "paused") return conclude(outcome, found);
    messages.push({ role: "assistant", content: [...answer.content] });
    if (outcome.status === "paused") continue;
    if (outcome.uses.some(({ use }) => use.type === "malformed")) wrongRounds++;
    if (wrongRounds > maxWrongRounds) throw unusable("Claude called a tool wrongly, and again after it was told.");
    const { results, confidence } = await useTools(outcome.uses, turn, signal);
    if (confidence !== null) found = Math.max(found ?? 0, confidence);
    messages.push({ role: "user", content: results });
  }
  throw unusable(`Claude had no answer after ${maxToolRounds} rounds with tools.`);
}

const silent: Unpriced = { text: null, proposals: [], topicSupported: null, confidence: null, intents: [] };

function conclude(outcome: Exclude<Outcome, { status: "tools" | "paused" }>, found: number | null): Unpriced {
  switch (outcome.status) {
    case "answered":
      return { ...silent, text: outcome.text, ...judge(outcome.label, found) };
    case "proposed":
      return { ...silent, proposals: [outcome.proposal] };
    case "failed":
      throw new BotError(outcome.detail, { failure: outcome.failure, retryable: false });
  }
}

/** Its own word that it could not answer counts more than what a search has found; that it could proves nothing. */
function judge(label: AnswerLabel | null, found: number | null) {
  const intents = label?.intents ?? [];
  if (label?.isAnswered === false) return { topicSupported: false, confidence: 0, intents };
  return { topicSupported: found ? true : null, confidence: found, intents };
}

function unusable(message: string): BotError {
  return new BotError(message, { failure: "malformed", retryable: false });
}
