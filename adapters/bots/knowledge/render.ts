import type { Passage } from "./passages.ts";

export interface KnowledgePhrases {
  readonly greeting: string;
  readonly thanks: string;
  /** Must promise nothing: saying so brings nobody. */
  readonly unknown: string;
  /** Before an answer. `{source}` is the title of the page. */
  readonly answer: string;
}

export const defaultPhrases: KnowledgePhrases = {
  greeting: "Hello! What can I help you with?",
  thanks: "You're welcome! Is there anything else I can help you with?",
  unknown:
    "I don't know that, I'm sorry: I found nothing about it on our help pages. You can put it in other words, or ask for a person.",
  answer: "Here is what our page “{source}” says:",
};

const maxAnswerLength = 600;

export function renderAnswer({ pageTitle, text }: Passage, { answer }: KnowledgePhrases): string {
  return `${answer.replaceAll("{source}", () => pageTitle)}\n\n${shorten(text)}`;
}

/** Ends at a sentence where there is one. */
function shorten(text: string): string {
  if (text.length <= maxAnswerLength) return text;
  const cut = text.slice(0, maxAnswerLength);
  const end = Math.max(cut.lastIndexOf(". "), cut.lastIndexOf("! "), cut.lastIndexOf("? "), cut.lastIndexOf("\n"));
  return end > maxAnswerLength / 3 ? cut.slice(0, end + 1).trim() : `${cut.slice(0, cut.lastIndexOf(" ")).trim()} …`;
}
