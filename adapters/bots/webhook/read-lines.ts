import { concatenate } from "../../kit/concatenate.ts";

const newline = 0x0a;

/** Cuts a byte stream into its lines, empty ones left out, wherever the pieces happen to end. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  let held: Uint8Array[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      const line = concatenate([...held, chunk.subarray(from, at)]);
      held = [];
      from = at + 1;
      if (!isBlank(line)) yield line;
    }
    if (from < chunk.length) held.push(chunk.subarray(from));
  }
  const last = concatenate(held);
  if (!isBlank(last)) yield last;
}

/** A carriage return before the newline is JSON white space and may stay. */
function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
