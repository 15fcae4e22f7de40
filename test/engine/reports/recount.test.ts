import { describe, expect, test } from "vitest";
import type { Message } from "../../../src/core/conversation/message.ts";
import type { EngagementRecord } from "../../../src/core/conversation/record.ts";
import type { Conversation } from "../../../src/core/conversation/state.ts";
import { durationsOf } from "../../../src/core/reports/durations.ts";
import { requestIdOf } from "../../../src/core/requests/ask.ts";
import type { Command } from "../../../src/engine/commands.ts";
import { dayOf } from "../../../src/engine/reports/documents.ts";
import { packRowsBefore } from "../../../src/engine/reports/pack-rows.ts";
import { person, type TestEngine } from "../../support/engine.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { start } from "../opened.ts";
import { counted } from "./count.ts";
import { type Log, recount } from "./recount.ts";

const second = 1_000;
const people = ["robin", "kim", "lee"];
const customers = Array.from({ length: 14 }, (_, index) => `customer-${index}`);
const sentences = [
  "Where is my parcel?",
  "I want to talk to a human",
  "It is urgent",
  "And now?",
  "I want to talk to a human",
];
const waits = [second, 8 * second, 40 * second, 3 * 60 * second, 40 * 60 * second, 26 * 3_600 * second];

/** The same numbers for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

async function conversationsOf({ engine }: TestEngine): Promise<readonly Conversation[]> {
  const pages = await Promise.all(
    (["bot", "queue", "human", "closed"] as const).map((phase) =>
      engine.conversations.listByPhase(phase, { limit: 200, cursor: null }),
    ),
  );
  return pages.flatMap(({ items }) => items);
}

/** What somebody may do about this conversation now. */
function commandFor({ control, id }: Conversation, pick: (below: number) => number): Command | null {
  if (control.phase === "queue") {
    const asked = control.handoff.ask?.pending[0];
    const choice = pick(10);
    if (choice === 0) return { type: "wait-chosen", choice: "cancel" };
    if (choice === 1) return { type: "conversation-closed", agentId: null, outcome: "unresolved", wrapUp: null };
    if (choice === 2) return { type: "conversation-claimed", agentId: people[pick(3)] ?? "" };
    if (!asked) return null;
    const request = { requestId: requestIdOf(id, asked.recordSeq), agentId: asked.agentId };
    if (choice < 6) return { type: "request-rejected", ...request, reason: "busy" };
    return choice < 9 ? { type: "request-accepted", ...request } : null;
  }
  if (control.phase !== "human") return null;
  const { agentId } = control;
  const choice = pick(9);
  if (choice < 4) return { type: "agent-replied", agentId, text: "I am looking into it" };
  if (choice === 4) return { type: "conversation-handed-back", agentId, note: null };
  if (choice === 5) return { type: "conversation-unassigned", byAgentId: agentId, destination: null, note: null };
  if (choice === 6) {
    const other = people[pick(3)] ?? "";
    return {
      type: "conversation-assigned",
      byAgentId: agentId,
      agentId: other,
      evenIfAway: true,
      jobId: null,
      tellsCustomer: true,
    };
  }
  return { type: "conversation-closed", agentId, outcome: choice === 7 ? "resolved" : "unresolved", wrapUp: null };
}

async function play(started: TestEngine, seed: number): Promise<void> {
  const pick = numbers(seed);
  for (const id of people) await started.engine.agents.add(person(id, { capacity: 5 }));
  for (let step = 0; step < 150; step++) {
    const from = customers[pick(customers.length)] ?? "";
    if (pick(3) === 0) await started.write(from, sentences[pick(sentences.length)] ?? "");
    else {
      const open = await conversationsOf(started);
      const conversation = open[pick(open.length)];
      const command = conversation && commandFor(conversation, pick);
      if (command) await started.engine.command(conversation.id, command, null);
    }
    await started.pass(step % 40 === 39 ? (waits[pick(waits.length)] ?? 0) : pick(20) * second);
  }
}

async function logsOf(started: TestEngine): Promise<readonly Log[]> {
  const all = { limit: 1_000, afterSeq: 0 };
  return Promise.all(
    (await conversationsOf(started)).map(async ({ id }) => ({
      conversationId: id,
      records: (await started.engine.conversations.records(id, all)).items as readonly EngagementRecord[],
      messages: (await started.engine.conversations.messages(id, all)).items as readonly Message[],
    })),
  );
}

describe("figures counted again from the logs", () => {
  test.each([1, 42])(
    "are the same, before and after a night's packing (played by %i)",
    async (seed) => {
      const open = memoryStore();
      const started = start({ store: open });
      await play(started, seed);
      const again = recount(await logsOf(started));
      expect(again.handoffs).toBeGreaterThan(10);
      expect(again.requests.rejected + again.requests.accepted).toBeGreaterThan(3);
      const expected = {
        handoffs: { value: again.handoffs },
        "first-response.total": durationsOf(again.firstResponses),
        "first-response.open-age": { count: again.openAges },
        "service-level": { part: again.takenWithinMinute },
        abandonment: { part: again.abandoned, whole: again.handoffs - again.shortAbandons },
        "abandonment.short": { value: again.shortAbandons },
        "reassignments.twice": { part: again.reassignedTwice, whole: again.handoffs },
        "bounces.queue": { part: again.queueBounces },
        "bounces.bot": { part: again.backToBotUnanswered },
        "requests.accepted": { part: again.requests.accepted },
        "requests.rejected": { part: again.requests.rejected },
        "requests.timed-out": { part: again.requests["timed-out"] },
        "handoff-rate": { part: again.handedOver, whole: again.botEngagements },
        "containment.loose": { part: again.botEngagements - again.handedOver, whole: again.botEngagements },
      };
      const before = await counted(started, { by: ["agent", "day"] });
      expect(before.total).toMatchObject(expected);
      const { clock } = started;
      expect(
        await packRowsBefore({ store: open.store, clock }, dayOf(clock.now()) + 1, async () => undefined),
      ).toBeGreaterThan(10);
      expect(await counted(started, { by: ["agent", "day"] })).toEqual(before);
    },
    60_000,
  );
});
