import type { Writable } from "node:stream";

/** Lines to somebody who may stop reading (`| head`): that is no fault, there is only nobody left to write for. */
export interface Output {
  readonly isClosed: boolean;
  line(text: string): void;
  /** Hands over what was written, and waits for a slow reader. */
  flush(): Promise<void>;
}

export function createOutput(stream: Writable): Output {
  let isClosed = false;
  let lines: string[] = [];
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE" && error.code !== "ERR_STREAM_DESTROYED") throw error;
    isClosed = true;
  });
  return {
    get isClosed() {
      return isClosed;
    },
    line(text) {
      lines.push(text);
    },
    async flush() {
      if (isClosed || lines.length === 0) return;
      const text = `${lines.join("\n")}\n`;
      lines = [];
      // An error comes to the listener as well, which knows whether it is one.
      await new Promise<void>((resolve) => stream.write(text, () => resolve()));
    },
  };
}
