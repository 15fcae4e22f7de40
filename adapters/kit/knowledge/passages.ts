/** Cuts a page at its headings: one heading is one question, and its text the answer. */
import type { KnowledgePage } from "./page.ts";

export interface Passage {
  readonly id: string;
  readonly pageTitle: string;
  readonly pageUrl: string | null;
  /** Empty for what stands before the first heading. */
  readonly heading: string;
  readonly text: string;
}

const headingLine = /^#{1,6}\s+(.*)$/;

export function passagesOf({ id, title, markdown, url = null }: KnowledgePage): Passage[] {
  const passages: Passage[] = [];
  let heading = "";
  let lines: string[] = [];
  const finish = () => {
    const text = plainText(lines);
    const passage = { id: `${id}#${passages.length}`, pageTitle: title, pageUrl: url, heading, text };
    if (text !== "") passages.push(passage);
    lines = [];
  };
  for (const line of markdown.split(/\r?\n/)) {
    const match = headingLine.exec(line.trim());
    if (!match) lines.push(line);
    else {
      finish();
      heading = plainText([match[1] ?? ""]);
    }
  }
  finish();
  return passages;
}

/** What a person reads: a channel shows plain text, so marks would only be noise. */
function plainText(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim().replace(/^[-*+]\s+/, "• "))
    .join("\n")
    .replace(/([^\n])\n(?=[^\n•])/g, "$1 ")
    .replace(/\n{2,}/g, "\n")
    .replace(/!\[[^\]\n]*\]\([^)\n]*\)/g, "")
    .replace(/\[([^\]\n]*)\]\(([^)\n]*)\)/g, "$1 ($2)")
    .replace(/\*\*([^*\n]+)\*\*/g, "$1")
    .replace(/(?<![\w*_])[*_]([^*_\n]+)[*_](?![\w*_])/g, "$1")
    .replace(/`([^`\n]+)`/g, "$1")
    .trim();
}
