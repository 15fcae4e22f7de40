/** Stands where a variable was empty, so that only the gap it left is closed: French has spaces before "?". */
export const gap = "\u0000";

/** What a template leaves behind, as a person would have typed it. Runs of spaces go first, so that nothing is slow. */
export function tidyOutput(output: string): string {
  return output
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t]+/g, " ")
    .replace(gapsBeforePunctuation, "")
    .replaceAll(gap, "")
    .replace(/ {2,}/g, " ")
    .replace(/ ([.,،。])(?=\s|$)/g, "$1")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the mark of a gap is one, because no text can hold it.
const gapsBeforePunctuation = /(?: ?\u0000)+(?=[.,:;!?…،؛؟。，！？])/g;
