/** Pure: words → Slack's mrkdwn. https://docs.slack.dev/messaging/formatting-message-text */
import type { NoticeEntry, NoticeWords } from "../../../src/core/notifications/words.ts";

/** Slack cuts texts at 40,000 and asks for less than 4,000. */
const maxLength = 3_900;

/** No footer: it is about one's own settings, and takes more room than it is worth in a chat. */
export function renderText({ entries, more }: NoticeWords): string {
  const blocks: string[] = [];
  let length = 0;
  for (const entry of entries) {
    const block = entryText(entry);
    length += block.length + 2;
    // A block is left out whole, so that no escape is ever cut in half.
    if (length > maxLength && blocks.length > 0) break;
    blocks.push(block);
  }
  const left = blocks.length < entries.length ? ["…"] : [];
  return [...blocks, ...left, ...(more === null ? [] : [escaped(more)])].join("\n\n");
}

function entryText({ title, lines, excerpt, link }: NoticeEntry): string {
  return [
    `*${escaped(title)}*`,
    ...lines.map(({ label, value }) => `${escaped(label)}: ${escaped(value)}`),
    ...(excerpt ? [`${escaped(excerpt.label)}:`, `> ${escaped(excerpt.text)}`] : []),
    ...(link ? [`<${escapedUrl(link.url)}|${escaped(link.label)}>`] : []),
  ].join("\n");
}

/** These three and no others; without them nobody can name `<!channel>` or make a link look like another. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function escapedUrl(url: string): string {
  return escaped(url).replaceAll("|", "%7C");
}
