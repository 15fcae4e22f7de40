import type { RecordBody } from "../../src/protocol/records.ts";
import { sleep } from "../support/sleep.ts";
import { waitUntil } from "../support/wait-until.ts";
import type { ApiClient, Conversation } from "./api-client.ts";
import type { Ledger } from "./ledger.ts";
import type { Observed, ObservedConversation, ObservedMessage, ObservedRecord } from "./observed.ts";

const phases = ["bot", "queue", "human", "closed"] as const;
const onTheWay = new Set(["queued", "sending"]);

/** Waits until nothing is left to do, asks more people to come, and reads everything that Baton tells. */
export async function collect(api: ApiClient, ledger: Ledger, timeoutMs: number): Promise<Observed> {
  await waitUntil(async () => isQuiet(await readAll(api, ledger), ledger), { timeoutMs, everyMs: 500 });
  // One for each who waits: a person is rung for one conversation at a time.
  const waiting = await api.conversationsIn("queue");
  for (const index of [...waiting.keys(), waiting.length]) await api.addAgent(`latecomer-${index + 1}`, 1_000);
  const areAllOffered = async () => (await api.conversationsIn("queue")).every(isOffered);
  await waitUntil(areAllOffered, { timeoutMs: 10_000, everyMs: 200 });
  let conversations = await readAll(api, ledger);
  // A wake-up may have told somebody something in the very moment.
  for (const endsAt = Date.now() + timeoutMs; !isQuiet(conversations, ledger) && Date.now() < endsAt; ) {
    await sleep(300);
    conversations = await readAll(api, ledger);
  }
  const deadLetters = await api.deadLetters();
  return { conversations, deadLetters: deadLetters.map(({ id, conversationId }) => ({ id, conversationId })) };
}

/** Nothing waits to leave, no customer waits for the bot, and nothing arrived in the last moment. */
function isQuiet(conversations: readonly ObservedConversation[], ledger: Ledger): boolean {
  const lastReceipt = ledger.receipts.at(-1)?.at ?? 0;
  if (Date.now() - lastReceipt < 1_000) return false;
  return conversations.every(({ phase, messages }) => {
    if (messages.some(({ delivery }) => onTheWay.has(delivery))) return false;
    return phase !== "bot" || messages.at(-1)?.author !== "customer";
  });
}

async function readAll(api: ApiClient, ledger: Ledger): Promise<ObservedConversation[]> {
  const listed = new Map<string, Set<string>>();
  for (const phase of phases) {
    for (const { id } of await api.conversationsIn(phase)) listed.set(id, (listed.get(id) ?? new Set()).add(phase));
  }
  const told = ledger.posted.flatMap(({ conversationIds }) => [...conversationIds]);
  const observed: ObservedConversation[] = [];
  for (const id of new Set([...listed.keys(), ...told])) {
    const conversation = await api.conversation(id);
    const lists = listed.get(id);
    const isListed = lists?.size === 1 && lists.has(conversation.phase);
    observed.push(await readConversation(api, conversation, isListed));
  }
  return observed;
}

async function readConversation(
  api: ApiClient,
  conversation: Conversation,
  isListed: boolean,
): Promise<ObservedConversation> {
  const { id, phase, epoch, customer } = conversation;
  const readAt = Date.now();
  const messages = await api.messages(id);
  const records = await api.records(id);
  return {
    id,
    address: customer.name ?? "",
    phase,
    epoch,
    readAt,
    isListed,
    isOffered: isOffered(conversation),
    messages: messages.map(({ seq, epoch, author, content, delivery }): ObservedMessage => {
      const moment = author.type === "system" ? author.moment : null;
      const text = content.type === "text" ? content.text : "";
      return { seq, epoch, author: author.type, moment, text, delivery: delivery.status };
    }),
    records: records.map(observedRecord),
  };
}

function observedRecord(record: RecordBody): ObservedRecord {
  const { seq, type, epoch } = record;
  const nothing = { seq, type, epoch, at: Date.parse(record.at), from: null, to: null, reason: null, agentId: null };
  if (record.type === "routing") return nothing;
  if (record.type === "request") return { ...nothing, agentId: record.agentId };
  return { ...nothing, agentId: record.agentId, from: record.from, to: record.to, reason: record.reason.code };
}

function isOffered({ handoff }: Conversation): boolean {
  return handoff?.pendingRequest != null;
}
