import type { RecordBody } from "../../src/protocol/records.ts";
import { sleep } from "../support/sleep.ts";
import { waitUntil } from "../support/wait-until.ts";
import type { ApiClient, Conversation } from "./api-client.ts";
import { readPeople } from "./collect-people.ts";
import type { Ledger } from "./ledger.ts";
import {
  type Observed,
  type ObservedConversation,
  type ObservedMessage,
  type ObservedRecord,
  requestsIn,
} from "./observed.ts";

const phases = ["bot", "queue", "human", "closed"] as const;
const onTheWay = new Set(["queued", "sending"]);
const readAtOnce = 8;

/** Waits until nothing is left to do, asks more people to come, and reads everything that Baton tells. */
export async function collect(api: ApiClient, ledger: Ledger, timeoutMs: number): Promise<Observed> {
  // One for each who waits: a person is rung for few conversations at a time.
  const waiting = await api.conversationsIn("queue");
  for (const index of [...waiting.keys(), waiting.length]) await api.addAgent(`latecomer-${index + 1}`, 1_000);
  await waitUntil(() => acceptAll(api), { timeoutMs, everyMs: 100 });
  const endsAt = Date.now() + timeoutMs;
  await untilQuiet(api, ledger, endsAt);
  const conversations = await readAll(api, await listAll(api), ledger);
  const deadLetters = await api.deadLetters();
  return {
    conversations,
    deadLetters: deadLetters.map(({ id, conversationId }) => ({ id, conversationId })),
    ...(await readPeople(api)),
  };
}

/** Whoever is asked says yes; whether nobody waits any more. */
async function acceptAll(api: ApiClient): Promise<boolean> {
  const waiting = await api.conversationsIn("queue");
  for (const { id, handoff } of waiting) {
    const [request] = handoff?.pendingRequests ?? [];
    if (!request) continue;
    await api.post(`/conversations/${id}/requests/${request.id}/accept`, { agentId: request.agentId }, request.id);
  }
  return waiting.length === 0;
}

/** Whatever was not quiet at the last look is looked at again. */
async function untilQuiet(api: ApiClient, ledger: Ledger, endsAt: number): Promise<void> {
  let loud = await readAll(api, await listAll(api), ledger);
  while (Date.now() < endsAt) {
    const lists = await listAll(api);
    // A bot that gave up at last has brought somebody new to the queue.
    const isSettled = await acceptAll(api);
    const ids = loud.filter((conversation) => !isQuiet(conversation)).map(({ id }) => id);
    loud = await readSome(api, lists, ids);
    const lastReceipt = ledger.receipts.at(-1)?.at ?? 0;
    if (isSettled && loud.every(isQuiet) && Date.now() - lastReceipt > 1_000) return;
    await sleep(200);
  }
}

/** Nothing waits to leave, and nobody waits for the bot, for a person or for an answer. */
function isQuiet(conversation: ObservedConversation): boolean {
  const { phase, messages } = conversation;
  if (messages.some(({ delivery }) => onTheWay.has(delivery))) return false;
  if (phase === "queue" || requestsIn(conversation).some(({ end }) => end === null)) return false;
  return phase !== "bot" || messages.at(-1)?.author !== "customer";
}

/** In which lists each of them is. */
type Lists = ReadonlyMap<string, ReadonlySet<string>>;

async function listAll(api: ApiClient): Promise<Lists> {
  const listed = new Map<string, Set<string>>();
  for (const phase of phases) {
    for (const { id } of await api.conversationsIn(phase)) listed.set(id, (listed.get(id) ?? new Set()).add(phase));
  }
  return listed;
}

function readAll(api: ApiClient, lists: Lists, ledger: Ledger): Promise<ObservedConversation[]> {
  const told = ledger.posted.flatMap(({ conversationIds }) => [...conversationIds]);
  return readSome(api, lists, [...new Set([...lists.keys(), ...told])]);
}

async function readSome(api: ApiClient, lists: Lists, ids: readonly string[]): Promise<ObservedConversation[]> {
  const observed: ObservedConversation[] = [];
  for (let start = 0; start < ids.length; start += readAtOnce) {
    const some = ids.slice(start, start + readAtOnce);
    const read = some.map(async (id) => {
      const conversation = await api.conversation(id);
      const listed = lists.get(id);
      const isListed = listed?.size === 1 && listed.has(conversation.phase);
      return readConversation(api, conversation, isListed);
    });
    observed.push(...(await Promise.all(read)));
  }
  return observed;
}

async function readConversation(
  api: ApiClient,
  conversation: Conversation,
  isListed: boolean,
): Promise<ObservedConversation> {
  const { id, phase, agentId, epoch, customer } = conversation;
  const readAt = Date.now();
  const messages = await api.messages(id);
  const records = await api.records(id);
  return {
    id,
    address: customer.name ?? "",
    phase,
    agentId,
    epoch,
    readAt,
    isListed,
    isOffered: isOffered(conversation),
    messages: messages.map(({ seq, epoch, author, content, delivery }): ObservedMessage => {
      const moment = author.type === "system" ? author.moment : null;
      // An answer may end with an offer of a person.
      const text = content.type === "text" || content.type === "offer" ? content.text : "";
      return { seq, epoch, author: author.type, moment, text, delivery: delivery.status };
    }),
    records: records.map(observedRecord),
  };
}

export function observedRecord(record: RecordBody): ObservedRecord {
  const { seq, type, epoch, actor } = record;
  const none = { from: null, to: null, reason: null, agentId: null, jobId: null, givenTo: null, request: null };
  const nothing = { seq, type, epoch, at: Date.parse(record.at), ...none };
  if (record.type === "routing") {
    const { outcome } = record;
    return { ...nothing, givenTo: outcome.type === "give" ? outcome.agentId : null };
  }
  if (record.type === "request") {
    const { requestId: id, kind, agentId } = record;
    const end = record.end && { status: record.end.status, at: Date.parse(record.end.at) };
    return { ...nothing, agentId, request: { id, kind, askedBy: actor.type === "agent" ? actor.agentId : null, end } };
  }
  const { agentId, from, to, reason } = record;
  return { ...nothing, agentId, from, to, reason: reason.code, jobId: reason.code === "moved" ? reason.jobId : null };
}

function isOffered({ handoff }: Conversation): boolean {
  return handoff?.pendingRequest != null;
}
