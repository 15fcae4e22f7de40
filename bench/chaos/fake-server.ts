import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export interface FakeServer {
  readonly url: string;
  close(): Promise<void>;
}

export interface FakeRequest {
  readonly path: string;
  readonly headers: Headers;
  readonly body: Buffer;
  readonly response: ServerResponse;
  /** Cuts the connection; with an answer on its way, that answer is lost. */
  cut(): void;
}

/** A server of the world around Baton, on the loopback. */
export async function startFakeServer(answer: (request: FakeRequest) => Promise<void>): Promise<FakeServer> {
  const server = createServer((request, response) => {
    read(request)
      .then((body) => {
        const cut = () => request.socket.destroy();
        return answer({ path: request.url ?? "/", headers: headersOf(request), body, response, cut });
      })
      .catch(() => request.socket.destroy());
  });
  server.keepAliveTimeout = 30_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("A fake server has no port.");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function headersOf(request: IncomingMessage): Headers {
  return new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
}
