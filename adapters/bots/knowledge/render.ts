import type { Passage } from "../../kit/knowledge/passages.ts";
import type { KnowledgePhrases } from "./phrases.ts";

const maxAnswerLength = 600;

/** With its source: the page's title, and where to read on. */
export function renderAnswer({ pageTitle, pageUrl, text }: Passage, { answer }: KnowledgePhrases): string {
  const source = answer.replaceAll("{source}", () => pageTitle);
  return [source, shorten(text), ...(pageUrl === null ? [] : [pageUrl])].join("\n\n");
}

/** Ends at a sentence where there is one. */
function shorten(text: string): string {
  if (text.length <= maxAnswerLength) return text;
  const cut = text.slice(0, maxAnswerLength);
  const end = Math.max(cut.lastIndexOf(". "), cut.lastIndexOf("! "), cut.lastIndexOf("? "), cut.lastIndexOf("\n"));
  return end > maxAnswerLength / 3 ? cut.slice(0, end + 1).trim() : `${cut.slice(0, cut.lastIndexOf(" ")).trim()} …`;
}
