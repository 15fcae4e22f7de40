/** Anthropic's API as a real HTTP server on this machine: streams real events, refuses what the API refuses. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type ApiRequest, problemWith } from "./anthropic/api-rules.ts";

export interface AnthropicServer {
  readonly url: string;
  readonly key: string;
  readonly requests: readonly ReceivedRequest[];
  /** From now on, one after the other; the last one for all that follow. */
  answerWith(...answers: readonly ApiAnswer[]): void;
  close(): Promise<void>;
}

export interface ReceivedRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: ApiRequest;
  /** Resolves when the client has gone away or the answer is through. */
  readonly closed: Promise<void>;
}

export type ApiAnswer = (response: ServerResponse, request: ReceivedRequest) => void;

const key = "sk-ant-test-0123456789";
export const requestId = "req_011CStandIn";

export async function openAnthropicServer(): Promise<AnthropicServer> {
  const requests: ReceivedRequest[] = [];
  let answers: readonly ApiAnswer[] = [];
  const server = createServer((message, response) => {
    void receive(message, response).then((request) => {
      response.setHeader("request-id", requestId);
      const refusal = refusalOf(message, request);
      if (refusal) return errorAnswer(refusal.status, refusal.type, refusal.text)(response, request);
      requests.push(request);
      const [next, ...rest] = answers;
      if (rest.length > 0) answers = rest;
      next?.(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    key,
    requests,
    answerWith: (...next) => {
      answers = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function errorAnswer(
  status: number,
  type: string,
  text = "no",
  headers: Record<string, string> = {},
): ApiAnswer {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify({ type: "error", error: { type, message: text }, request_id: requestId }));
  };
}

/** Takes the request and never answers. */
export const silence: ApiAnswer = () => {};

/** Takes the request and closes the connection. */
export const hangUp: ApiAnswer = (response) => response.destroy();

async function receive(message: IncomingMessage, response: ServerResponse): Promise<ReceivedRequest> {
  const closed = new Promise<void>((resolve) => response.once("close", resolve));
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return { headers: message.headers, body: JSON.parse(Buffer.concat(chunks).toString()) as ApiRequest, closed };
}

function refusalOf(message: IncomingMessage, { headers, body }: ReceivedRequest) {
  if (headers.authorization !== `Bearer ${key}`)
    return { status: 401, type: "authentication_error", text: "invalid bearer token" };
  if (message.method !== "POST" || message.url !== "/v1/messages")
    return { status: 404, type: "not_found_error", text: "Not found" };
  if (headers["anthropic-version"] !== "2026-10-21")
    return { status: 400, type: "invalid_request_error", text: "anthropic-version: is not a valid version" };
  const text = problemWith(body);
  return text === null ? null : { status: 400, type: "invalid_request_error", text };
}
