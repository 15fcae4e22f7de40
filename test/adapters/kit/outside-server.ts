import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** The outside world of an adapter: a real HTTP server on this machine that notes what it got and answers as told. */
export interface OutsideServer {
  readonly url: string;
  readonly calls: readonly ReceivedCall[];
  /** How many connections were opened to it so far. */
  connectionCount(): number;
  /** From now on. Without it: 200 and an empty body. */
  answerWith(answer: Answer): void;
  close(): Promise<void>;
}

export interface ReceivedCall {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export type Answer = (response: ServerResponse, call: ReceivedCall) => void;

export async function openOutsideServer(): Promise<OutsideServer> {
  const calls: ReceivedCall[] = [];
  let connections = 0;
  let answer: Answer = (response) => response.end();
  const server = createServer((request, response) => {
    void read(request).then((call) => {
      calls.push(call);
      answer(response, call);
    });
  });
  server.on("connection", () => connections++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/agent`,
    calls,
    connectionCount: () => connections,
    answerWith: (next) => {
      answer = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function answerStatus(status: number, headers: Record<string, string> = {}): Answer {
  return (response) => response.writeHead(status, headers).end();
}

export function answerJson(value: unknown, status = 200): Answer {
  return (response) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}

/** Takes the request and never answers. */
export const neverAnswer: Answer = () => {};

/** Takes the request and closes the connection. */
export const hangUp: Answer = (response) => response.destroy();

async function read(request: IncomingMessage): Promise<ReceivedCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return {
    method: request.method ?? "",
    path: request.url ?? "",
    headers: request.headers,
    body: Buffer.concat(chunks),
  };
}
