/** A company's help pages, searched in memory: no key, no network, the same on Node and at the edge. */
import { guessLanguage, languageOf } from "./languages.ts";
import type { KnowledgePage } from "./page.ts";
import { passageIndex, type RankedPassage } from "./passage-index.ts";
import { type Passage, passagesOf } from "./passages.ts";

export interface Knowledge {
  /** Best first, in all languages of the pages. */
  search(question: string, limit: number): readonly RankedPassage[];
}

export function knowledgeOf(pages: readonly KnowledgePage[]): Knowledge {
  const indexes = [...byLanguage(pages)].map(([code, passages]) => passageIndex(passages, languageOf(code)));
  return {
    search: (question, limit) =>
      indexes
        .flatMap((index) => index.find(question))
        .sort((one, other) => other.rank - one.rank)
        .slice(0, limit),
  };
}

function byLanguage(pages: readonly KnowledgePage[]): ReadonlyMap<string, readonly Passage[]> {
  const groups = new Map<string, Passage[]>();
  for (const page of pages) {
    const { code } = languageOf(page.language ?? guessLanguage(page.markdown) ?? "en");
    groups.set(code, [...(groups.get(code) ?? []), ...passagesOf(page)]);
  }
  return groups;
}
