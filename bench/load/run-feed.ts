import { sleep } from "../support/sleep.ts";
import { followFeed } from "./follow-feed.ts";
import { openConnection } from "./http-connection.ts";
import { startMeasure } from "./measure.ts";
import { type FeedPlan, type LoadResult, portOf } from "./plan.ts";
import { createWebhookRequests } from "./webhook-request.ts";

const handoffText = "I want to talk to a human";
const tickMs = 5;

/** Every handoff is timed from the moment its webhook is written to the moment the feed's client has the entry. */
export async function runFeed(plan: FeedPlan, onBegin: () => void): Promise<LoadResult> {
  const requests = createWebhookRequests(plan);
  const shownAt = new Map<string, number>();
  const shown = new Map<string, () => void>();
  const follower = await followFeed({ port: portOf(plan, 0), token: plan.token }, (conversationId) => {
    shownAt.set(conversationId, performance.now());
    shown.get(conversationId)?.();
  });
  const measure = startMeasure(plan, onBegin);
  const address = (kind: string, number: number) => `${plan.addressPrefix}${kind}-${number}`;
  await Promise.all([
    atRate(plan, plan.messagesPerSecond, async (connection, number) => {
      const status = await connection.request(requests.next(address("bot", number % plan.addresses)));
      if (status >= 300) measure.failed();
    }),
    atRate(plan, plan.handoffsPerSecond, async (connection, number) => {
      const startedAt = performance.now();
      const { status, body } = await connection.requestWithBody(requests.next(address("asks", number), handoffText));
      const { conversationId } = JSON.parse(body) as { conversationId?: string };
      if (status >= 300 || !conversationId) return measure.failed();
      if (!shownAt.has(conversationId)) await new Promise<void>((resolve) => shown.set(conversationId, resolve));
      measure.completed(startedAt);
    }),
  ]);
  follower.stop();
  return measure.result();

  /** Open loop: what the server does not take in time waits here, and the wait is counted. */
  async function atRate(
    { connections }: FeedPlan,
    perSecond: number,
    send: (connection: Connection, number: number) => Promise<void>,
  ): Promise<void> {
    const free = await Promise.all(
      Array.from({ length: connections }, (_, index) => openConnection(portOf(plan, index))),
    );
    const all = [...free];
    const startedAt = performance.now();
    let sent = 0;
    while (!measure.isOver) {
      const due = Math.floor(((performance.now() - startedAt) / 1000) * perSecond);
      for (
        let connection = sent < due ? free.pop() : undefined;
        connection;
        connection = sent < due ? free.pop() : undefined
      ) {
        const used = connection;
        sent += 1;
        void send(used, sent)
          .catch(() => measure.failed())
          .finally(() => free.push(used));
      }
      await sleep(tickMs);
    }
    for (const connection of all) connection.close();
  }
}

type Connection = Awaited<ReturnType<typeof openConnection>>;
