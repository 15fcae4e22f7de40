/** Pure: words → the three texts of a mail. Everything that comes from outside is escaped here. */
import type { NoticeEntry, NoticeWords } from "../../../src/core/notifications/words.ts";

export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const maxSubjectLength = 160;
const breaks = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

export function renderMail(words: NoticeWords): RenderedMail {
  const subject = words.subject.replace(breaks, " ").trim().slice(0, maxSubjectLength).toWellFormed();
  return { subject, text: plainText(words), html: html(words) };
}

function plainText({ entries, more, footer, direction }: NoticeWords): string {
  const value = direction === "rtl" ? isolated : asItIs;
  const blocks = entries.map(({ title, lines, excerpt, link }) =>
    [
      title,
      ...lines.map((line) => `${line.label}: ${value(line.value)}`),
      ...(excerpt ? [`${excerpt.label}:`, `> ${value(excerpt.text)}`] : []),
      ...(link ? [`${link.label}: ${link.url}`] : []),
    ].join("\n"),
  );
  const rest = [more, footer && `-- \n${footer}`].filter((part) => part !== null);
  return `${[...blocks, ...rest].join("\n\n")}\n`;
}

function html({ language, direction, entries, more, footer }: NoticeWords): string {
  const body = [
    ...entries.map(entryHtml),
    ...(more === null ? [] : [`<p>${escaped(more)}</p>`]),
    ...(footer === null ? [] : [`<p style="color:#666;font-size:12px">${escaped(footer)}</p>`]),
  ].join("\n");
  const style = "font-family:system-ui,sans-serif;font-size:15px;line-height:1.5";
  const meta = '<meta charset="utf-8">';
  return `<!doctype html>\n<html lang="${escaped(language)}" dir="${direction}"><head>${meta}</head><body style="${style}">\n${body}\n</body></html>\n`;
}

function entryHtml({ title, lines, excerpt, link }: NoticeEntry): string {
  const rows = lines.map(({ label, value }) => `${escaped(label)}: <bdi>${escaped(value)}</bdi>`);
  return [
    `<p><strong>${escaped(title)}</strong></p>`,
    ...(rows.length > 0 ? [`<p>${rows.join("<br>\n")}</p>`] : []),
    ...(excerpt
      ? [`<p>${escaped(excerpt.label)}:</p><blockquote><bdi>${escaped(excerpt.text)}</bdi></blockquote>`]
      : []),
    ...(link ? [`<p><a href="${escaped(link.url)}">${escaped(link.label)}</a></p>`] : []),
  ].join("\n");
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

/** A name in the other direction turns nothing around it. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

function asItIs(text: string): string {
  return text;
}
