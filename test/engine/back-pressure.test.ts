import { expect, test } from "vitest";
import type { SendResult } from "../../src/ports/channel.ts";
import type { Store } from "../../src/ports/store.ts";
import { startTestEngine } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

test("a slow channel gets no more at once than its pool holds, the rest waits in the store, and nothing is lost", async () => {
  const open = memoryStore();
  const busy: (readonly string[])[] = [];
  const store: Store = {
    ...open.store,
    commit(commit) {
      if (commit.lease) busy.push(commit.lease.busyPools);
      return open.store.commit(commit);
    },
  };
  const started = startTestEngine({ store: { store, close: open.close }, limits: { poolSize: 2 } });
  const gate = Promise.withResolvers<SendResult>();
  let inFlight = 0;
  let most = 0;
  const send = started.channel.send;
  started.channel.send = async (message, signal) => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    await gate.promise;
    inFlight -= 1;
    return send(message, signal);
  };

  for (let customer = 0; customer < 12; customer++) await started.write(`customer ${customer}`, "hello");
  const passing = started.pass(1_000);
  await waitFor(() => inFlight === 2);
  await started.write("one more", "hello");
  expect(busy.at(-1)).toContain("send:main.test");
  expect(most).toBe(2);

  gate.resolve({ status: "sent", providerId: null });
  await passing;
  await started.pass(60_000);
  expect(started.channel.sent).toHaveLength(13);
  expect(most).toBe(2);
  await started.close();
});

async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
