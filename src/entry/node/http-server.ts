import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";

export interface HttpServer {
  /** The port that was really taken. */
  readonly port: number;
  /** No new connections. Resolves when those that are open have ended. */
  stopListening(): Promise<void>;
  /** Ends those that are still open. */
  dropConnections(): void;
}

export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  { host, port }: { host: string; port: number },
): Promise<HttpServer> {
  // The default server of node:http: no other one is asked for.
  const server = createAdaptorServer({ fetch }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stopListening: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
    dropConnections: () => server.closeAllConnections(),
  };
}
