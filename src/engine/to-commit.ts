import type { Applied, Decision } from "../core/conversation/decision.ts";
import { lanes, type PlannedEffect } from "../core/conversation/effect.ts";
import { indexEntries } from "../core/conversation/index-entries.ts";
import { type Message, textOf } from "../core/conversation/message.ts";
import type { Conversation } from "../core/conversation/state.ts";
import type { Customer } from "../core/customers/customer.ts";
import type { Agent } from "../core/people/agent.ts";
import { discussing, discussionView } from "../core/requests/discussions.ts";
import { hasGotRoom } from "../core/routing/got-room.ts";
import { searchWords } from "../core/search/words.ts";
import type { Claim, Commit, DocumentKey, FeedInput, IndexChange, LogEntry, NewEffect } from "../ports/store.ts";
import { indexChanges } from "./index-changes.ts";
import { ownersTell, presenceEntry } from "./people/documents.ts";
import { poolOf } from "./pools.ts";
import { rowChanges } from "./reports/row-changes.ts";

/** The documents a decision read, with the versions it read them in. */
export interface Read {
  readonly conversation: { readonly version: number; readonly body: Conversation | null };
  readonly agents: ReadonlyMap<string, { readonly version: number; readonly body: Agent }>;
  /** Who writes for the first time, and is stored together with the conversation. */
  readonly newcomer?: Customer;
}

export interface CommitExtras {
  readonly claims: readonly Claim[];
  readonly settles: readonly string[];
  /** Documents written together with the conversation (its customer and identity), which must not exist yet, or be as read. */
  readonly creates: readonly (DocumentKey & { readonly body: unknown; readonly version?: number })[];
}

/** A decision as the one commit that makes it true: all of it or nothing. */
export function toCommit(
  conversationId: string,
  at: number,
  decision: Decision,
  read: Read,
  extras: CommitExtras,
): Omit<Commit, "lease"> {
  const applied = decision.status === "applied" ? decision : null;
  const rows = applied && rowChanges(read.conversation.body, applied);
  const changed = applied?.agents ?? [];
  return {
    at,
    claims: extras.claims,
    settles: extras.settles,
    expects: [
      { kind: "conversation", id: conversationId, version: read.conversation.version },
      ...[...read.agents].map(([id, { version }]) => ({ kind: "agent", id, version })),
      ...extras.creates.map(({ kind, id, version = 0 }) => ({ kind, id, version })),
    ],
    puts: applied
      ? [
          { kind: "conversation", id: conversationId, body: applied.conversation },
          ...changed.map((agent) => ({ kind: "agent", id: agent.id, body: agent })),
          ...extras.creates.map(({ kind, id, body }) => ({ kind, id, body })),
          ...(rows?.puts ?? []),
        ]
      : [],
    removes: [],
    entries: applied ? logEntries(applied, read.conversation.body?.lastSeq ?? 0) : [],
    effects: applied
      ? [
          ...applied.effects.map((planned) => newEffect(planned, applied)),
          ...drains(applied, read),
          ...tellings(applied, at, read),
          ...(rows?.effects ?? []),
        ]
      : [],
    cancels: applied?.cancels ?? [],
    index: applied
      ? [
          ...placeChanges(read.conversation.body, applied.conversation),
          ...discussionChanges(read.conversation.body, applied.conversation, at),
          ...receipts(applied, at),
          ...(rows?.index ?? []),
        ]
      : [],
    feed: applied ? feedInputs(applied) : [],
  };
}

function logEntries({ messages, records }: Applied, lastSeq: number): LogEntry[] {
  return [
    ...messages.map((message) => (message.seq > lastSeq ? newMessageEntry(message) : changedMessageEntry(message))),
    ...records.map(
      (record): LogEntry => ({
        log: "records",
        owner: record.conversationId,
        seq: record.seq,
        body: record,
        words: [],
      }),
    ),
  ];
}

function newMessageEntry(message: Message): LogEntry {
  return { ...changedMessageEntry(message), words: searchWords(textOf(message.content) ?? "") };
}

/** Its delivery changed, its text never does. */
export function changedMessageEntry(message: Message): LogEntry {
  return { log: "messages", owner: message.conversationId, seq: message.seq, body: message, words: null };
}

function newEffect(planned: PlannedEffect, { conversation, messages }: Applied): NewEffect {
  const { id, lane, dueAt, effect } = planned;
  const sending = effect.type === "message-send" ? messages.find((message) => message.seq === effect.seq) : undefined;
  return {
    id,
    lane,
    dueAt,
    pool: poolOf(effect, conversation.route.channelId),
    owner: conversation.id,
    body: effect,
    // It leaves with this very commit: whoever takes control afterwards sees it as sent (I3).
    whenLeased: sending ? [changedMessageEntry({ ...sending, delivery: { status: "sending" } })] : [],
  };
}

/** Whoever got room may be asked by those who wait (I7). */
function drains({ agents, conversation }: Applied, read: Read): NewEffect[] {
  return agents
    .filter((agent) => hasGotRoom(read.agents.get(agent.id)?.body ?? null, agent))
    .map((agent) => drainEffect(agent.id, `${conversation.id}.${conversation.revision}`, conversation.lastCustomerAt));
}

/** Whoever the decision has found gone: their other conversations hear of it, too. */
function tellings({ agents, conversation }: Applied, at: number, read: Read): NewEffect[] {
  const cause = { id: `${conversation.id}.${conversation.revision}`, dueAt: at };
  return agents
    .filter((agent) => agent.presence !== read.agents.get(agent.id)?.body.presence)
    .map((agent) => ownersTell(agent.id, cause, presenceEntry(agent)));
}

export function drainEffect(agentId: string, cause: string, at: number): NewEffect {
  return {
    id: `${cause}.drain-${agentId}`,
    // One at a time with routing: what one look gives away, the next one sees.
    lane: lanes.route,
    dueAt: at,
    pool: "route",
    owner: "",
    body: { type: "queue-drain", agentId },
    whenLeased: [],
  };
}

function placeChanges(before: Conversation | null, after: Conversation): IndexChange[] {
  const target = { kind: "conversation", id: after.id };
  return indexChanges(target, before ? indexEntries(before) : [], indexEntries(after));
}

/** A view of their own for everybody: one conversation stands in as many of them as there are advisers. */
function discussionChanges(before: Conversation | null, after: Conversation, at: number): IndexChange[] {
  const [had, has] = [before ? discussing(before) : new Set<string>(), discussing(after)];
  const entry = (agentId: string) =>
    ({ view: discussionView(agentId), key: "all", kind: "conversation", id: after.id }) as const;
  return [
    ...[...has.difference(had)].map(
      (agentId): IndexChange => ({ change: "put", ...entry(agentId), sort: at, previousKey: null }),
    ),
    ...[...had.difference(has)].map((agentId): IndexChange => ({ change: "remove", ...entry(agentId) })),
  ];
}

export function receiptsView(textId: string, version: number): string {
  return `text-receipts:${textId}:${version}`;
}

/** Who was told which text, so that a lead who mends one knows whom it had reached. */
function receipts({ told, conversation }: Applied, at: number): IndexChange[] {
  return told.map(({ textId, version }) => ({
    change: "put",
    view: receiptsView(textId, version),
    key: "all",
    sort: at,
    kind: "conversation",
    id: conversation.id,
    previousKey: null,
  }));
}

function feedInputs({ conversation, feed }: Applied): FeedInput[] {
  const { id, revision } = conversation;
  return feed.map(({ type, data }) => ({ type, conversationId: id, data: { ...data, revision } }));
}
