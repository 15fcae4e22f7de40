import { openConnection } from "./http-connection.ts";
import { startMeasure } from "./measure.ts";
import { type AckPlan, type LoadResult, portOf } from "./plan.ts";
import { createWebhookRequests } from "./webhook-request.ts";

export async function runAck(plan: AckPlan, onBegin: () => void): Promise<LoadResult> {
  const requests = createWebhookRequests(plan);
  const measure = startMeasure(plan, onBegin);
  await Promise.all(
    Array.from({ length: plan.connections }, async (_, index) => {
      const connection = await openConnection(portOf(plan, index));
      while (!measure.isOver) {
        const customer = Math.floor(Math.random() * plan.addresses) * (plan.stride ?? 1);
        const bytes = requests.next(`${plan.addressPrefix}${customer}`);
        const startedAt = performance.now();
        const status = await connection.request(bytes);
        if (status >= 200 && status < 300) measure.completed(startedAt);
        else measure.failed();
      }
      connection.close();
    }),
  );
  return measure.result();
}
