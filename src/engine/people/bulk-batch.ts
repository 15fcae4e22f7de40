import type { Claim } from "../../ports/store.ts";
import type { Command, Idempotency } from "../commands.ts";
import { type Decided, type DecidedTogether, type DecideTools, decideTogether } from "../decide-together.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Runner } from "../handle-event.ts";
import type { Parts } from "../parts.ts";
import { readClaims } from "../read-claims.ts";
import type { BulkItem } from "./bulk.ts";
import type { BulkNotice } from "./bulk-notice.ts";

/** What is asked of one conversation among many. */
export interface BulkAsk {
  readonly conversationId: string;
  readonly command: Command;
  /** Said in the same commit; not where the command was refused. */
  readonly note: Extract<Command, { type: "note-added" }> | null;
}

export interface BulkTools extends Omit<DecideTools, "parts"> {
  readonly parts: Parts;
  readonly runner: Runner;
}

interface BatchTools extends BulkTools {
  /** `null`: one alone is told of as ever. */
  readonly notice: BulkNotice | null;
}

/** Somebody was faster with one of them. More often than this and each is tried for itself. */
const attemptsTogether = 5;
/** More often than this, something is broken. */
const attemptsAlone = 50;

/**
 * Each by its own decision, all of them in one commit that carries the version of everything that was looked at and a
 * claim for each (I2, I7): the same claims as if they had been asked for one by one. What is refused is named and keeps
 * nobody else up.
 */
export async function runBatch(
  tools: BatchTools,
  asks: readonly BulkAsk[],
  idempotency: Idempotency | null,
): Promise<readonly BulkItem[] | "clash"> {
  const attempts = asks.length > 1 ? attemptsTogether : attemptsAlone;
  const earlier = new Set<string>();
  for (let attempt = 0; attempt < attempts; attempt++) {
    const tried = await tryOnce(tools, { asks, idempotency, earlier });
    if (tried.status === "committed") return tried.items;
    if (tried.status === "clash") return "clash";
    if (tried.status === "stale") tools.parts.metrics.count("baton_commit_conflicts_total");
    for (const key of tried.done) earlier.add(key);
  }
  if (asks.length > 1) return oneByOne(tools, asks, idempotency);
  throw new Error(`Conversation ${asks[0]?.conversationId}: no commit in ${attempts} attempts.`);
}

async function oneByOne(tools: BatchTools, asks: readonly BulkAsk[], idempotency: Idempotency | null) {
  const items: BulkItem[] = [];
  for (const ask of asks) {
    const done = await runBatch(tools, [ask], idempotency);
    if (done === "clash") return done;
    items.push(...done);
  }
  return items;
}

interface Attempt {
  readonly asks: readonly BulkAsk[];
  readonly idempotency: Idempotency | null;
  /** Keys of what was done by a call of before. */
  readonly earlier: ReadonlySet<string>;
}

type Tried =
  | { readonly status: "committed"; readonly items: readonly BulkItem[] }
  | { readonly status: "clash" }
  /** `done`: keys of what is found to have been done before. */
  | { readonly status: "stale" | "again"; readonly done: readonly string[] };

async function tryOnce(tools: BatchTools, attempt: Attempt): Promise<Tried> {
  const { parts, runner, notice } = tools;
  const at = parts.clock.now();
  const ids = attempt.asks.map(({ conversationId }) => conversationId);
  const together = await decideTogether(tools, ids);
  const { items, claims } = await decideEach(parts, together, attempt, at);
  // A repetition may come when it would no longer be allowed.
  const refused = items.flatMap(({ conversationId, status }) => (status === "refused" ? [conversationId] : []));
  const repeated = await lookBack(parts, attempt.idempotency, refused);
  if (repeated.done.length > 0) return { status: "again", done: repeated.done };
  const decided = together.commit();
  const isTest = (id: string) => together.conversation(id)?.isTest ?? false;
  const effects = decided.effects ?? [];
  const told = await notice?.plan({ effects, at, isTest });
  const commit = { ...emptyCommit(at), ...decided, effects, claims, ...told?.planned, lease: runner.offer() };
  if (claims.length === 0 && commit.puts.length === 0) return { status: "committed", items };
  const result = await parts.store.commit(commit);
  if (result.status === "committed") {
    together.started(runner, result.leased, commit.effects);
    told?.kept();
    return { status: "committed", items };
  }
  together.settled();
  if (result.status === "stale") return { status: "stale", done: [] };
  if (notice?.wasTold(result.key)) return { status: "again", done: [] };
  const found = await lookBack(parts, attempt.idempotency, ids);
  return found.isClash ? { status: "clash" } : { status: "again", done: found.done };
}

type Outcome = Decided | { readonly status: "repeated" };

async function decideEach(parts: Parts, together: DecidedTogether, attempt: Attempt, at: number) {
  const { asks, idempotency, earlier } = attempt;
  const items: BulkItem[] = [];
  const claims: Claim[] = [];

  async function decide(conversationId: string, command: Command, key: string | null): Promise<Outcome> {
    if (key !== null && earlier.has(key)) return { status: "repeated" };
    const event = { ...command, id: key ?? parts.ids.next("evt") };
    const decided = await together.decide(conversationId, [event], at);
    const isDone = decided.status === "applied" || decided.code === "not-possible";
    if (isDone && key !== null && idempotency) claims.push({ key: claimOf(key), note: idempotency.fingerprint });
    return decided;
  }

  for (const { conversationId, command, note } of asks) {
    const key = idempotency && keyOf(idempotency, conversationId);
    const outcome = await decide(conversationId, command, key);
    items.push(itemOf(conversationId, outcome));
    if (note && outcome.status !== "refused") await decide(conversationId, note, key && noteKeyOf(key));
  }
  return { items, claims };
}

function itemOf(conversationId: string, outcome: Outcome): BulkItem {
  if (outcome.status !== "refused" || outcome.code === "not-possible") {
    return { conversationId, status: "done", code: null };
  }
  if (outcome.code === "missing") return { conversationId, status: "missing", code: null };
  return { conversationId, status: "refused", code: outcome.code };
}

const claimOf = (key: string) => `command:${key}`;
const keyOf = ({ key }: Idempotency, conversationId: string) => `${key}:${conversationId}`;
const noteKeyOf = (key: string) => `${key}:note`;

/** Those to which a call with the same key has done something already. */
export async function doneBefore(
  parts: Parts,
  idempotency: Idempotency,
  conversationIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { done } = await lookBack(parts, idempotency, conversationIds);
  return new Set(conversationIds.filter((id) => done.includes(keyOf(idempotency, id))));
}

/** What a call of before has done to them, and whether it was another one under the same key. */
async function lookBack(parts: Parts, idempotency: Idempotency | null, conversationIds: readonly string[]) {
  if (!idempotency) return { done: [], isClash: false };
  const keys = conversationIds.map((id) => keyOf(idempotency, id)).flatMap((key) => [key, noteKeyOf(key)]);
  const notes = await readClaims(parts, keys.map(claimOf));
  const done = keys.filter((_, index) => notes[index] === idempotency.fingerprint);
  return { done, isClash: notes.some((note) => note !== null && note !== idempotency.fingerprint) };
}
