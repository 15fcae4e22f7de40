import type { Applied } from "../../core/conversation/decision.ts";
import type { ConversationEvent, EventBody } from "../../core/conversation/event.ts";
import { involvedAgents } from "../../core/conversation/involved-agents.ts";
import type { Conversation } from "../../core/conversation/state.ts";
import { transition } from "../../core/conversation/transition.ts";
import { readConversation } from "../../core/conversation/upgrade.ts";
import { type Agent, readAgent } from "../../core/people/agent.ts";
import type { Commit, NewEffect, Store } from "../../ports/store.ts";
import type { KnownConversations } from "../known-conversations.ts";
import type { ReadContext } from "../read-context.ts";
import { type Read, toCommit } from "../to-commit.ts";

export interface DecideTools {
  readonly store: Store;
  readonly known: KnownConversations;
  readonly readContext: ReadContext;
}

/**
 * Events of several conversations as one commit. The people they take from and give to are written once for all of them
 * instead of once for each, and whatever marks that it was done goes into the same commit: both are so, or neither is.
 * Every document carries the version it was read in, so that nobody's change in between is lost.
 */
export interface DecidedTogether {
  /** As it is, with what was decided here. */
  conversation(id: string): Conversation | null;
  /** All of these events or none of them. */
  decide(id: string, events: readonly (EventBody & { readonly id: string })[], at: number): Promise<Decided>;
  commit(): Partial<Commit>;
  /** What this process remembers of them is old, whatever came of the commit. */
  settled(): void;
}

export type Decided =
  | { readonly status: "applied"; readonly conversation: Conversation }
  | { readonly status: "refused"; readonly code: string };

interface Versioned<Body> {
  readonly version: number;
  readonly body: Body;
}

interface State {
  readonly conversations: ReadonlyMap<string, Versioned<Conversation>>;
  /** With what of their work matters here. */
  readonly agents: ReadonlyMap<string, Versioned<Agent>>;
  /** As they were read. */
  readonly whole: ReadonlyMap<string, Agent>;
  readonly commits: readonly Omit<Commit, "lease">[];
}

export async function decideTogether(tools: DecideTools, ids: readonly string[]): Promise<DecidedTogether> {
  const { store, known, readContext } = tools;
  const own = new Set(ids);
  const loaded = await store.load(ids.map((id) => ({ kind: "conversation", id })));
  let state: State = {
    conversations: new Map(
      loaded.flatMap((stored) =>
        stored ? [[stored.id, { version: stored.version, body: readConversation(stored.body) }] as const] : [],
      ),
    ),
    agents: new Map(),
    whole: new Map(),
    commits: [],
  };

  async function withAgents(before: State, wanted: readonly string[]): Promise<State> {
    const missing = wanted.filter((id) => !before.agents.has(id));
    if (missing.length === 0) return before;
    const stored = await store.load(missing.map((id) => ({ kind: "agent", id })));
    const found = stored.flatMap((one) => (one ? [{ version: one.version, body: readAgent(one.body) }] : []));
    const looked = found.map(({ version, body }) => [body.id, { version, body: withWorkOf(body, own) }] as const);
    return {
      ...before,
      agents: new Map([...before.agents, ...looked]),
      whole: new Map([...before.whole, ...found.map(({ body }) => [body.id, body] as const)]),
    };
  }

  /** The state after one event; a word: why not. */
  async function step(before: State, id: string, event: ConversationEvent): Promise<State | string> {
    const stored = before.conversations.get(id);
    if (!stored) return "missing";
    const names = involvedAgents(stored.body, event);
    const ready = await withAgents(before, names);
    const involved = names.flatMap((name) => {
      const agent = ready.agents.get(name);
      return agent ? [[name, agent] as const] : [];
    });
    const read: Read = { conversation: stored, agents: new Map(involved) };
    const context = await readContext({ ...stored, messages: [], isFresh: true }, read, event);
    const decision = transition(stored.body, event, context, id);
    if (decision.status === "refused") return decision.code;
    if (decision.status === "ignored") return "not-possible";
    const commit = toCommit(id, event.at, decision, read, { claims: [], settles: [], creates: [] });
    return after(ready, id, decision, commit);
  }

  function wholeAgain(id: string) {
    const [looked, whole] = [state.agents.get(id)?.body, state.whole.get(id)];
    if (!looked || !whole) throw new Error(`Agent ${id} was changed without being read.`);
    return { kind: "agent", id, body: { ...looked, holds: withHoldsOf(whole.holds, looked.holds, own) } };
  }

  return {
    conversation: (id) => state.conversations.get(id)?.body ?? null,
    async decide(id, events, at) {
      let next = state;
      for (const event of events) {
        const stepped = await step(next, id, { ...event, at });
        if (typeof stepped === "string") return { status: "refused", code: stepped };
        next = stepped;
      }
      state = next;
      const conversation = state.conversations.get(id)?.body;
      return conversation ? { status: "applied", conversation } : { status: "refused", code: "missing" };
    },
    commit() {
      const commit = joined(state.commits);
      return { ...commit, puts: (commit.puts ?? []).map((put) => (put.kind === "agent" ? wholeAgain(put.id) : put)) };
    },
    settled() {
      for (const id of ids) known.forget(id);
    },
  };
}

