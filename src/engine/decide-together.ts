import type { Applied, CommandRefusal } from "../core/conversation/decision.ts";
import type { ConversationEvent, EventBody } from "../core/conversation/event.ts";
import { involvedAgents } from "../core/conversation/involved-agents.ts";
import type { Conversation } from "../core/conversation/state.ts";
import { transition } from "../core/conversation/transition.ts";
import { readConversation } from "../core/conversation/upgrade.ts";
import { type Agent, readAgent } from "../core/people/agent.ts";
import type { Commit, LeasedEffect, NewEffect } from "../ports/store.ts";
import { lookUps } from "./customers/look-ups.ts";
import type { Runner } from "./handle-event.ts";
import { joinCommits } from "./join-commits.ts";
import type { KnownConversations } from "./known-conversations.ts";
import type { Parts } from "./parts.ts";
import type { ReadContext } from "./read-context.ts";
import { type Read, toCommit } from "./to-commit.ts";

export interface DecideTools {
  readonly parts: Pick<Parts, "store" | "metrics" | "lookup" | "testChannelIds">;
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
  /** It was committed with a lease: what is due starts at once, with the decision that planned it. */
  started(runner: Runner, leased: readonly LeasedEffect[], planned: readonly NewEffect[]): void;
  /** What this process remembers of them is old, whatever came of the commit; committed without a lease, it counts now. */
  settled(isCommitted?: boolean): void;
}

export type Decided =
  | { readonly status: "applied"; readonly conversation: Conversation }
  /** `not-possible`: it would change nothing, being so already or over. */
  | { readonly status: "refused"; readonly code: CommandRefusal | "missing" | "not-possible" };

interface Versioned<Body> {
  readonly version: number;
  readonly body: Body;
}

/** One event that was decided. */
interface Step {
  readonly decision: Applied;
  readonly commit: Omit<Commit, "lease">;
}

interface State {
  readonly conversations: ReadonlyMap<string, Versioned<Conversation>>;
  /** With what of their work matters here. */
  readonly agents: ReadonlyMap<string, Versioned<Agent>>;
  /** As they were read. */
  readonly whole: ReadonlyMap<string, Agent>;
}

export async function decideTogether(tools: DecideTools, ids: readonly string[]): Promise<DecidedTogether> {
  const { parts, known, readContext } = tools;
  const { store } = parts;
  const own = new Set(ids);
  const loaded = await store.load(ids.map((id) => ({ kind: "conversation", id })));
  const asRead = new Map(
    loaded.flatMap((stored) =>
      stored ? [[stored.id, { version: stored.version, body: readConversation(stored.body) }] as const] : [],
    ),
  );
  let state: State = { conversations: asRead, agents: new Map(), whole: new Map() };
  const steps: Step[] = [];

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

  /** The state after one event, and what it is made of; a word: why not. */
  async function decideOne(before: State, id: string, event: ConversationEvent) {
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
    const planned = toCommit(id, event.at, decision, read, { claims: [], settles: [], creates: [] });
    const commit = { ...planned, effects: [...planned.effects, ...lookUps(parts, stored.body, decision)] };
    return { state: after(ready, id, decision), step: { decision, commit } };
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
      const taken: Step[] = [];
      for (const event of events) {
        const decided = await decideOne(next, id, { ...event, at });
        if (typeof decided === "string") return { status: "refused", code: decided };
        next = decided.state;
        taken.push(decided.step);
      }
      state = next;
      steps.push(...taken);
      const conversation = state.conversations.get(id)?.body;
      return conversation ? { status: "applied", conversation } : { status: "refused", code: "missing" };
    },
    commit() {
      const commit = joinCommits(steps.map((step) => step.commit));
      return { ...commit, puts: (commit.puts ?? []).map((put) => (put.kind === "agent" ? wholeAgain(put.id) : put)) };
    },
    started(runner, leased, planned) {
      for (const [id, { version, body }] of asRead) {
        const decisions = steps.flatMap(({ decision }) => (decision.conversation.id === id ? [decision] : []));
        const last = decisions.at(-1);
        const messages = decisions.flatMap((decision) => decision.messages);
        if (last) known.advance({ version, body, messages: [], isFresh: true }, { ...last, messages });
      }
      for (const each of startsOf(steps, leased, planned)) {
        runner.committed(each.decision, each.leased, each.planned);
        countControlChanges(parts, each.decision);
      }
    },
    settled(isCommitted = false) {
      for (const { decision } of isCommitted ? steps : []) countControlChanges(parts, decision);
      for (const id of ids) known.forget(id);
    },
  };
}

function countControlChanges({ metrics }: Pick<Parts, "metrics">, { conversation, records }: Applied): void {
  for (const record of records) {
    const isCounted = record.type === "control" && !conversation.isTest;
    if (isCounted) metrics.count("baton_control_changes_total", { to: record.to });
  }
}

function after(before: State, id: string, { conversation, agents }: Applied): State {
  const versionOf = (map: ReadonlyMap<string, Versioned<unknown>>, key: string) => map.get(key)?.version ?? 0;
  const changed = agents.map(
    (agent) => [agent.id, { version: versionOf(before.agents, agent.id), body: agent }] as const,
  );
  const moved = [id, { version: versionOf(before.conversations, id), body: conversation }] as const;
  return {
    ...before,
    conversations: new Map([...before.conversations, moved]),
    agents: new Map([...before.agents, ...changed]),
  };
}

interface Start {
  readonly decision: Applied;
  readonly leased: readonly LeasedEffect[];
  readonly planned: readonly NewEffect[];
}

/** What no decision has planned, because whoever committed added it, goes with the last one. */
function startsOf(
  steps: readonly Step[],
  leased: readonly LeasedEffect[],
  planned: readonly NewEffect[],
): readonly Start[] {
  const planners = new Map(steps.flatMap((step) => step.commit.effects.map(({ id }) => [id, step] as const)));
  const plannerOf = ({ id }: { readonly id: string }) => planners.get(id) ?? steps.at(-1);
  const leasedBy = Map.groupBy(leased, plannerOf);
  const plannedBy = Map.groupBy(planned, plannerOf);
  return steps.map((step) => ({
    decision: step.decision,
    leased: leasedBy.get(step) ?? [],
    planned: plannedBy.get(step) ?? [],
  }));
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
