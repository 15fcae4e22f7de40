import { afterEach } from "vitest";
import type { Message } from "../../src/core/conversation/message.ts";
import { textOf } from "../../src/core/conversation/message.ts";
import type { Conversation } from "../../src/core/conversation/state.ts";
import { startTestEngine, type TestEngine, type TestEngineOptions } from "../support/engine.ts";
import { memoryStore } from "../support/memory-store.ts";

const open: TestEngine[] = [];

/** An engine on a store of its own, closed after the test. */
export function start(options: Partial<TestEngineOptions> = {}): TestEngine {
  const started = startTestEngine({ store: memoryStore(), ...options });
  open.push(started);
  return started;
}

afterEach(async () => {
  for (const started of open.splice(0)) await started.close();
});

/** The one conversation there is. */
export async function only(started: TestEngine): Promise<Conversation> {
  for (const phase of ["bot", "queue", "human", "closed"] as const) {
    const page = await started.engine.conversations.listByPhase(phase, { limit: 5, cursor: null });
    if (page.items[0]) return page.items[0];
  }
  throw new Error("there is no conversation");
}

async function messagesOf(started: TestEngine): Promise<readonly Message[]> {
  const { id } = await only(started);
  return (await started.engine.conversations.messages(id, { limit: 100, afterSeq: 0 })).items;
}

/** Who said what, and what became of it where it was not simply sent. */
export async function transcript(started: TestEngine): Promise<string[]> {
  return (await messagesOf(started)).map(line);
}

function line({ author, content, delivery }: Message): string {
  const who = author.type === "system" ? author.moment : author.type;
  const state = delivery.status === "none" || delivery.status === "sent" ? "" : ` (${delivery.status})`;
  return `${who}: ${textOf(content) ?? "?"}${state}`;
}

/** Who spoke, in order. */
export async function speakers(started: TestEngine): Promise<string[]> {
  return (await messagesOf(started)).map(({ author }) => (author.type === "system" ? author.moment : author.type));
}
