import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export interface Outside {
  readonly url: string;
  close(): Promise<void>;
}

export type Handle = (body: string, response: ServerResponse, request: IncomingMessage) => void;

/** A server of the company's own: its bot, or the app its customers use. */
export async function startOutside(handle: Handle): Promise<Outside> {
  const server: Server = createServer(async (request, response) => {
    handle(await text(request), response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
