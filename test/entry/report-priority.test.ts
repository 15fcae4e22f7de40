import { once } from "node:events";
import { getPriority } from "node:os";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";

test.runIf(process.platform === "linux")(
  "the thread that counts lets all others go first, and no other is changed",
  async () => {
    const ours = getPriority();
    const thread = new Worker(new URL("./report-priority-thread.ts", import.meta.url));
    const [{ before, after }] = await once(thread, "message");
    await thread.terminate();
    expect(after).toBeGreaterThan(before);
    expect(getPriority()).toBe(ours);
  },
);
