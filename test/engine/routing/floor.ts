import { afterEach } from "vitest";
import type { Conversation, Handoff } from "../../../src/core/conversation/state.ts";
import type { Customer } from "../../../src/core/customers/customer.ts";
import { readAgent } from "../../../src/core/people/agent.ts";
import type { PeopleSettings } from "../../../src/core/people/people-settings.ts";
import { requestIdOf } from "../../../src/core/requests/ask.ts";
import { newQueue, type Queue } from "../../../src/core/routing/queue.ts";
import type { Settings } from "../../../src/core/settings/settings.ts";
import { starterSettings } from "../../../src/core/settings/starter.ts";
import { emptyCommit } from "../../../src/engine/empty-commit.ts";
import type { OpenStore, Store } from "../../../src/ports/store.ts";
import { startTestEngine, type TestEngine, type TestEngineOptions } from "../../support/engine.ts";
import { memoryStore } from "../../support/memory-store.ts";
import { quietSettings } from "../../support/quiet-settings.ts";

interface FloorSettings {
  /** What differs in the queue where everything goes. */
  readonly chat?: Partial<Queue>;
  readonly queues?: readonly (Partial<Queue> & { readonly id: string })[];
  readonly people?: Partial<PeopleSettings>;
  readonly more?: Partial<Settings>;
}

/** The starter settings with one request at a time for everybody, and what differs. */
export function floorSettings({ chat = {}, queues = [], people = {}, more = {} }: FloorSettings = {}): Settings {
  const all = [{ id: "chat", ...chat }, ...queues].map((given) =>
    newQueue({ name: given.id, teams: ["support"], ...given }),
  );
  return {
    ...quietSettings,
    queues: { ...starterSettings.queues, ...Object.fromEntries(all.map((queue) => [queue.id, queue])) },
    people: { ...starterSettings.people, ...people },
    ...more,
  };
}

/** An engine and its store, both closed after the test. */
export interface Floor extends TestEngine {
  readonly store: Store;
}

const open: TestEngine[] = [];

export function openFloor(
  differing: FloorSettings = {},
  options: Partial<TestEngineOptions> = {},
  store: OpenStore = memoryStore(),
): Floor {
  const started = startTestEngine({ store, starter: floorSettings(differing), ...options });
  open.push(started);
  return { ...started, store: store.store };
}

afterEach(async () => {
  for (const started of open.splice(0)) await started.close();
});

/** These customers ask for a person, one after the other. */
export async function ask(floor: Floor, ...from: readonly string[]): Promise<void> {
  for (const name of from) {
    await floor.write(name, "I want to talk to a human", `${name}-asks-at-${floor.clock.now()}`);
    floor.clock.advance(10);
    await floor.engine.settleAll();
  }
}

export interface Waits {
  readonly id: string;
  readonly conversation: Conversation;
  readonly handoff: Handoff;
}

export async function waiting({ engine }: Floor): Promise<readonly Waits[]> {
  const found: Waits[] = [];
  let cursor: string | null = null;
  do {
    const page = await engine.conversations.listByPhase("queue", { limit: 100, cursor });
    for (const conversation of page.items) {
      const { control, id } = conversation;
      if (control.phase === "queue") found.push({ id, conversation, handoff: control.handoff });
    }
    cursor = page.next;
  } while (cursor !== null);
  return found;
}

/** The one that waits, when nobody else does. */
export async function onlyWaiting(floor: Floor): Promise<Waits> {
  const [first, ...others] = await waiting(floor);
  if (!first || others.length > 0) throw new Error(`${others.length + (first ? 1 : 0)} wait`);
  return first;
}

/** Customer → who is asked for them, or has them. */
export async function served(floor: Floor): Promise<Record<string, string>> {
  const result: Record<string, string> = {};
  for (const { conversation, handoff } of await waiting(floor)) {
    const asked = handoff.ask?.pending.map(({ agentId }) => agentId).join(" ");
    if (asked) result[await nameOf(floor, conversation)] = asked;
  }
  const page = await floor.engine.conversations.listByPhase("human", { limit: 100, cursor: null });
  for (const conversation of page.items) {
    const { control } = conversation;
    if (control.phase === "human") result[await nameOf(floor, conversation)] = `has ${control.agentId}`;
  }
  return result;
}

async function nameOf({ store }: Floor, { customerId }: Conversation): Promise<string> {
  const [stored] = await store.load([{ kind: "customer", id: customerId }]);
  return (stored?.body as Customer | undefined)?.identities[0]?.address ?? customerId;
}

/** Whoever is asked for this customer says yes. */
export async function accept(floor: Floor, { id, handoff }: Waits): Promise<void> {
  const asked = handoff.ask?.pending[0];
  if (!asked) throw new Error("nobody is asked");
  const requestId = requestIdOf(id, asked.recordSeq);
  await floor.engine.command(id, { type: "request-accepted", requestId, agentId: asked.agentId }, null);
  await floor.engine.settleAll();
}

/** The last decision of routing about a conversation. */
export async function lastDecision({ engine }: Floor, id: string) {
  const page = await engine.conversations.records(id, { limit: 200, afterSeq: 0 });
  const last = page.items.findLast((record) => record.type === "routing");
  if (!last) throw new Error("routing has decided nothing");
  return last;
}

export async function moveTo({ engine }: Floor, id: string, queueId: string): Promise<void> {
  const destination = { type: "queue", id: queueId } as const;
  await engine.command(id, { type: "conversation-unassigned", byAgentId: null, destination, note: null }, null);
  await engine.settleAll();
}

/** Two conversations turn out to be one customer's on two channels: as an import or a signed token would have said. */
export async function linkCustomers(
  { store, clock, channel }: Floor,
  here: Conversation,
  there: Conversation,
  isVerified: { readonly here: boolean; readonly there: boolean },
): Promise<void> {
  const [stored, other] = await store.load([
    { kind: "customer", id: here.customerId },
    { kind: "conversation", id: there.id },
  ]);
  if (!stored || !other) throw new Error("both have written");
  const customer = stored.body as Customer;
  const identities = [
    ...customer.identities.map((identity) => ({ ...identity, isVerified: isVerified.here })),
    { channelId: `${channel.id}.other`, address: "ada@shop.example", isVerified: isVerified.there },
  ];
  const moved = {
    ...(other.body as Conversation),
    customerId: customer.id,
    route: { channelId: `${channel.id}.other` },
  };
  await store.commit({
    ...emptyCommit(clock.now()),
    puts: [
      { kind: "customer", id: customer.id, body: { ...customer, identities, conversationIds: [there.id, here.id] } },
      { kind: "conversation", id: there.id, body: moved },
    ],
  });
}

/** Somebody is there, and the queue has not been looked through for them yet. */
export async function comeOnDuty({ store, clock }: Floor, agentId: string): Promise<void> {
  const key = { kind: "agent", id: agentId };
  const [stored] = await store.load([key]);
  if (!stored) throw new Error("there is no such agent");
  const body = { ...readAgent(stored.body), presence: "available" };
  const feed = [{ type: "agent-changed", conversationId: null, data: { agentId } } as const];
  await store.commit({ ...emptyCommit(clock.now()), puts: [{ ...key, body }], feed });
}
