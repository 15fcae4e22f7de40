const signs = /[!?！？]\s?[!?！？]/u;
const angryFaces = /[😠😡🤬😤🙄👎💩🖕]/u;
const letters = /\p{L}/gu;
const capitals = /\p{Lu}/gu;

/** The customer raises the voice: repeated signs, an angry face, or capitals throughout. Alone it says nothing. */
export function isEmphatic(original: string): boolean {
  const begin = original.slice(0, 1_000);
  return signs.test(begin) || angryFaces.test(begin) || isShouted(begin);
}

/** A reference number or an abbreviation among small letters is not shouting. */
function isShouted(text: string): boolean {
  const count = text.match(letters)?.length ?? 0;
  return count >= 12 && (text.match(capitals)?.length ?? 0) > count * 0.7;
}
