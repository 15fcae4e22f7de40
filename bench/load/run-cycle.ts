import { openConnection } from "./http-connection.ts";
import { startMeasure } from "./measure.ts";
import { type CyclePlan, type LoadResult, portOf } from "./plan.ts";
import type { ReplyReceiver } from "./reply-receiver.ts";
import { createWebhookRequests } from "./webhook-request.ts";

const replyTimeoutMs = 5_000;

/** As many customers at once as there are connections; each waits for its answer before it writes the next. */
export async function runCycle(plan: CyclePlan, receiver: ReplyReceiver, onBegin: () => void): Promise<LoadResult> {
  const requests = createWebhookRequests(plan);
  const waiting = new Map<string, () => void>();
  receiver.onReply = (address) => waiting.get(address)?.();
  const measure = startMeasure(plan, onBegin);
  let customer = 0;
  await Promise.all(
    Array.from({ length: plan.connections }, async (_, index) => {
      const connection = await openConnection(portOf(plan, index));
      while (!measure.isOver) {
        customer = (customer + 1) % plan.addresses;
        const address = `${plan.addressPrefix}${customer}`;
        const startedAt = performance.now();
        const replied = replyTo(address, waiting);
        const status = await connection.request(requests.next(address));
        if (status >= 200 && status < 300 && (await replied)) measure.completed(startedAt);
        else measure.failed();
      }
      connection.close();
    }),
  );
  return measure.result();
}

function replyTo(address: string, waiting: Map<string, () => void>): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (hasCome: boolean) => {
      clearTimeout(timer);
      waiting.delete(address);
      resolve(hasCome);
    };
    const timer = setTimeout(() => end(false), replyTimeoutMs);
    waiting.set(address, () => end(true));
  });
}
