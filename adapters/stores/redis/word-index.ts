import type { SearchHit, SearchQuery } from "../../../src/ports/store.ts";
import { cellsOf, textOf } from "./replies.ts";
import type { Scripts } from "./script.ts";
import { indexWordsScript } from "./scripts/index-words.ts";
import { searchWordsScript } from "./scripts/search-words.ts";

/** Messages per script call: the server serves others in between. */
const batch = 100;
const stretch = 1_000;

/** Indexes words that commits left waiting, of so many messages; says how many messages are left. */
export async function indexSomeWords(scripts: Scripts, messages: number): Promise<number> {
  return Number(await scripts.run(indexWordsScript, [messages]));
}

/** Whatever was committed before is found: the waiting words are indexed first. */
export async function searchMessages(scripts: Scripts, { words, limit }: SearchQuery): Promise<readonly SearchHit[]> {
  if (words.length === 0 || limit < 1) return [];
  await indexWaitingWords(scripts);
  const wanted = [...new Set(words)];
  // A message that is indexed between two stretches shifts the rest by one: the set takes the repetition.
  const found = new Set<string>();
  let start: number | null = 0;
  while (start !== null && found.size < limit) {
    const place = [start, stretch, limit - found.size, ...wanted];
    const [next, ...members] = cellsOf(await scripts.run(searchWordsScript, place));
    for (const member of members) found.add(textOf(member));
    start = next == null ? null : Number(next);
  }
  return [...found].slice(0, limit).map(hitOf);
}

/** As many as were waiting at the start: writers who never pause cannot hold a search up. */
export async function indexWaitingWords(scripts: Scripts): Promise<void> {
  const left = await indexSomeWords(scripts, batch);
  for (let done = 0; done < left; done += batch) await indexSomeWords(scripts, batch);
}

function hitOf(member: string): SearchHit {
  const separator = member.lastIndexOf("\0");
  return { conversationId: member.slice(0, separator), seq: Number(member.slice(separator + 1)) };
}
