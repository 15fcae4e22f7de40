import { RequestError } from "./problem.ts";

/** The whole body, or a refusal as soon as it is known to be larger than allowed; the rest is then not read. */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  const declared = request.headers.get("content-length");
  if (declared !== null && Number(declared) > maxBytes) throw tooLarge(maxBytes);
  try {
    // Both servers cut a body at its Content-Length, and reading it in one piece costs a fraction of a stream.
    const body = declared === null ? await readStream(request, maxBytes) : new Uint8Array(await request.arrayBuffer());
    if (body.length > maxBytes) throw tooLarge(maxBytes);
    return body;
  } catch (error) {
    throw error instanceof RequestError ? error : new RequestError("incomplete");
  }
}

async function readStream(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early cancels the stream.
  for await (const chunk of request.body) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  const body = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.length;
  }
  return body;
}

function tooLarge(maxBytes: number): RequestError {
  return new RequestError("too-large", { detail: `The body has more than the ${maxBytes} bytes that are accepted.` });
}
