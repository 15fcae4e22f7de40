import { describe, expect } from "vitest";
import type { EngagementRecord } from "../../src/core/conversation/record.ts";
import type { QueueControl } from "../../src/core/conversation/state.ts";
import { requestIdOf } from "../../src/core/requests/ask.ts";
import type { Settings } from "../../src/core/settings/settings.ts";
import type { OpenStore } from "../../src/ports/store.ts";
import { testClock } from "../support/clock.ts";
import { person, startTestEngine, type TestEngine } from "../support/engine.ts";
import { quietSettings } from "../support/quiet-settings.ts";
import { recordingChannel } from "../support/recording-channel.ts";
import { type InWorkspace, testIn } from "../support/workspace.ts";

const mostAsked = 200;

/** I6, I7: everybody is asked at once and everybody says yes at once, on two processes. */
export function broadcastRace(name: string, inWorkspace: InWorkspace): void {
  describe(`a broadcast to ${mostAsked} people on ${name}`, () => {
    let engines: readonly TestEngine[] = [];
    const test = testIn(inWorkspace, {
      async begin(...stores) {
        engines = await startTwo(stores);
      },
      async end() {
        for (const started of engines) await started.close();
      },
    });

    test("gives it to one of them, and everybody has a clear answer", async () => {
      const { conversationId, control } = await callEverybody(engines);
      const requests = control.handoff.ask?.pending ?? [];
      expect(requests).toHaveLength(mostAsked);
      const answers = await Promise.all(
        requests.map(({ agentId, recordSeq }, index) =>
          at(engines, index).engine.command(
            conversationId,
            { type: "request-accepted", requestId: requestIdOf(conversationId, recordSeq), agentId },
            null,
          ),
        ),
      );
      const won = requests.filter((_asked, index) => answers[index]?.status === "committed");
      expect(won).toHaveLength(1);
      expect(answers.filter((answer) => answer.status === "refused" && answer.code === "request-ended")).toHaveLength(
        mostAsked - 1,
      );
      await expectOneOwner(engines, conversationId, won[0]?.agentId ?? "nobody");
    }, 60_000);

    test("does not wait for the others, whatever they do meanwhile", async () => {
      const { conversationId, control } = await callEverybody(engines);
      const [asked, ...others] = control.handoff.ask?.pending ?? [];
      if (!asked) throw new Error("Nobody was asked.");
      let isOver = false;
      const bustle = async () => {
        for (let turn = 0; !isOver; turn++) {
          const other = others[turn % others.length];
          if (other) await at(engines, 1).engine.agents.change(other.agentId, { name: `Renamed ${turn}` });
        }
      };
      const busy = bustle();
      const requestId = requestIdOf(conversationId, asked.recordSeq);
      const accepts = { type: "request-accepted", requestId, agentId: asked.agentId } as const;
      const answer = await at(engines, 0)
        .engine.command(conversationId, accepts, null)
        .finally(() => {
          isOver = true;
        });
      await busy;
      expect(answer.status).toBe("committed");
      await expectOneOwner(engines, conversationId, asked.agentId);
    }, 60_000);

    test("can be declined, claimed and taken back at the same moment, and still goes to one", async () => {
      const { conversationId, control } = await callEverybody(engines);
      await Promise.all(
        (control.handoff.ask?.pending ?? []).map(({ agentId, recordSeq }, index) => {
          const requestId = requestIdOf(conversationId, recordSeq);
          const { engine } = at(engines, index >> 1);
          if (index % 4 === 0) {
            const reason = "In a meeting";
            return engine.command(conversationId, { type: "request-rejected", requestId, agentId, reason }, null);
          }
          if (index % 4 === 1) return engine.command(conversationId, { type: "conversation-claimed", agentId }, null);
          return engine.command(conversationId, { type: "request-accepted", requestId, agentId }, null);
        }),
      );
      const taken = (await at(engines, 0).engine.conversations.get(conversationId))?.control;
      await expectOneOwner(engines, conversationId, taken?.phase === "human" ? taken.agentId : "nobody");
    }, 60_000);
  });
}

async function startTwo(stores: readonly OpenStore[]): Promise<readonly TestEngine[]> {
  const [clock, channel] = [testClock(), recordingChannel("main.test")];
  const engines = stores.map((store, index) => {
    return startTestEngine({ store, starter: broadcasting(), clock, channel, processName: `p${index}-` });
  });
  // As long as the ids we make ourselves.
  const ids = Array.from(
    { length: mostAsked },
    (_, index) => `agt_01jd3v5n9q8k2m4p6r7s${String(index).padStart(6, "0")}`,
  );
  await Promise.all(ids.map((id) => at(engines, 0).engine.agents.add(person(id))));
  return engines;
}

function broadcasting(): Settings {
  const { chat } = quietSettings.queues;
  if (!chat) throw new Error("The starter has a queue for chats.");
  const strategy = { type: "broadcast", most: mostAsked } as const;
  return { ...quietSettings, queues: { ...quietSettings.queues, chat: { ...chat, strategy } } };
}

async function callEverybody(engines: readonly TestEngine[]) {
  const first = at(engines, 0);
  await first.engine.settleAll();
  const accepted = await first.write("ada", "I want to talk to a human");
  await first.engine.settleAll();
  const conversationId = "conversationId" in accepted ? (accepted.conversationId ?? "") : "";
  const conversation = await first.engine.conversations.get(conversationId);
  expect(JSON.stringify(conversation).length).toBeLessThanOrEqual(16_000);
  const control = conversation?.control as QueueControl;
  expect(control.phase).toBe("queue");
  return { conversationId, control };
}

async function expectOneOwner(engines: readonly TestEngine[], conversationId: string, owner: string): Promise<void> {
  const { engine } = at(engines, 1);
  const conversation = await engine.conversations.get(conversationId);
  expect(conversation?.control).toMatchObject({ phase: "human", agentId: owner });
  const { items } = await engine.conversations.records(conversationId, { limit: 1_000, afterSeq: 0 });
  const requests = items.filter((record) => record.type === "request");
  expect(requests).toHaveLength(mostAsked);
  expect(requests.filter(isPending)).toEqual([]);
  expect(requests.flatMap(({ agentId, end }) => (end?.status === "accepted" ? [agentId] : []))).toEqual(
    requests.some((one) => one.agentId === owner && one.end?.status === "accepted") ? [owner] : [],
  );
  await at(engines, 0).engine.settleAll();
  const agents = await engine.agents.list();
  expect(agents).toHaveLength(mostAsked);
  const holding = agents.filter(({ holds }) => Object.keys(holds).length > 0);
  expect(holding.map(({ id, holds }) => [id, holds[conversationId]?.as])).toEqual([[owner, "open"]]);
}

function isPending(record: EngagementRecord): boolean {
  return record.type === "request" && record.end === null;
}

function at(engines: readonly TestEngine[], index: number): TestEngine {
  const engine = engines[index % engines.length];
  if (!engine) throw new Error("no engine");
  return engine;
}
