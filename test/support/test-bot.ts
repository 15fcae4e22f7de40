import type { Bot, BotAnswer, BotTurn } from "../../src/ports/bot.ts";

export interface TestBot extends Bot {
  readonly turns: BotTurn[];
  /** How the next turns are answered, first to last; then with `re: {last text}`. */
  readonly answers: ((turn: BotTurn, signal: AbortSignal) => Promise<BotAnswer>)[];
}

/** A bot whose every turn a test can hold, answer or break. */
export function testBot(id = "test-bot"): TestBot {
  const turns: BotTurn[] = [];
  const answers: TestBot["answers"] = [];
  return {
    id,
    turns,
    answers,
    // biome-ignore lint/correctness/useYield: a bot may answer in one piece
    async *reply(turn, signal) {
      turns.push(turn);
      const answer = answers.shift();
      return answer ? answer(turn, signal) : says(`re: ${turn.messages.at(-1)?.text}`);
    },
  };
}

export function says(text: string | null, handoff?: string): BotAnswer {
  return {
    text,
    proposals: handoff === undefined ? [] : [{ type: "handoff", reason: handoff, note: null }],
    topicSupported: null,
    confidence: null,
    intents: [],
    usage: null,
  };
}
