/**
 * The lines of a stream of bytes, in batches as they come, so that a file of any length fits. Only a line feed ends a
 * line, with or without a carriage return before it: a text may hold every other sign that breaks lines.
 */
export async function* readLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  let decoder: TextDecoder | null = null;
  // Pieces rather than one string: a line without end must not be copied again with every chunk.
  let begun: string[] = [];
  for await (const chunk of bytes) {
    decoder ??= decoderFor(chunk);
    const parts = decoder.decode(chunk, { stream: true }).split("\n");
    const last = parts.pop() ?? "";
    const [first, ...others] = parts;
    if (first === undefined) {
      begun.push(last);
      continue;
    }
    begun.push(first);
    yield [begun.join(""), ...others].map(withoutReturn);
    begun = [last];
  }
  begun.push(decoder?.decode() ?? "");
  const rest = begun.join("");
  if (rest !== "") yield [withoutReturn(rest)];
}

/** Spreadsheets save "Unicode text" in sixteen bits; whichever it is, the mark at the beginning is no text. */
function decoderFor(beginning: Uint8Array): TextDecoder {
  return new TextDecoder(beginning[0] === 0xff && beginning[1] === 0xfe ? "utf-16le" : "utf-8");
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
