import { describe, expect, test } from "vitest";
import type { QueueControl } from "../../../src/core/conversation/state.ts";
import type { Agent } from "../../../src/core/people/agent.ts";
import { newQueue, type Queue } from "../../../src/core/routing/queue.ts";
import { person, type TestEngine } from "../../support/engine.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { only, start } from "../opened.ts";

const minute = 60_000;
const morning = [{ from: "08:00", to: "09:30" }];
const days = { tuesday: morning, wednesday: morning, thursday: morning, friday: morning, sunday: morning };
const early = {
  ...{ id: "early", name: "Early shift", timeZone: "UTC", exceptions: [] },
  week: { monday: morning, saturday: morning, ...days },
};

/** Ada waits, and whoever the queue finds is asked for an hour. */
async function waiting(people: readonly Agent[], queue: Partial<Queue> = {}): Promise<TestEngine> {
  const chat = newQueue({ id: "chat", name: "Chat", teams: ["support"], requestSeconds: 3_600, ...queue });
  const { hours, queues } = quietSettings;
  const started = start({
    starter: { ...quietSettings, hours: { ...hours, early }, queues: { ...queues, chat } },
  });
  for (const each of people) await started.engine.agents.add(each);
  await started.pass(0);
  await started.write("ada", "I want to talk to a human");
  await started.pass(0);
  return started;
}

async function control(started: TestEngine): Promise<QueueControl> {
  const found = (await only(started)).control;
  if (found.phase !== "queue") throw new Error(`it is with the ${found.phase}`);
  return found;
}

async function asked(started: TestEngine): Promise<readonly string[]> {
  return (await control(started)).handoff.ask?.pending.map(({ agentId }) => agentId) ?? [];
}

async function endsOf(started: TestEngine, of: string): Promise<readonly (string | null)[]> {
  const { id } = await only(started);
  const { items } = await started.engine.conversations.records(id, { limit: 100, afterSeq: 0 });
  return items.flatMap((one) => (one.type === "request" && one.agentId === of ? [one.end?.status ?? null] : []));
}

const lead = { agentId: null, role: "admin" } as const;
const become = (started: TestEngine, id: string, presence: "away" | "offline" | "busy" | "available") =>
  started.engine.people.setPresence(id, { statusId: null, presence, reason: null }, lead);

describe("whoever is asked and goes", () => {
  test.each(["away", "offline"] as const)(
    "(%s) rings no more, has missed and declined nothing, and is asked when they are back",
    async (presence) => {
      const started = await waiting([person("kim")]);
      expect(await asked(started)).toEqual(["kim"]);
      await become(started, "kim", presence);
      await started.pass(1_000);
      expect(await asked(started)).toEqual([]);
      expect(await endsOf(started, "kim")).toEqual(["rescinded"]);
      expect((await control(started)).handoff.declinedBy).toEqual([]);
      expect(await started.engine.agents.get("kim")).toMatchObject({ missedInARow: 0, holds: {} });

      await become(started, "kim", "available");
      await started.pass(1_000);
      expect(await asked(started)).toEqual(["kim"]);
    },
  );

  test("makes room for a colleague who is free, at once", async () => {
    const started = await waiting([person("kim", { lastAssignedAt: 1 }), person("lee", { lastAssignedAt: 2 })]);
    expect(await asked(started)).toEqual(["kim"]);
    await become(started, "kim", "away");
    await started.pass(1_000);
    expect(await asked(started)).toEqual(["lee"]);
  });

  test("because their shift ends or an absence begins is let go in that very moment", async () => {
    const ending = await waiting([person("kim", { shift: "early" })]);
    await ending.pass(30 * minute - 1);
    expect(await asked(ending)).toEqual(["kim"]);
    await ending.pass(1);
    expect(await asked(ending)).toEqual([]);

    const leaving = await waiting([person("kim")]);
    const from = leaving.clock.now() + minute;
    await leaving.engine.agents.change("kim", {
      absences: [{ id: "a1", from, to: null, reason: "ill", substituteId: null }],
    });
    await leaving.pass(minute);
    expect(await asked(leaving)).toEqual([]);
    expect(await endsOf(leaving, "kim")).toEqual(["rescinded"]);
  });

  test("from a queue that asks also those whose shift is over is asked on, as long as they are there", async () => {
    const started = await waiting([person("kim", { shift: "early" })], { offDuty: "always" });
    await started.pass(31 * minute);
    expect(await asked(started)).toEqual(["kim"]);
    expect(await endsOf(started, "kim")).toEqual([null]);
    await become(started, "kim", "away");
    await started.pass(1_000);
    expect(await asked(started)).toEqual([]);
  });

  test("only to be busy is still asked: they are there", async () => {
    const started = await waiting([person("kim")]);
    await become(started, "kim", "busy");
    await started.pass(1_000);
    expect(await asked(started)).toEqual(["kim"]);
  });

  test("for a moment, with one commit after the other, is asked by the end of it as if nothing had been", async () => {
    const started = await waiting([person("kim")]);
    await become(started, "kim", "away");
    await become(started, "kim", "available");
    await started.pass(1_000);
    expect(await asked(started)).toEqual(["kim"]);
    expect(await endsOf(started, "kim")).toEqual([null]);
  });
});

describe("of many who are asked at once, one who goes", () => {
  const people = ["ann", "bea", "cyd", "dot"].map((id, lastAssignedAt) => person(id, { lastAssignedAt }));

  test("keeps nobody waiting: when the others have said no, those who are free are asked", async () => {
    const started = await waiting(people, { strategy: { type: "broadcast", most: 2 } });
    expect(await asked(started)).toEqual(["ann", "bea"]);
    await become(started, "ann", "offline");
    await started.pass(1_000);
    expect(await asked(started)).toEqual(["bea"]);
    const { id } = await only(started);
    const requestId = (await started.engine.requests.askedOf("bea"))?.requests[0]?.id ?? "none";
    await started.engine.command(id, { type: "request-rejected", agentId: "bea", requestId, reason: "busy" }, null);
    await started.pass(1_000);
    expect(await asked(started)).toEqual(["cyd", "dot"]);
  });
});
