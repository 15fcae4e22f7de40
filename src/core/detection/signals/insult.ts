import type { Reading } from "../reading.ts";
import type { Signal } from "../signal.ts";
import { type FoundMood, findMood } from "./find-mood.ts";
import { undisguise } from "./undisguise.ts";

/** The customer insults the bot, the company or its people, also with letters hidden. */
export function findInsult(reading: Reading): Signal | null {
  const found = findMood(undisguise(reading), "insult").find((one) => !one.clause.isQuoted && !isTitle(one, reading));
  return found ? { id: "insult", start: found.start, end: found.end } : null;
}

const opening = /["“„«「『《]\s?(?:\p{L}{1,3}['’ ]\s?)?$/u;
const closing = /^\p{L}?["”“»」』》]/u;

/** Books and films are called "The Idiot"; so short a quotation is not read as one. */
function isTitle({ start, end }: FoundMood<"insult">, { original }: Reading): boolean {
  return opening.test(original.slice(Math.max(0, start - 6), start)) && closing.test(original.slice(end, end + 2));
}
