import type { RequestLexicon, Role } from "./grammar/lexicon.ts";
import { latinLanguages } from "./language/latin-languages.ts";
import { russianWords } from "./language/words/ru.ts";
import { ukrainianWords } from "./language/words/uk.ts";
import { requestLexicons } from "./lexicons/requests.ts";

/**
 * Texts to practise on, in every language, made of the words of our lists: the words that sentences are built with,
 * clauses that have the shape of a request or of what turns one around, words with an error, every sign. They make no
 * sense and need not; what is wanted is that reading them takes the ways that reading messages takes.
 */
export function* rehearsalTexts(rounds: number): Generator<string, void> {
  const speakers = requestLexicons.map(speakerOf);
  for (let round = 0; round < rounds; round++) {
    for (const speaker of speakers) yield textOf(speaker, round);
  }
}

interface Speaker {
  readonly frame: readonly string[];
  readonly entries: ReadonlyMap<Role, readonly string[]>;
}

const cyrillic: Readonly<Record<string, string>> = { ru: russianWords, uk: ukrainianWords };

function speakerOf({ language, roles }: RequestLexicon): Speaker {
  const latin = latinLanguages.find(({ tag }) => tag === language);
  const frame = latin ? `${latin.frame} ${latin.subjects}` : (cyrillic[language] ?? roles.glue ?? "");
  const entries = new Map(
    Object.entries(roles).map(([role, written]) => [role as Role, written.split(entryEnd).filter(isPlain)]),
  );
  return { frame: frame.replaceAll("*", "").split(/[\s,،、]+/), entries };
}

const entryEnd = /\s*[,\n،、]\s*/u;

/** Without alternatives, endings and options. */
function isPlain(entry: string): boolean {
  return /^[\p{L}\p{M}' ]+$/u.test(entry);
}

const shapes: readonly (readonly Role[])[] = [
  ["polite", "subject", "wish", "talk", "glue", "staff"],
  ["subject", "negators", "wish", "machines", "turns", "persons"],
  ["questions", "ability", "subject", "reach", "departments"],
  ["reported", "subject", "ability", "talk", "anybody"],
  ["exists", "genuine", "persons", "who", "ability", "acts"],
  ["staff", "polite"],
  ["hypothetical", "wish", "staff", "joins", "past", "talk", "groups"],
  ["requests"],
  ["why", "ability", "subject", "negators", "talk", "strangers", "staff"],
  ["unclear", "asides", "object", "references"],
  ["continues", "welcome", "staff", "obligations", "acts", "me"],
  ["declines"],
  ["spokenOf", "identity", "machines"],
  ["retractions", "refusals", "devices"],
];

const signs = [".", "?", ",", "!", ":", " –", ";", "\n", "…", " 3.50", " 12:30,", " A1234.", '"', " (e.g.)", "!!", ""];

/** Other words beside each other in every round. */
function textOf({ frame, entries }: Speaker, round: number): string {
  let text = "";
  for (let clause = 0; text.length < usualLength; clause++) {
    const turn = round * 5 + clause;
    const shape = clause % 3 === 1 ? (shapes[(round + clause) % shapes.length] ?? []) : [];
    const asked = shape.map((role) => pick(entries.get(role), turn));
    const said = Array.from({ length: 1 + (turn % 9) }, (_, at) =>
      mistyped(pick(frame, turn * 7 + at * (round + 3)), turn + at),
    );
    const words = (shape.length > 0 ? asked : said).filter((word) => word !== "");
    text += `${words.join(" ")}${signs[turn % signs.length]} `;
  }
  return text;
}

const usualLength = 280;

function pick(words: readonly string[] | undefined, turn: number): string {
  return words?.[turn % words.length] ?? "";
}

/** Now and then a letter left out, doubled, or two words run together. */
function mistyped(word: string, turn: number): string {
  const middle = word.length >> 1;
  if (turn % 11 === 3) return word.slice(0, middle) + word.slice(middle + 1);
  if (turn % 13 === 5) return word.slice(0, middle) + word.slice(middle - 1);
  return turn % 29 === 7 ? `${word}${word}` : word;
}
