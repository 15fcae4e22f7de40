import { type BotAnswer, BotError } from "../../../src/ports/bot.ts";
import { maxAnswerLength } from "../../../src/protocol/bot-webhook.ts";
import { answerOf, malformed, parseStreamLine } from "./parse.ts";
import { readLines } from "./read-lines.ts";

/** Gives the deltas on as they come. The text is what was given on: nothing later can say otherwise. */
export async function* readStream(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes: number,
  signal: AbortSignal,
): AsyncGenerator<string, BotAnswer, void> {
  let text = "";
  for await (const bytes of readLines(chunks)) {
    // Lines that are here already must not be given on either.
    signal.throwIfAborted();
    const line = parseStreamLine(bytes, maxBytes);
    if (line.type === "answer") {
      if (text !== "" && line.text != null && line.text !== text) {
        throw malformed("The answer line has another text than the deltas before it.");
      }
      return answerOf({ ...line, text: line.text ?? text });
    }
    text += line.text;
    if (text.length > maxAnswerLength) throw malformed(`The deltas are longer than ${maxAnswerLength} characters.`);
    if (line.text !== "") yield line.text;
  }
  throw new BotError("The agent's stream ended without an answer line.", { failure: "error", retryable: true });
}
