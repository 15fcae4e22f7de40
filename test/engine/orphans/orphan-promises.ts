import { describe, expect } from "vitest";
import { readAgent } from "../../../src/core/people/agent.ts";
import { emptyCommit } from "../../../src/engine/empty-commit.ts";
import type { OpenStore } from "../../../src/ports/store.ts";
import { person, startTestEngine, type TestEngine } from "../../support/engine.ts";
import { recordingChannel } from "../../support/recording-channel.ts";
import { type InWorkspace, testIn } from "../../support/workspace.ts";
import { only, speakers } from "../opened.ts";

const hour = 3_600_000;

type Scene = TestEngine & Pick<OpenStore, "store">;

async function asks(started: Scene, from: string) {
  const accepted = await started.write(from, "I want to talk to a human");
  await started.pass(0);
  const id = "conversationId" in accepted ? accepted.conversationId : null;
  const conversation = id === null ? null : await started.engine.conversations.get(id);
  if (!conversation) throw new Error("there is a conversation");
  return conversation;
}

const waits = async (started: Scene) => {
  const { control } = await only(started);
  if (control.phase !== "queue") throw new Error(`it is with the ${control.phase}`);
  return control.handoff;
};

/** As if somebody had put an old backup back, or deleted a row. */
async function change({ store, clock }: Scene, kind: string, id: string, edit: (body: unknown) => unknown) {
  const [stored] = await store.load([{ kind, id }]);
  if (!stored) throw new Error(`there is no ${kind}`);
  await store.commit({ ...emptyCommit(clock.now()), puts: [{ kind, id, body: edit(stored.body) }] });
}

const untilNextHour = ({ clock }: Scene) => hour - (clock.now() % hour);

/** Whatever nobody would ever look at again is looked at within the hour, on every store. */
export function orphanPromises(name: string, inWorkspace: InWorkspace): void {
  let started: Scene;
  const test = testIn(inWorkspace, {
    async begin(open) {
      const channel = recordingChannel("main.test", { hasPresence: true });
      started = { ...startTestEngine({ store: open, channel }), store: open.store };
      await started.engine.runDue();
    },
    end: () => started.close(),
  });

  describe(`on ${name}, a customer who waits and whose stored wake-up is lost`, () => {
    test("is found within the hour, and from then on everything goes its way again", async () => {
      await asks(started, "ada");
      const { wakeUpEffectId } = await waits(started);
      await started.store.commit({ ...emptyCommit(started.clock.now()), cancels: [wakeUpEffectId] });
      const before = (await speakers(started)).length;
      await started.pass(untilNextHour(started) - 1);
      expect((await speakers(started)).slice(before)).toEqual([]);
      await started.pass(hour);
      expect((await waits(started)).wakeUpRound).toBeGreaterThan(2);
      expect((await waits(started)).exhaustedAt).not.toBeNull();
      expect((await speakers(started)).length).toBeGreaterThan(before);
    });

    test("is the only one who is woken, among many whose wake-ups are still to come", async () => {
      for (let index = 0; index < 30; index++) await asks(started, `customer-${index}`);
      await started.pass(untilNextHour(started) - 1);
      const page = await started.engine.conversations.listByPhase("queue", { limit: 50, cursor: null });
      const lost = page.items[17];
      if (lost?.control.phase !== "queue") throw new Error("they wait");
      const { wakeUpEffectId } = lost.control.handoff;
      await started.store.commit({ ...emptyCommit(started.clock.now()), cancels: [wakeUpEffectId] });
      await started.pass(1);
      for (const before of page.items) {
        const after = await started.engine.conversations.get(before.id);
        const round = (one: typeof before | null) =>
          one?.control.phase === "queue" ? one.control.handoff.wakeUpRound : 0;
        expect([before.id, round(after) - round(before)]).toEqual([before.id, before.id === lost.id ? 1 : 0]);
      }
    });
  });

  describe(`on ${name}, a conversation of somebody who works here no more`, () => {
    test("waits for others within the hour", async () => {
      await started.engine.agents.add(person("robin"));
      const { id } = await asks(started, "ada");
      await started.engine.command(id, { type: "conversation-claimed", agentId: "robin" }, null);
      await started.engine.command(id, { type: "agent-replied", agentId: "robin", text: "hello" }, null);
      await started.pass(0);
      await change(started, "agent", "robin", (body) => ({ ...readAgent(body), leftAt: 1 }));
      await started.pass(untilNextHour(started));
      expect((await only(started)).control).toMatchObject({ phase: "queue" });
    });
  });

  describe(`on ${name}, a place that is kept with somebody`, () => {
    test("for a conversation that is not theirs is free within two hours, and the next customer gets it", async () => {
      await started.engine.agents.add(person("robin", { capacity: 1 }));
      const hold = { as: "open", units: 1, channelKind: "test", at: started.clock.now() } as const;
      await change(started, "agent", "robin", (body) => ({ ...readAgent(body), holds: { con_gone: hold } }));
      await asks(started, "ada");
      expect((await waits(started)).ask).toBeNull();
      await started.pass(2 * hour);
      expect((await started.engine.agents.get("robin"))?.holds).not.toHaveProperty("con_gone");
    });

    test("stays kept for what they have and for what they are asked", async () => {
      await started.engine.agents.add(person("robin", { capacity: 2 }));
      const { id } = await asks(started, "ada");
      await started.engine.command(id, { type: "conversation-claimed", agentId: "robin" }, null);
      await started.engine.command(id, { type: "agent-replied", agentId: "robin", text: "hello" }, null);
      await started.pass(3 * hour);
      expect((await started.engine.agents.get("robin"))?.holds).toHaveProperty(id);
    });
  });
}
