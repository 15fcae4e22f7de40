/** A bot that follows a script: for trying Baton out, for tests, and the template every bot copies. */
import { type Bot, type BotAnswer, BotError, type BotTurn } from "../../../src/ports/bot.ts";
import type { Clock } from "../../../src/ports/clock.ts";
import type { ScriptedBotConfig, ScriptStep } from "./config.ts";
import { phraseMatcher } from "./match-phrase.ts";

export { type ScriptedBotConfig, script } from "./config.ts";

export interface ScriptedBotTools {
  readonly clock: Pick<Clock, "sleep">;
}

export function scriptedBot({ id, steps, otherwise }: ScriptedBotConfig, { clock }: ScriptedBotTools): Bot {
  const choices = steps.map((step) => ({ step, hasPhrase: phraseMatcher([step.when].flat()) }));
  return { id, reply };

  async function* reply(turn: BotTurn, signal: AbortSignal): AsyncGenerator<string, BotAnswer, void> {
    signal.throwIfAborted();
    const question = turn.messages.findLast((message) => message.author === "customer")?.text ?? "";
    const isHandedBack = turn.handedBack !== null;
    const fits = (wanted: boolean | undefined) => wanted === undefined || wanted === isHandedBack;
    const choice = choices.find(({ step, hasPhrase }) => fits(step.handedBack) && hasPhrase(question));
    const step = choice?.step ?? otherwise;
    if (step.delayMs) await clock.sleep(step.delayMs, signal);
    signal.throwIfAborted();
    if (step.fail) throw failureOf(step.fail, step);
    if (step.stream) yield* wordsOf(step, signal);
    return answerOf(step);
  }
}

async function* wordsOf({ reply }: ScriptStep, signal: AbortSignal): AsyncGenerator<string, void, void> {
  for (const word of reply?.match(/\S+\s*|\s+/g) ?? []) {
    signal.throwIfAborted();
    yield word;
  }
}

function answerOf(step: ScriptStep): BotAnswer {
  const { reply, handoff, note, topicSupported, confidence, intents, usage } = step;
  if (!reply && !handoff) throw failureOf("empty", step);
  return {
    text: reply || null,
    proposals: handoff ? [{ type: "handoff", reason: handoff, note: note ?? null }] : [],
    topicSupported: topicSupported ?? null,
    confidence: confidence ?? null,
    intents: intents ?? [],
    usage: usage ?? null,
  };
}

function failureOf(failure: BotError["failure"], { usage }: ScriptStep): BotError {
  return new BotError(`The script says to fail with "${failure}".`, {
    failure,
    retryable: failure === "error" || failure === "overload" || failure === "time-out",
    usage: usage ?? null,
  });
}
