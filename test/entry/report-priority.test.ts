import { once } from "node:events";
import { getPriority } from "node:os";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";

/** Elsewhere threads have no priority of their own, and all stay alike. */
const hasPriorities = process.platform === "linux";

test("the thread that counts lets all others go first where there is a way, and no other is changed", async () => {
  const ours = getPriority();
  const thread = new Worker(new URL("./report-priority-thread.ts", import.meta.url));
  const [{ before, after }] = await once(thread, "message");
  await thread.terminate();
  expect(after > before).toBe(hasPriorities);
  expect(getPriority()).toBe(ours);
});
