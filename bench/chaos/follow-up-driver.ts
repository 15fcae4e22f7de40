import type { Random } from "../support/random.ts";
import { sleep } from "../support/sleep.ts";
import type { Answer, ApiClient } from "./api-client.ts";
import type { FollowUpSeen, Ledger } from "./ledger.ts";
import { reminded, reminderMs } from "./office.ts";

export interface FollowUpsOptions {
  readonly api: ApiClient;
  readonly ledger: Ledger;
  readonly random: Random;
  readonly ownerIds: readonly string[];
}

const timeHasPassed = 422;

/** Somebody promises calls in the next seconds: they become due, or somebody is reminded, while processes are killed. */
export async function promiseFollowUps(options: FollowUpsOptions, until: number, giveUpAt: number): Promise<void> {
  const { ledger, random, ownerIds } = options;
  const promised: Promise<void>[] = [];
  for (let number = 1; Date.now() < until; number++) {
    await sleep(random.between(80, 300));
    const ownerId = ownerIds[random.between(0, ownerIds.length - 1)] ?? "";
    const dueAt = Date.now() + random.between(1_500, 5_000);
    const seen: FollowUpSeen = { key: `follow-up-${number}`, ownerId, dueAt, taskId: null, remindAt: null };
    ledger.followUps.push(seen);
    promised.push(promise(options, seen, giveUpAt));
  }
  await Promise.all(promised);
}

async function promise({ api, ledger, random }: FollowUpsOptions, seen: FollowUpSeen, giveUpAt: number): Promise<void> {
  const { key, ownerId, dueAt } = seen;
  const isReminded = random.happens(0.4);
  const wanted = isReminded ? reminded(ownerId) : { ownerId, dueAt: new Date(dueAt).toISOString() };
  const made = await answered(() => api.post("/tasks", { title: key, ...wanted }, key));
  // Nobody answered until it was due: then there is nothing to promise any more.
  if (!made || made.status === timeHasPassed) return;
  if (made.status >= 300) ledger.oddAnswers.push(`follow-up ${made.status}`);
  else seen.taskId = (made.body as { id: string }).id;
  if (isReminded && seen.taskId !== null) await putOff(seen.taskId);
  if (seen.taskId !== null && random.happens(0.25)) await end(seen.taskId);

  /** To a minute from now, so that the owner is reminded in a moment. */
  async function putOff(taskId: string): Promise<void> {
    const remindAt = Date.now() + random.between(1_000, 4_000);
    const later = { dueAt: new Date(remindAt + reminderMs).toISOString() };
    const put = await answered(() => api.patch(`/tasks/${taskId}`, later));
    // Answered too late, nobody knows whether it was put off in time.
    if (put?.status === 200) seen.remindAt = Date.now() < remindAt ? remindAt : null;
    else if (put && put.status !== timeHasPassed) ledger.oddAnswers.push(`follow-up put off ${put.status}`);
  }

  /** Done before it is due: the old time means nothing any more. */
  async function end(taskId: string): Promise<void> {
    await sleep(random.between(100, 1_500));
    await answered(() => api.post(`/tasks/${taskId}/done`, {}, `done-${taskId}`));
  }

  async function answered(call: () => Promise<Answer>): Promise<{ status: number; body: unknown } | null> {
    while (Date.now() < giveUpAt) {
      const { status, body } = await call();
      if (status !== "lost") return { status, body };
      await sleep(random.between(20, 120));
    }
    return null;
  }
}
