import type { Message } from "../../../src/core/conversation/message.ts";
import type { EngagementRecord } from "../../../src/core/conversation/record.ts";
import type { Conversation } from "../../../src/core/conversation/state.ts";
import { requestIdOf } from "../../../src/core/requests/ask.ts";
import type { Command } from "../../../src/engine/commands.ts";
import { person, type TestEngine } from "../../support/engine.ts";
import type { Log } from "./recount-cases.ts";

const second = 1_000;
const people = ["robin", "kim", "lee", "sam", "ada"];
const customers = Array.from({ length: 9 }, (_, index) => `customer-${index}`);
export const request = "I want to talk to a human";
const sentences = ["Where is my parcel?", request, "It is urgent", "And now?", request];
const waits = [
  second,
  8 * second,
  40 * second,
  3 * 60 * second,
  40 * 60 * second,
  26 * 3_600 * second,
  80 * 3_600 * second,
];

type Pick = (below: number) => number;

/** The same numbers for the same seed. */
function numbers(seed: number): Pick {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Customers and people who do whatever may be done. No two of their steps are at the same moment. */
export async function playHistory(started: TestEngine, seed: number, steps = 240): Promise<void> {
  const pick = numbers(seed);
  for (const id of people) await started.engine.agents.add(person(id, { capacity: 12 }));
  for (let step = 0; step < steps; step++) {
    const from = customers[pick(customers.length)] ?? "";
    if (pick(4) === 0) await started.write(from, sentences[pick(sentences.length)] ?? "");
    else {
      const open = await conversationsOf(started);
      const conversation = open[pick(open.length)];
      const command = conversation && commandFor(conversation, pick);
      if (command) await started.engine.command(conversation.id, command, null);
    }
    await started.pass(step % 60 === 59 ? (waits[pick(waits.length)] ?? 0) : (1 + pick(12)) * second);
  }
}

export async function logsOf(started: TestEngine): Promise<readonly Log[]> {
  const all = { limit: 1_000, afterSeq: 0 };
  return Promise.all(
    (await conversationsOf(started)).map(async ({ id }) => ({
      conversationId: id,
      records: (await started.engine.conversations.records(id, all)).items as readonly EngagementRecord[],
      messages: (await started.engine.conversations.messages(id, all)).items as readonly Message[],
    })),
  );
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
function commandFor(conversation: Conversation, pick: Pick): Command | null {
  const { control } = conversation;
  switch (control.phase) {
    case "bot":
      return pick(12) === 0 ? { type: "conversation-claimed", agentId: people[pick(people.length)] ?? "" } : null;
    case "queue":
      return whileWaiting(conversation, pick);
    case "human":
      return whileHeld(control.agentId, pick);
    case "closed":
      return null;
  }
}

function whileWaiting({ id, control }: Conversation, pick: Pick): Command | null {
  if (control.phase !== "queue") return null;
  const choice = pick(14);
  if (choice === 0) return { type: "wait-chosen", choice: "cancel" };
  if (choice === 1) return { type: "conversation-closed", agentId: null, outcome: "unresolved", wrapUp: null };
  if (choice === 2) return { type: "conversation-claimed", agentId: people[pick(people.length)] ?? "" };
  const asked = control.handoff.ask?.pending[0];
  if (!asked) return null;
  const request = { requestId: requestIdOf(id, asked.recordSeq), agentId: asked.agentId };
  if (choice < 7) return { type: "request-rejected", ...request, reason: "busy" };
  return choice < 13 ? { type: "request-accepted", ...request } : null;
}

function whileHeld(agentId: string, pick: Pick): Command {
  const choice = pick(13);
  if (choice === 12) return { type: "conversation-flagged", flag: "urgent", reason: null };
  if (choice < 4) return { type: "agent-replied", agentId, text: "I am looking into it" };
  if (choice === 4) return { type: "conversation-handed-back", agentId, note: null };
  if (choice < 8) return { type: "conversation-unassigned", byAgentId: agentId, destination: null, note: null };
  if (choice < 10) {
    const assigned = {
      byAgentId: agentId,
      agentId: people[pick(people.length)] ?? "",
      evenIfAway: true,
      tellsCustomer: true,
    };
    return { type: "conversation-assigned", ...assigned, jobId: choice === 8 ? null : "job" };
  }
  return { type: "conversation-closed", agentId, outcome: choice === 10 ? "resolved" : "unresolved", wrapUp: null };
}
