import { expect, test } from "vitest";
import type { WebhookEndpoint } from "../../../src/engine/notifications/documents.ts";
import { newRivalOf, rivalOf } from "../../../src/engine/notifications/rival-endpoint.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { notifyingBy } from "../../support/recording-notifier.ts";
import { start } from "../opened.ts";

const url = "https://erp.shop.example/in";

test("of two who add the same address at one moment, at two processes, one is told of the other's", async () => {
  const open = memoryStore();
  const one = start({ store: open, notifying: notifyingBy([]) });
  const store = { ...open, close: async () => undefined };
  const other = start({ store, notifying: notifyingBy([]), clock: one.clock, processName: "b" });
  const create = ({ engine }: typeof one, kinds: readonly "task-due"[] = []) =>
    engine.notifications.endpoints.create({ url, kinds }, null);
  const both = await Promise.all([create(one), create(other, ["task-due"])]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["created", "rival"]);
  const made = both.flatMap((answer) => (answer.status === "created" ? [answer.endpoint.id] : []));
  const named = both.flatMap((answer) => (answer.status === "rival" ? [answer.rival.id] : []));
  expect(named).toEqual(made);
});

function endpoint(id: string, kinds: WebhookEndpoint["kinds"]): WebhookEndpoint {
  const rest = { isEnabled: true, sealedSecret: "", createdAt: 0, lastFailure: null } as const;
  return { schemaVersion: 1, id, url, kinds, ...rest };
}

test("those of before that are rivals already can still be changed, and grow no more of it", () => {
  const [one, twin] = [endpoint("one", ["task-due"]), endpoint("twin", [])];
  expect(rivalOf(one, [twin])).toBe(twin);
  expect(newRivalOf(one, { ...one, kinds: ["task-due", "task-overdue"] }, [one, twin])).toBeNull();
  const third = endpoint("third", ["task-overdue"]);
  expect(newRivalOf(one, { ...one, kinds: ["task-due", "task-overdue"] }, [one, twin, third])).toBe(third);
});
