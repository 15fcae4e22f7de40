import type { PhrasePart, WordPart } from "./phrase-graph.ts";
import { hasUnspacedScript } from "./phrase-words.ts";

type Alternatives = WordPart["alternatives"];

/** Phrases of scripts that put no spaces between words, letter by letter. */
export interface Spelling {
  isUnspaced(parts: readonly PhrasePart[]): boolean;
  spell(part: PhrasePart): PhrasePart;
}

/** Remembers what it has seen, as the same alternatives stand in many phrases, and stay the same object. */
export function createSpelling(): Spelling {
  const unspaced = remembered((alternatives) => alternatives.some((words) => words.some(hasUnspacedScript)));
  const spelled = remembered((alternatives): Alternatives => alternatives.map((words) => words.flatMap(lettersOf)));
  return {
    isUnspaced: (parts) => parts.some((part) => part.type === "word" && unspaced(part.alternatives)),
    spell: (part) => (part.type === "gap" ? part : { ...part, alternatives: spelled(part.alternatives) }),
  };
}

/** An ending is whatever follows, so the `*` of a word says nothing here. */
function lettersOf(word: string): string[] {
  return [...word.replace("*", "")];
}

function remembered<Value>(compute: (alternatives: Alternatives) => Value): (alternatives: Alternatives) => Value {
  const known = new Map<Alternatives, Value>();
  return (alternatives) => {
    const before = known.get(alternatives);
    if (before !== undefined) return before;
    const value = compute(alternatives);
    known.set(alternatives, value);
    return value;
  };
}
