import { expect } from "vitest";
import { emptyCommit } from "../../../src/engine/empty-commit.ts";
import type {
  Commit,
  FeedInput,
  FeedPage,
  FeedRequest,
  IndexChange,
  LeasedEffect,
  LogEntry,
  NewEffect,
  Page,
  Query,
  Store,
  TakeDue,
  Taken,
} from "../../../src/ports/store.ts";

/** Far from the present, so that a store that asks a clock of its own fails. */
export const t0 = Date.UTC(2040, 0, 1);
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export function commitOf(parts: Partial<Commit>): Commit {
  return { ...emptyCommit(t0), ...parts };
}

/** Commits, insists that it was accepted, and returns what started as leased. */
export async function write(store: Store, parts: Partial<Commit>): Promise<readonly LeasedEffect[]> {
  const result = await store.commit(commitOf(parts));
  if (result.status !== "committed") throw new Error(`expected "committed", got ${JSON.stringify(result)}`);
  return result.leased;
}

export function effectOf(id: string, parts: Partial<NewEffect> = {}): NewEffect {
  return { id, lane: null, pool: "p", dueAt: t0, owner: "c1", body: { effect: id }, whenLeased: [], ...parts };
}

export function messageOf(seq: number, parts: Partial<LogEntry> = {}): LogEntry {
  return { log: "messages", owner: "c1", seq, body: { text: `message ${seq}` }, words: [], ...parts };
}

export function claimOf(key: string, note = "") {
  return { key, note };
}

export function documentKey(id: string, kind = "conversation") {
  return { kind, id };
}

export function indexed(id: string, sort: number, parts: { key?: string; previousKey?: string } = {}): IndexChange {
  const { key = "open", previousKey = null } = parts;
  return { change: "put", view: "inbox", key, sort, kind: "conversation", id, previousKey };
}

/** A store keeps whatever it is given. */
export function feedOf(type: string): FeedInput {
  return { type: type as FeedInput["type"], conversationId: "c1", data: {} };
}

export function lease(untilMs = t0 + minute, busyPools: readonly string[] = []) {
  return { untilMs, busyPools };
}

export function take(store: Store, parts: Partial<TakeDue> = {}): Promise<Taken> {
  return store.takeDue({ now: t0, limit: 100, leaseUntilMs: (parts.now ?? t0) + minute, busyPools: [], ...parts });
}

export async function takenIds(store: Store, parts: Partial<TakeDue> = {}): Promise<readonly string[]> {
  return (await take(store, parts)).effects.map((effect) => effect.id);
}

/** Takes exactly one effect and returns it. */
export async function takeOne(store: Store, parts: Partial<TakeDue> = {}): Promise<LeasedEffect> {
  const { effects } = await take(store, parts);
  expect(effects.map((effect) => effect.id)).toHaveLength(1);
  return effects[0] as LeasedEffect;
}

export async function bodyOf(store: Store, id: string, kind = "conversation"): Promise<unknown> {
  return (await store.load([{ kind, id }]))[0]?.body;
}

export function inbox(parts: Partial<Extract<Query, { view: string }>> = {}): Query {
  return { view: "inbox", key: "open", limit: 10, order: "ascending", cursor: null, ...parts };
}

export function log(parts: Partial<Extract<Query, { log: string }>> = {}): Query {
  return { log: "messages", owner: "c1", limit: 100, order: "ascending", afterSeq: null, ...parts };
}

export const deadLetters: Query = { dead: true, limit: 100, cursor: null };

export function idsOf(page: Page): readonly string[] {
  return page.items.map((item) => ("id" in item ? item.id : String("seq" in item ? item.seq : item.count)));
}

export function seqsOf(page: Page): readonly number[] {
  return page.items.map((item) => ("seq" in item ? item.seq : Number.NaN));
}

export async function messages(store: Store, owner = "c1"): Promise<readonly unknown[]> {
  return (await store.query(log({ owner }))).items.map((item) => item.body);
}

export function readFeed(store: Store, parts: Partial<FeedRequest> = {}): Promise<FeedPage> {
  return store.feed({ after: null, limit: 100, waitMs: 0, signal: new AbortController().signal, ...parts });
}

/** The cursor of this moment: what is committed from now on comes after it. */
export async function feedNow(store: Store): Promise<string> {
  return (await readFeed(store)).cursor;
}

export function typesOf(page: FeedPage): readonly string[] {
  return page.status === "entries" ? page.entries.map((entry) => entry.type) : ["reset"];
}

/** Puts documents and their index entries in one commit. */
export function withDocuments(ids: readonly string[], index: readonly IndexChange[]): Partial<Commit> {
  return { puts: ids.map((id) => ({ ...documentKey(id), body: { id } })), index };
}
