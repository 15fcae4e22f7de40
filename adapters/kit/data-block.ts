/** Other people's words inside a prompt: a marked block that nothing inside it can end. */

/** A tag may begin wherever `<` is followed by a letter; `<3` and `a < b` are left alone. */
const tagBegin = /<(?=\s*\/?\s*[a-z_])/gi;
/** Letters that show nothing and that models read all the same. Flags are written with them after U+1F3F4. */
const hiddenLetters = /(?<!\u{1F3F4}[\u{E0000}-\u{E007F}]*)[\u{E0000}-\u{E007F}]/gu;

export function dataBlock(tag: string, text: string, attributes: Readonly<Record<string, string | null>> = {}): string {
  const written = Object.entries(attributes).flatMap(([name, value]) =>
    value === null ? [] : [` ${name}="${attributeText(value)}"`],
  );
  return `<${tag}${written.join("")}>\n${blockText(text)}\n</${tag}>`;
}

function blockText(text: string): string {
  return text.toWellFormed().replaceAll("\0", "").replace(hiddenLetters, "").replace(tagBegin, "&lt;");
}

function attributeText(text: string): string {
  const line = text.toWellFormed().replace(/[\p{Cc}\s]+/gu, " ");
  return line.replace(hiddenLetters, "").replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/** What a model wrote, without blocks of ours that it copied. */
export function withoutBlockTags(text: string, tags: readonly string[]): string {
  return text.replace(new RegExp(`</?(?:${tags.join("|")})(?:\\s[^<>]*)?>`, "gi"), "");
}

/** Keeps the beginning and says that there was more. Never half a character. */
export function cutText(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength).toWellFormed()} […]`;
}