function after(before: State, id: string, { conversation, agents }: Applied, commit: Omit<Commit, "lease">): State {
  const versionOf = (map: ReadonlyMap<string, Versioned<unknown>>, key: string) => map.get(key)?.version ?? 0;
  const changed = agents.map(
    (agent) => [agent.id, { version: versionOf(before.agents, agent.id), body: agent }] as const,
  );
  const moved = [id, { version: versionOf(before.conversations, id), body: conversation }] as const;
  return {
    ...before,
    conversations: new Map([...before.conversations, moved]),
    agents: new Map([...before.agents, ...changed]),
    commits: [...before.commits, commit],
  };
}

/**
 * Somebody may have thousands of silent conversations. They take no room, so only those that are decided about here, and
 * what does take room, are looked at each time.
 */
function withWorkOf(agent: Agent, ids: ReadonlySet<string>): Agent {
  const holds = Object.entries(agent.holds).filter(([id, { as }]) => as !== "idle" || ids.has(id));
  return { ...agent, holds: Object.fromEntries(holds) };
}

function withHoldsOf(whole: Agent["holds"], looked: Agent["holds"], ids: ReadonlySet<string>): Agent["holds"] {
  const holds = { ...whole };
  for (const id of ids) {
    const held = looked[id];
    if (held) holds[id] = held;
    else delete holds[id];
  }
  return holds;
}

/** One commit of several that build upon each other: the last content of each document, on its first version. */
function joined(commits: readonly Omit<Commit, "lease">[]): Partial<Commit> {
  const cancels = commits.flatMap((commit) => commit.cancels);
  const cancelled = new Set(cancels);
  const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }) => `${kind} ${id}`;
  const puts = new Map(commits.flatMap((commit) => commit.puts.map((put) => [keyOf(put), put] as const)));
  const expects = new Map(commits.flatMap((commit) => commit.expects.map((one) => [keyOf(one), one] as const)));
  return {
    expects: [...expects.values()],
    puts: [...puts.values()],
    entries: commits.flatMap((commit) => commit.entries),
    // What one of them plans, a later one may take back.
    effects: withoutRepeats(commits.flatMap((commit) => commit.effects).filter(({ id }) => !cancelled.has(id))),
    cancels,
    index: commits.flatMap((commit) => commit.index),
    feed: commits.flatMap((commit) => commit.feed),
  };
}

/** Somebody has room again: said once is enough. */
function withoutRepeats(effects: readonly NewEffect[]): readonly NewEffect[] {
  const drained = new Set<string>();
  return effects.filter(({ body }) => {
    const { type, agentId } = body as { readonly type: string; readonly agentId?: string };
    if (type !== "queue-drain" || agentId === undefined) return true;
    const isFirst = !drained.has(agentId);
    drained.add(agentId);
    return isFirst;
  });
}
