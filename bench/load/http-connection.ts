import { connect, type Socket } from "node:net";

export interface HttpConnection {
  /** Sends a whole request and answers with the status. One at a time. */
  request(bytes: Buffer): Promise<number>;
  requestWithBody(bytes: Buffer): Promise<{ status: number; body: string }>;
  close(): void;
}

/** HTTP/1.1 keep-alive with as little work as possible: the generator must never be what is measured. */
export async function openConnection(port: number): Promise<HttpConnection> {
  let waiting: { resolve(answer: { status: number; text: string }): void; reject(error: Error): void } | null = null;
  let received = "";
  let isClosed = false;
  const socket = await dial(port);

  const fail = (error: Error) => {
    isClosed = true;
    waiting?.reject(error);
    waiting = null;
  };
  socket.on("data", (chunk: Buffer) => {
    received += chunk.toString("latin1");
    const status = completeStatus(received);
    if (status === null) return;
    const text = received;
    const taken = waiting;
    received = "";
    waiting = null;
    taken?.resolve({ status, text });
  });
  socket.on("error", fail);
  socket.on("close", () => fail(new Error("The server closed the connection.")));

  const exchange = (bytes: Buffer) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      if (isClosed) return reject(new Error("The connection is closed."));
      waiting = { resolve, reject };
      socket.write(bytes);
    });

  return {
    request: async (bytes) => (await exchange(bytes)).status,
    async requestWithBody(bytes) {
      const { status, text } = await exchange(bytes);
      return { status, body: text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1) };
    },
    close() {
      isClosed = true;
      socket.destroy();
    },
  };
}

function dial(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port, noDelay: true });
    socket.once("connect", () => resolve(socket));
    socket.once("error", reject);
  });
}

/** The status once the whole answer is there; `null` before. */
function completeStatus(text: string): number | null {
  const headEnd = text.indexOf("\r\n\r\n");
  if (headEnd < 0) return null;
  const head = text.slice(0, headEnd).toLowerCase();
  const bodyLength = text.length - headEnd - 4;
  const lengthAt = head.indexOf("\r\ncontent-length:");
  if (lengthAt >= 0) {
    if (bodyLength < Number.parseInt(head.slice(lengthAt + 17), 10)) return null;
  } else if (head.includes("transfer-encoding: chunked") && !text.endsWith("0\r\n\r\n")) {
    return null;
  }
  return Number(head.slice(9, 12));
}
