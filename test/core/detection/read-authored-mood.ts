import { readFileSync } from "node:fs";

export interface AuthoredSentence {
  readonly text: string;
  readonly language: string;
  readonly label: string;
}

/** Sentences of our own in fifteen languages; `none` is an ordinary message in which nothing may be found. */
export function readAuthoredMood(): readonly AuthoredSentence[] {
  const file = readFileSync(new URL("../../fixtures/detection/authored-mood.tsv", import.meta.url), "utf8");
  const [, ...rows] = file.trimEnd().split("\n");
  return rows.map((row) => {
    const [text = "", language = "", label = ""] = row.split("\t");
    return { text, language, label };
  });
}

export const moodLanguages = "en es fr pt de it nl pl tr ru uk zh ja ar hi".split(" ");

/** The sentences in which something is not found, unless that is one, or one in ten. */
export function missedBeyond(sentences: readonly AuthoredSentence[], isFound: (text: string) => boolean): string[] {
  const missed = sentences.filter(({ text }) => !isFound(text)).map(({ text }) => text);
  return missed.length <= Math.max(1, sentences.length / 10) ? [] : missed;
}
