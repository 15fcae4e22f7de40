import { createServer } from "node:http";

/** The local fake that takes every reply and says whose it was. */
export interface ReplyReceiver {
  readonly url: string;
  /** Called with the address of each reply that arrives. */
  onReply: (address: string) => void;
}

const addressMark = '"to":"';

export async function startReplyReceiver(): Promise<ReplyReceiver> {
  const receiver: { url: string; onReply: ReplyReceiver["onReply"] } = { url: "", onReply: () => undefined };
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("latin1");
    request.on("data", (chunk: string) => {
      body += chunk;
    });
    request.on("end", () => {
      response.writeHead(200, { "content-length": "0" }).end();
      // Cheaper than parsing it all, and our addresses need no unescaping.
      const start = body.indexOf(addressMark) + addressMark.length;
      receiver.onReply(body.slice(start, body.indexOf('"', start)));
    });
  });
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The reply receiver has no port.");
  receiver.url = `http://127.0.0.1:${address.port}/`;
  return receiver;
}
