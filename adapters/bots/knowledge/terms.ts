/** From words to the terms that are compared: folded, without filler, without endings. English. */
const filler = new Set(
  `a about actually after again all also am an and any anyone anything are as ask at be because been before being but by can
   cannot could did do does doing done for from get gets getting give go going gonna got had has have having he hello help her
   here hey hi him his how i if im in into is it its just kind know last let like long may maybe me might mine more must my myself need no not now of off ok okay on one only or our out over please possible question quick really say she
   should since so some something somehow still sure tell than thank thanks that the their them then there these they thing
   things this those to today too trying two until up us use very wait waiting wanna want wanted wants was way we week weeks well
   were what whats when where wheres which while who why will with wondering would yes yesterday yet you your yours ago
   already ive id ill youre dont doesnt didnt cant couldnt isnt wasnt wont hasnt havent`.split(/\s+/),
);

export function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKD")
      .replace(/\p{M}+/gu, "")
      .replace(/['’]/g, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** `null`: carries no meaning of its own. */
export function termOf(word: string): string | null {
  return filler.has(word) ? null : stem(word);
}

/** Light on purpose: "orders", "ordered" and "ordering" meet in "order", and nothing is cut beyond recognition. */
function stem(word: string): string {
  if (word.length < 4) return word;
  const base = word
    .replace(/ies$/, "y")
    .replace(/(s|x|ch|sh)es$/, "$1")
    .replace(/([^s])s$/, "$1");
  const cut = base.replace(/(?<=[a-z]{3})(ing|ed|ment)$/, "");
  const undoubled = cut === base ? cut : cut.replace(/([bdgmnprt])\1$/, "$1");
  return undoubled.replace(/(?<=[a-z]{3})e$/, "");
}
