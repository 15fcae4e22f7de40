import { expect, test } from "vitest";
import type { WantedTask } from "../../../src/core/conversation/effect.ts";
import type { Settings } from "../../../src/core/settings/settings.ts";
import type { Task } from "../../../src/core/tasks/task.ts";
import { newTaskTemplate } from "../../../src/core/tasks/task-template.ts";
import { emptyCommit } from "../../../src/engine/empty-commit.ts";
import { type Commit, type OpenStore, StoreUnavailableError } from "../../../src/ports/store.ts";
import { person, type TestEngine } from "../../support/engine.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { only, speakers, start } from "../opened.ts";

const hour = 3_600_000;

const checking: Settings = {
  ...quietSettings,
  taskTemplates: {
    "check-in": newTaskTemplate({
      ...{ id: "check-in", name: "All well?", kind: "check-in", dueMinutes: 60, dueIn: "always", sendsMessage: true },
      when: ["resolved"],
    }),
  },
};

/** A store that is away at the moment of the first commit that is meant. */
function failingOnce(isMeant: (commit: Commit) => boolean): OpenStore {
  const open = memoryStore();
  let hasFailed = false;
  const commit: OpenStore["store"]["commit"] = (given) => {
    if (hasFailed || !isMeant(given)) return open.store.commit(given);
    hasFailed = true;
    throw new StoreUnavailableError("gone for a moment");
  };
  return { ...open, store: { ...open.store, commit } };
}

async function resolved(started: TestEngine): Promise<string> {
  await started.engine.agents.add(person("kim", { teamIds: ["support"] }));
  await started.write("ada", "I want to talk to a human");
  await started.pass(1_000);
  const { id } = await only(started);
  await started.engine.command(id, { type: "conversation-claimed", agentId: "kim" }, null);
  const end = { type: "conversation-closed", agentId: "kim", outcome: "resolved", wrapUp: null } as const;
  await started.engine.command(id, end, null);
  await started.pass(1_000);
  return id;
}

async function tasksOf({ engine }: TestEngine, conversationId: string): Promise<readonly Task[]> {
  return (await engine.tasks.list({ conversationId, status: null }, { limit: 50, cursor: null })).items;
}

test("a check-in is written once although the store goes away between the message and the task", async () => {
  const endsTask = ({ puts }: Commit) =>
    puts.some(({ kind, body }) => kind === "task" && (body as Task).state.status === "done");
  const started = start({ starter: checking, store: failingOnce(endsTask) });
  const id = await resolved(started);
  await started.pass(1.5 * hour);
  const said = async () => (await speakers(started)).filter((who) => who === "followup.checkin").length;
  expect(await said()).toBe(1);
  // The lease of the process that was interrupted ends, and the timer is carried out again.
  await started.pass(hour);
  expect(await said()).toBe(1);
  expect((await tasksOf(started, id)).map(({ state }) => state.status)).toEqual(["done"]);
});

test("a promise makes one task however often its effect is carried out", async () => {
  const store = memoryStore();
  const started = start({ starter: checking, store });
  const conversationId = await resolved(started);
  const wanted: WantedTask = {
    templateId: "check-in",
    cause: "rule",
    handoffId: null,
    destination: null,
    holderId: "kim",
  };
  for (let times = 0; times < 3; times++) {
    const body = { type: "task-create", conversationId, task: wanted } as const;
    const effect = { id: `${conversationId}.99.0`, lane: null, pool: "timer", dueAt: 0, owner: conversationId, body };
    await store.store.commit({ ...emptyCommit(started.clock.now()), effects: [{ ...effect, whenLeased: [] }] });
    await started.pass(1_000);
  }
  expect((await tasksOf(started, conversationId)).filter(({ cause }) => cause === "rule")).toHaveLength(1);
});

test("what a process had planned is carried out by the next one", async () => {
  const store = memoryStore();
  const first = start({ starter: checking, store });
  await resolved(first);
  await first.engine.stop();
  const second = start({ starter: checking, store: { ...store, close: async () => undefined }, clock: first.clock });
  await second.pass(2 * hour);
  expect((await speakers(second)).filter((who) => who === "followup.checkin")).toHaveLength(1);
});

test("what somebody is given while they leave is not theirs for longer than that", async () => {
  const open = memoryStore();
  let leave: (() => Promise<unknown>) | null = null;
  const commit: OpenStore["store"]["commit"] = async (given) => {
    const leaves = given.puts.some(({ kind }) => kind === "task") ? leave : null;
    if (leaves) leave = null;
    await leaves?.();
    return open.store.commit(given);
  };
  const started = start({ store: { ...open, store: { ...open.store, commit } } });
  const { engine, clock } = started;
  await engine.agents.add(person("lea"));
  leave = async () => {
    await engine.people.leave("lea", { role: "admin", agentId: null });
    await engine.settleAll();
  };
  const due = { at: clock.now() + 240 * hour };
  const wanted = {
    title: "Call back",
    kind: "call-back",
    conversationId: null,
    ownerId: "lea",
    teamId: "support",
    due,
  };
  const made = await engine.tasks.add(wanted, { type: "key", id: "admin" }, null);
  await engine.settleAll();
  const id = made.status === "made" ? made.task.id : "";
  expect(await engine.tasks.get(id)).toMatchObject({ ownerId: null, teamId: "support" });
});
