/** What is left of a text that was cut off: its whole sentences, or `null` when there is none. */
export function wholeSentences(text: string): string | null {
  let end = 0;
  for (const match of text.matchAll(/[.!?…。！？؟۔](?:["'”’»)\]*]*)(?=\s|$)|[。！？]/gu))
    end = match.index + match[0].length;
  const whole = text.slice(0, end).trim();
  return whole === "" ? null : whole;
}
