/** The load generator: a process of its own, so that it neither slows nor is slowed by what it measures. */
import type { FromGenerator, LoadResult, Plan, ToGenerator } from "./plan.ts";
import { startReplyReceiver } from "./reply-receiver.ts";
import { runAck } from "./run-ack.ts";
import { runCycle } from "./run-cycle.ts";
import { runFeed } from "./run-feed.ts";

const receiver = await startReplyReceiver();

process.on("message", ({ id, plan }: ToGenerator) => {
  const begin = () => tell({ type: "measuring", id });
  run(plan, begin).then(
    (result) => tell({ type: "done", id, result }),
    (error: unknown) => tell({ type: "failed", id, error: error instanceof Error ? error.message : String(error) }),
  );
});
process.once("disconnect", () => process.exit(0));
tell({ type: "ready", replyUrl: receiver.url });

function run(plan: Plan, begin: () => void): Promise<LoadResult> {
  switch (plan.type) {
    case "ack":
      return runAck(plan, begin);
    case "cycle":
      return runCycle(plan, receiver, begin);
    case "feed":
      return runFeed(plan, begin);
  }
}

function tell(message: FromGenerator): void {
  process.send?.(message);
}
