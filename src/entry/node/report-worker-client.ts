import { Worker } from "node:worker_threads";
import type { ReportRunner } from "../../engine/reports/report-runner.ts";
import type { ReportOutcome } from "../../engine/reports/run-report.ts";
import { StoreUnavailableError } from "../../ports/store.ts";
import type { ReportAnswer, ReportAsked } from "./report-worker-messages.ts";
import type { ReportPlace } from "./report-worker-reader.ts";

export interface ReportWorker {
  readonly runner: ReportRunner;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: ReportAnswer) => void;
  readonly reject: (error: Error) => void;
}

const program = new URL("./report-worker.ts", import.meta.url);

/** Starts with the first report. A thread that ends by a fault takes its reports with it, and the next one starts anew. */
export function createReportWorker(place: ReportPlace): ReportWorker {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let thread: Worker | null = null;
  let isClosed = false;

  function running(): Worker {
    if (thread) return thread;
    const started = new Worker(program, {
      workerData: place,
      name: "baton-reports",
      // Rows live as long as their report: with room for them, they are not moved about meanwhile.
      resourceLimits: { maxYoungGenerationSizeMb: 128 },
    });
    // It must not keep a process alive that has nothing else to do.
    started.unref();
    started.on("message", (answer: ReportAnswer) => take(answer.call)?.resolve(answer));
    started.on("error", (error) => failAll(error instanceof Error ? error : new Error(String(error))));
    started.on("exit", () => {
      if (thread === started) thread = null;
      failAll(new Error("The thread that counts reports has ended."));
    });
    thread = started;
    return started;
  }

  function take(call: number): Waiting | undefined {
    const found = waiting.get(call);
    waiting.delete(call);
    return found;
  }

  function failAll(error: Error): void {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  async function ask(asked: ReportAsked): Promise<ReportAnswer> {
    if (isClosed) throw new StoreUnavailableError("The server is stopping; no report is counted any more.");
    const answer = await new Promise<ReportAnswer>((resolve, reject) => {
      waiting.set(asked.call, { resolve, reject });
      running().postMessage(asked);
    });
    if (answer.type !== "failed") return answer;
    throw answer.isUnavailable ? new StoreUnavailableError(answer.message) : new Error(answer.message);
  }

  const runner: ReportRunner = {
    async run(request): Promise<ReportOutcome> {
      const answer = await ask({ type: "run", call: ++calls, request });
      if (answer.type !== "outcome") throw new Error("A report was answered with something else.");
      return answer.outcome;
    },
    async *rows(request) {
      const call = ++calls;
      let isOver = false;
      try {
        let piece = await ask({ type: "rows", call, request });
        while (piece.type === "piece" && piece.text !== null) {
          yield piece.text;
          piece = await ask({ type: "next", call });
        }
        isOver = true;
      } finally {
        if (!isOver) thread?.postMessage({ type: "end", call } satisfies ReportAsked);
      }
    },
  };

  return {
    runner,
    async close() {
      isClosed = true;
      failAll(new StoreUnavailableError("The server is stopping; no report is counted any more."));
      await thread?.terminate();
    },
  };
}
