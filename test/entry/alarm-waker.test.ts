import { expect, it } from "vitest";
import { emptyCommit } from "../../src/engine/empty-commit.ts";
import { createAlarmWaker, wakeForCommits } from "../../src/entry/worker/alarm-waker.ts";
import { memoryStore } from "../support/memory-store.ts";

function storage(left: number | null = null) {
  const state = { alarm: left, writes: 0 };
  return {
    state,
    getAlarm: async () => state.alarm,
    setAlarm: async (at: number) => {
      state.alarm = at;
      state.writes += 1;
    },
    deleteAlarm: async () => {
      state.alarm = null;
    },
  };
}

function fail(error: unknown): never {
  throw error;
}

it("writes an alarm only when it is earlier than the one that is set", async () => {
  const { state, ...alarms } = storage();
  const waker = createAlarmWaker(alarms, fail);
  await waker.begin(1_000);
  waker.wakeAt(5_000);
  waker.wakeAt(2_000);
  expect(state).toEqual({ alarm: 1_000, writes: 1 });
  waker.wakeAt(500);
  expect(state).toEqual({ alarm: 500, writes: 2 });
});

it("leaves the alarm of an object of before alone", async () => {
  const { state, ...alarms } = storage(700);
  const waker = createAlarmWaker(alarms, fail);
  await waker.begin(1_000);
  waker.wakeAt(900);
  expect(state).toEqual({ alarm: 700, writes: 0 });
});

it("sets a far alarm before anything can fail, and takes it away when nothing was asked for", async () => {
  const { state, ...alarms } = storage();
  const waker = createAlarmWaker(alarms, fail);
  await waker.rearm(45_000);
  expect(state.alarm).toBe(45_000);
  await waker.settle();
  expect(state.alarm).toBeNull();
});

it("keeps what was asked for while it looked", async () => {
  const { state, ...alarms } = storage();
  const waker = createAlarmWaker(alarms, fail);
  await waker.rearm(45_000);
  waker.wakeAt(3_000);
  await waker.settle();
  expect(state.alarm).toBe(3_000);
});

it("sleeps until the earliest time that was asked for, although it had set an earlier one in case it is lost", async () => {
  const { state, ...alarms } = storage();
  const waker = createAlarmWaker(alarms, fail);
  await waker.rearm(45_000);
  waker.wakeAt(3_600_000);
  waker.wakeAt(900_000);
  expect(state.alarm).toBe(45_000);
  await waker.settle();
  expect(state.alarm).toBe(900_000);
  waker.wakeAt(60_000);
  expect(state.alarm).toBe(60_000);
});

it("is woken for what a commit plans, and for the end of what it leases", async () => {
  const asked: number[] = [];
  const { store, close } = wakeForCommits(memoryStore(), (at) => asked.push(at));
  const planned = { id: "a", lane: null, pool: "timer", dueAt: 5_000, owner: "o", body: {}, whenLeased: [] };
  await store.commit({ ...emptyCommit(0), effects: [planned] });
  expect(asked).toEqual([5_000]);
  const lease = { untilMs: 45_000, busyPools: [] };
  await store.commit({ ...emptyCommit(0), effects: [{ ...planned, id: "b", dueAt: 0 }], lease });
  expect(asked).toEqual([5_000, 45_000]);
  await close();
});
