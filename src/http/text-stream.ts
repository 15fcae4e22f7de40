interface TextStreamOptions {
  readonly type: string;
  readonly fileName: string;
}

/** Text as it is made, no faster than it is read; whoever goes ends the making of it. */
export function textStream(pieces: AsyncGenerator<string, void>, { type, fileName }: TextStreamOptions): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const next = await pieces.next();
          if (next.done) controller.close();
          else controller.enqueue(encoder.encode(next.value));
        } catch (error) {
          // The answer breaks off: half a file must not look like a whole one.
          controller.error(error);
        }
      },
      async cancel() {
        await pieces.return();
      },
    },
    { highWaterMark: 1 },
  );
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${fileName}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
