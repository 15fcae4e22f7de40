import { createCover } from "./language/phrase-cover.ts";
import type { CourtesyKind } from "./lexicons/courtesies/courtesy-lexicon.ts";
import { courtesyLexicons } from "./lexicons/courtesies/index.ts";
import { read } from "./reading.ts";

const cover = createCover<CourtesyKind>(courtesyLexicons);
const emoji = /\p{Extended_Pictographic}/u;
const longestCourtesy = 120;

/** A bare thanks or a lone emoji: it ends a conversation, and must not open it again. */
export function isCourtesy(text: string): boolean {
  if (text.length > longestCourtesy || /[?？؟]/u.test(text)) return false;
  const reading = read(text);
  // Signs alone are an impatient nudge, unless they are a picture of a thumb.
  if (reading.words.length === 0) return emoji.test(text);
  return cover(reading).some(
    (clauses) => clauses.every(({ isWhole }) => isWhole) && clauses.some(({ phrases }) => isCourteous(phrases)),
  );
}

function isCourteous(phrases: readonly ReadonlySet<CourtesyKind>[]): boolean {
  return phrases.some((kinds) => kinds.has("courtesy"));
}
