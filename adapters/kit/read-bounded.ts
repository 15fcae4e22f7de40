import { concatenate } from "./concatenate.ts";

/** A whole body, or `null` when it is larger than allowed (the rest is then not read). Throws what the stream throws. */
export async function readBounded(response: Response, maxBytes: number): Promise<Uint8Array | null> {
  if (!response.body) return new Uint8Array();
  if (isKnownToFit(response.headers, maxBytes)) return new Uint8Array(await response.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early cancels the stream.
  for await (const chunk of response.body) {
    length += chunk.length;
    if (length > maxBytes) return null;
    chunks.push(chunk);
  }
  return concatenate(chunks);
}

/** A compressed body says how long it is on the wire, not how long it becomes. */
function isKnownToFit(headers: Headers, maxBytes: number): boolean {
  const length = headers.get("content-length");
  return length !== null && !headers.has("content-encoding") && Number(length) <= maxBytes;
}
