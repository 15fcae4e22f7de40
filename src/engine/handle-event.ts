import type { Applied, CommandRefusal, Decision } from "../core/conversation/decision.ts";
import type { ConversationEvent } from "../core/conversation/event.ts";
import { involvedAgents } from "../core/conversation/involved-agents.ts";
import { transition } from "../core/conversation/transition.ts";
import type { Customer } from "../core/customers/customer.ts";
import { type Agent, readAgent } from "../core/people/agent.ts";
import type { Lease, LeasedEffect, NewEffect, Store } from "../ports/store.ts";
import { lookUps } from "./customers/look-ups.ts";
import type { KnownConversation, KnownConversations } from "./known-conversations.ts";
import type { Mailbox } from "./mailbox.ts";
import type { Parts } from "./parts.ts";
import type { ReadContext } from "./read-context.ts";
import { type CommitExtras, type Read, toCommit } from "./to-commit.ts";

/** What became of an event. Only `committed` changed anything. */
export type Handled =
  | { readonly status: "committed"; readonly decision: Applied }
  | { readonly status: "ignored"; readonly because: string }
  | { readonly status: "refused"; readonly code: CommandRefusal }
  | { readonly status: "duplicate"; readonly key: string; readonly note: string | null }
  /** The conversation this was meant for is not there (erased, or never was). */
  | { readonly status: "missing" }
  /** What was to be created with the conversation exists already. */
  | { readonly status: "exists" };

export interface HandleOptions extends Partial<CommitExtras> {
  /** The event may begin the conversation. */
  readonly mayStart?: boolean;
}

/** What the path needs of the one who runs effects. */
export interface Runner {
  offer(): Lease | null;
  /** `planned`: everything the commit has put on its way, also what the decision knows nothing of. */
  committed(decision: Applied, leased: readonly LeasedEffect[], planned: readonly NewEffect[]): void;
}

/** Another process changed a document in between: read again. More often than this, something is broken. */
const maxAttempts = 50;

/** The one path of every event: load → transition → commit → effects. */
export type HandleEvent = (
  conversationId: string,
  event: ConversationEvent,
  options?: HandleOptions,
) => Promise<Handled>;

export function createHandleEvent(
  parts: Parts,
  known: KnownConversations,
  mailbox: Mailbox,
  runner: Runner,
  readContext: ReadContext,
): HandleEvent {
  return (conversationId, event, options = {}) =>
    mailbox.run(conversationId, async () => {
      const { mayStart = false, ...given } = options;
      const extras = { claims: [], settles: [], creates: [], ...given };
      for (let attempt = 0; attempt < maxAttempts; attempt++) {
        const handled = await tryOnce(
          { parts, known, runner, readContext },
          { conversationId, event, extras, mayStart },
        );
        if (handled) return handled;
        known.forget(conversationId);
        if (mayStart) return { status: "exists" };
        parts.metrics.count("baton_commit_conflicts_total");
      }
      throw new Error(`Conversation ${conversationId}: no commit in ${maxAttempts} attempts.`);
    });
}

interface Tools {
  readonly parts: Parts;
  readonly known: KnownConversations;
  readonly runner: Runner;
  readonly readContext: ReadContext;
}

interface Attempt {
  readonly conversationId: string;
  readonly event: ConversationEvent;
  readonly extras: CommitExtras;
  readonly mayStart: boolean;
}

const notBegun: KnownConversation = { version: 0, body: null, messages: [], isFresh: true };

/** `null`: something changed meanwhile. */
async function tryOnce(tools: Tools, attempt: Attempt): Promise<Handled | null> {
  const { parts, known, runner, readContext } = tools;
  const { conversationId, event, extras, mayStart } = attempt;
  const { store } = parts;
  const conversation = mayStart ? notBegun : await known.get(conversationId);
  if (conversation.body === null && !mayStart) return { status: "missing" };
  const agents = await loadAgents(store, involvedAgents(conversation.body, event));
  const read: Read = { conversation, agents, ...newcomerIn(extras) };
  const decision = transition(conversation.body, event, await readContext(conversation, read, event), conversationId);
  if (decision.status === "refused" || (decision.status === "ignored" && !needsCommit(extras))) {
    return conversation.isFresh ? decision : null;
  }
  const planned = toCommit(conversationId, event.at, decision, read, extras);
  const commit = { ...planned, effects: [...planned.effects, ...lookUps(parts, conversation.body, decision)] };
  const result = await store.commit({ ...commit, lease: runner.offer() });
  if (result.status === "stale") return null;
  if (result.status === "duplicate") return result;
  if (decision.status === "applied") known.advance(conversation, decision);
  if (decision.status === "applied") runner.committed(decision, result.leased, commit.effects);
  return report(parts, decision);
}

function newcomerIn({ creates }: CommitExtras): Pick<Read, "newcomer"> {
  const created = creates.find(({ kind }) => kind === "customer");
  return created ? { newcomer: created.body as Customer } : {};
}

/** Something is to be remembered even when nothing changes. */
function needsCommit({ settles, claims }: CommitExtras): boolean {
  return settles.length + claims.length > 0;
}

function report(parts: Parts, decision: Decision): Handled {
  if (decision.status !== "applied") return decision;
  for (const record of decision.records) {
    const isCounted = record.type === "control" && !decision.conversation.isTest;
    if (isCounted) parts.metrics.count("baton_control_changes_total", { to: record.to });
  }
  return { status: "committed", decision };
}

async function loadAgents(store: Store, ids: readonly string[]): Promise<Read["agents"]> {
  const agents = new Map<string, { version: number; body: Agent }>();
  if (ids.length === 0) return agents;
  const stored = await store.load(ids.map((id) => ({ kind: "agent", id })));
  for (const agent of stored) {
    if (agent) agents.set(agent.id, { version: agent.version, body: readAgent(agent.body) });
  }
  return agents;
}
