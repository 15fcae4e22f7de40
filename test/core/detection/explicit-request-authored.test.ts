import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { requestLexicons } from "../../../src/core/detection/lexicons/requests.ts";
import { read } from "../../../src/core/detection/reading.ts";
import { findExplicitRequest } from "../../../src/core/detection/signals/explicit-request.ts";

const labels = { "explicit-request": "request", "unclear-request": "unclear" } as const;

interface Sentence {
  readonly text: string;
  readonly label: string;
}

function sentencesIn(language: string): Sentence[] {
  const path = new URL(`../../fixtures/detection/authored-${language}.tsv`, import.meta.url);
  if (!existsSync(path)) return [];
  const rows = readFileSync(path, "utf8").trim().split("\n").slice(1);
  return rows.map((row) => row.split("\t")).map(([text = "", , label = ""]) => ({ text, label }));
}

function heardIn(text: string): string {
  const signal = findExplicitRequest(read(text), { departmentsCount: true });
  return signal ? labels[signal.id as keyof typeof labels] : "none";
}

const languages = requestLexicons.map(({ language }) => ({ language, sentences: sentencesIn(language) }));

test("there are sentences to listen to", () => {
  for (const language of ["en", "de"]) expect(sentencesIn(language).length).toBeGreaterThan(90);
});

describe.each(languages.filter(({ sentences }) => sentences.length > 0))("in $language", ({ sentences }) => {
  test.each(sentences)("$label: $text", ({ text, label }) => {
    expect(heardIn(text)).toBe(label);
  });
});
