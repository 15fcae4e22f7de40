/** The thread that counts reports: webhooks are answered beside it as if nobody asked for any. */
import { setImmediate, setTimeout } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { starterSettings } from "../../core/settings/starter.ts";
import { createKeptBlocks } from "../../engine/reports/kept-blocks.ts";
import { keptInStore } from "../../engine/reports/kept-in-store.ts";
import { createReportRunner, type ReportRunner } from "../../engine/reports/report-runner.ts";
import { StoreUnavailableError } from "../../ports/store.ts";
import { stepBack } from "./report-priority.ts";
import type { ReportAnswer, ReportAsked } from "./report-worker-messages.ts";
import { openReader, type ReportPlace } from "./report-worker-reader.ts";

const mostRows = 600_000;
/** A month of a hundred thousand handoffs, with all that is beside them, takes 250. */
const mostKeptBytes = 320 * 1_048_576;
/** Between two pieces of one or two milliseconds each, a server that does one thing at a time serves everybody else. */
const restOfOthersMs = 2;
const exports = new Map<number, AsyncGenerator<string, void>>();

const answer = (said: ReportAnswer) => parentPort?.postMessage(said);
const opening = open(workerData as ReportPlace);
// Whoever asks first hears of it.
opening.catch(() => undefined);
parentPort?.on("message", (asked: ReportAsked) => void handle(asked));

async function open(place: ReportPlace): Promise<ReportRunner> {
  const { reader } = await openReader(place);
  stepBack();
  // A pause lets this thread hear that somebody does not read on.
  const pause = place.store === "redis" ? () => setTimeout(restOfOthersMs) : () => setImmediate();
  const blocks = createKeptBlocks(mostKeptBytes);
  return createReportRunner({ reader, starter: starterSettings, elsewhere: keptInStore, mostRows, pause, blocks });
}

async function handle(asked: ReportAsked): Promise<void> {
  const { call } = asked;
  try {
    const runner = await opening;
    switch (asked.type) {
      case "run":
        return answer({ type: "outcome", call, outcome: await runner.run(asked.request) });
      case "rows":
        exports.set(call, runner.rows(asked.request));
        return await nextPiece(call);
      case "next":
        return await nextPiece(call);
      case "end":
        await exports.get(call)?.return();
        exports.delete(call);
    }
  } catch (error) {
    exports.delete(call);
    const isUnavailable = error instanceof StoreUnavailableError;
    answer({ type: "failed", call, isUnavailable, message: error instanceof Error ? error.message : "unknown" });
  }
}

async function nextPiece(call: number): Promise<void> {
  const next = await exports.get(call)?.next();
  if (!next || next.done) exports.delete(call);
  answer({ type: "piece", call, text: next?.value ?? null });
}
