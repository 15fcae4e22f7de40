import { latinLanguages } from "./latin-languages.ts";

/** Letters and signs that few languages write; `ro` and others stand for languages that are not ours. */
const written: Readonly<Record<string, string>> = {
  es: "ñ¿¡áíóúé",
  fr: "çéèêàùâîïôûœë",
  pt: "ãõçáâêíóúéà",
  de: "äöüß",
  it: "èàùìòé",
  nl: "ë",
  pl: "łąęśźżćńó",
  tr: "ğışçöü",
};
const foreign = "åøæěřůďťňčžýőűășțđơư";

/** Before an apostrophe: j'ai, l'ordine. After one: don't, I'm, we'll, it's. */
const elided: Readonly<Record<string, string>> = { fr: "cdjlmnstu", it: "cdlmsto" };
const contracted = /^(?:[mstd]|ll|re|ve)(?![a-z])/;

type LetterEvidence = readonly (readonly [language: number, weight: number])[];

/** Each letter counts a few times: one in a name is nothing, some in a sentence are much. */
export function letterEvidence(original: string): Iterable<readonly [number, number]> {
  const scores = new Map<number, number>();
  const end = Math.min(original.length, readUnits);
  for (let index = 0; index < end; index++) {
    const unit = original.charCodeAt(index);
    if (unit < 0x80 && unit !== apostrophe) continue;
    const evidence =
      unit === apostrophe || unit === curlyApostrophe ? aroundApostrophe(original, index) : letters.get(unit);
    for (const [language, weight] of evidence ?? []) {
      scores.set(language, Math.min(mostScore, (scores.get(language) ?? 0) + weight));
    }
  }
  return scores;
}

const readUnits = 1_000;
const mostScore = 1.6;
const letterWeight = 0.4;
const apostrophe = 0x27;
const curlyApostrophe = 0x2019;

function placeOf(tag: string): number {
  return latinLanguages.findIndex((language) => language.tag === tag);
}

const places = Object.keys(written).map((tag) => [tag, placeOf(tag)] as const);
const foreignPlace = latinLanguages.findIndex(({ tag }) => tag === null);
const letters: ReadonlyMap<number, LetterEvidence> = new Map(
  [...new Set(`${Object.values(written).join("")}${foreign}`)].flatMap((letter) => {
    const writers = foreign.includes(letter)
      ? [foreignPlace]
      : places.filter(([tag]) => written[tag]?.includes(letter)).map(([, place]) => place);
    const evidence = writers.map((place) => [place, letterWeight / writers.length] as const);
    return [letter, letter.toUpperCase()].map((form) => [form.charCodeAt(0), evidence] as const);
  }),
);
const english = placeOf("en");
const englishEvidence: LetterEvidence = [[english, letterWeight]];
const elisions = new Map(
  [...new Set(Object.values(elided).join(""))].map((letter) => {
    const writers = Object.keys(elided).filter((tag) => elided[tag]?.includes(letter));
    return [letter, writers.map((tag) => [placeOf(tag), letterWeight / writers.length] as const)] as const;
  }),
);

function aroundApostrophe(original: string, index: number): LetterEvidence | undefined {
  const before = original[index - 1]?.toLowerCase() ?? "";
  const after = original.slice(index + 1, index + 4).toLowerCase();
  if (contracted.test(after)) return englishEvidence;
  return /^[aeiouhyéèêà]/.test(after) ? elisions.get(before) : undefined;
}
