import { type Message, textOf } from "../../core/conversation/message.ts";
import type { Conversation } from "../../core/conversation/state.ts";
import type { Expected } from "./script.ts";
import type { World } from "./world.ts";

export interface Check {
  readonly claim: string;
  readonly problem: string | null;
}

/** What the script may expect of a conversation, and where each of it is read. */
interface Seen {
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
  readonly arrived: World["channel"]["arrived"];
  readonly deadLetters: number;
}

type Fact = string | number | null;

const facts: Readonly<Record<Exclude<keyof Expected, "customer" | "lastTextContains">, (seen: Seen) => Fact>> = {
  phase: ({ conversation }) => conversation.control.phase,
  agent: ({ conversation: { control } }) => (control.phase === "human" ? control.agentId : null),
  asked: ({ conversation: { control } }) =>
    control.phase === "queue" ? (control.handoff.pendingRequest?.agentId ?? null) : null,
  reason: ({ conversation: { control } }) => (control.phase === "queue" ? control.handoff.reason : null),
  lastText: lastText,
  lastAuthor: ({ messages }) => messages.at(-1)?.author.type ?? null,
  lastDelivery: ({ messages }) => messages.findLast(isOutgoing)?.delivery.status ?? null,
  texts: ({ arrived }) => arrived.length,
  botTexts: ({ arrived }) => arrived.filter(({ author }) => author === "bot").length,
  agentTexts: ({ arrived }) => arrived.filter(({ author }) => author === "agent").length,
  systemTexts: ({ arrived }) => arrived.filter(({ author }) => author === "system").length,
  customerTexts: ({ messages }) => messages.filter(({ author }) => author.type === "customer").length,
  deadLetters: ({ deadLetters }) => deadLetters,
};

export async function checkExpected(
  world: World,
  { customer, lastTextContains, ...expected }: Expected,
  conversationId: string | null,
): Promise<Check[]> {
  const conversation = conversationId === null ? null : await world.engine.conversations.get(conversationId);
  if (!conversation) return [{ claim: `${customer} has a conversation`, problem: "there is none" }];
  const seen = await look(world, conversation);
  const checks = Object.entries(expected).map(([name, wanted]): Check => {
    const found = facts[name as keyof typeof facts](seen);
    return { claim: `${name}: ${show(wanted)}`, problem: found === wanted ? null : `found ${show(found)}` };
  });
  if (lastTextContains !== undefined) {
    const text = lastText(seen);
    const isThere = text?.includes(lastTextContains) === true;
    const claim = `lastTextContains: ${show(lastTextContains)}`;
    checks.push({ claim, problem: isThere ? null : `found ${show(text)}` });
  }
  return checks;
}

async function look(world: World, conversation: Conversation): Promise<Seen> {
  const { items } = await world.engine.conversations.messages(conversation.id, { limit: 10_000, afterSeq: 0 });
  const dead = await world.engine.deadLetters.list({ limit: 1_000, cursor: null });
  return {
    conversation,
    messages: items,
    arrived: world.channel.arrived.filter((message) => message.conversationId === conversation.id),
    deadLetters: dead.items.filter(({ conversationId }) => conversationId === conversation.id).length,
  };
}

/** The last thing the customer or the team can read, notes included. */
function lastText({ messages }: Seen): string | null {
  const last = messages.at(-1);
  return last ? textOf(last.content) : null;
}

function isOutgoing({ author }: Message): boolean {
  return author.type === "bot" || author.type === "agent" || author.type === "system";
}

function show(value: Fact | undefined): string {
  return JSON.stringify(value ?? null);
}
