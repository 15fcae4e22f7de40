import {
  type Commit,
  type CommitResult,
  claimKeptMs,
  type FeedInput,
  type IndexChange,
  type LeasedEffect,
  type LogEntry,
  type NewEffect,
} from "../../../src/ports/store.ts";
import { documentPart, keyPart } from "./key-part.ts";
import { cellsOf, textOf } from "./replies.ts";
import type { Argument, Scripts } from "./script.ts";
import { commitScript } from "./scripts/commit.ts";

/** One script call per commit; calls of the same turn of the event loop travel together and share one fsync. */
export async function runCommit(scripts: Scripts, commit: Commit): Promise<CommitResult> {
  const [status, ...rest] = cellsOf(await scripts.run(commitScript, argumentsOf(commit)));
  if (status === "committed") return { status, leased: leasedOf(commit.effects, new Set(rest.map(textOf))) };
  if (status === "stale") return { status };
  if (status === "duplicate") return { status, key: textOf(rest[0]), note: rest[1] == null ? null : textOf(rest[1]) };
  throw new Error(`Redis answered a commit with an unknown status of ${textOf(status).length} characters.`);
}

function argumentsOf(commit: Commit): readonly Argument[] {
  const args: Argument[] = [finite(commit.at), claimKeptMs, countNumbers(commit)];
  append(args, [...new Set(commit.settles)], (id) => [id]);
  append(args, commit.claims, ({ key, note }) => [key, note]);
  append(args, commit.expects, (document) => [documentPart(document), document.version]);
  append(args, commit.puts, (document) => [documentPart(document), jsonOf(document.body)]);
  append(args, commit.removes, (document) => [documentPart(document)]);
  append(args, commit.cancels, (id) => [id]);
  append(args, commit.entries, entryArguments);
  args.push(commit.lease ? finite(commit.lease.untilMs) : "");
  append(args, commit.lease?.busyPools ?? [], (pool) => [pool]);
  append(args, commit.effects, effectArguments);
  append(args, commit.index, indexArguments);
  append(args, commit.feed, (entry) => [feedJson(entry, commit.at)]);
  return args;
}

function append<Item>(args: Argument[], items: readonly Item[], argumentsOfItem: (item: Item) => readonly Argument[]) {
  args.push(items.length);
  for (const item of items) args.push(...argumentsOfItem(item));
}

/** Entries and effects are numbered in the order of writing; unused numbers do no harm. */
function countNumbers({ entries, effects }: Commit): number {
  return effects.reduce((count, effect) => count + 1 + effect.whenLeased.length, entries.length);
}

/** No word is a line end. */
const asBefore = "\n";

function entryArguments({ log, owner, seq, body, words }: LogEntry): readonly Argument[] {
  return [log, owner, finite(seq), jsonOf(body), words === null ? asBefore : words.join("\n")];
}

function effectArguments({ id, lane, pool, dueAt, owner, body, whenLeased }: NewEffect): readonly Argument[] {
  const args: Argument[] = [id, lane ?? "", pool, finite(dueAt), owner, jsonOf(body)];
  append(args, whenLeased, entryArguments);
  return args;
}

function indexArguments(change: IndexChange): readonly Argument[] {
  const { view, id, kind, key } = change;
  const place = [keyPart(view), id, keyPart(kind), key];
  if (change.change === "remove") return ["-", ...place, "", "", ""];
  const { sort, previousKey } = change;
  return ["+", ...place, finite(sort), previousKey === null ? "" : "1", previousKey ?? ""];
}

function feedJson({ type, conversationId, data }: FeedInput, at: number): string {
  return JSON.stringify({ type, conversationId, data, at });
}

/** What Redis would refuse is refused here: there, what the script wrote before it would stay. */
function finite(value: number): number {
  if (!Number.isFinite(value)) throw new TypeError(`A commit holds ${value} where a number is needed.`);
  return value;
}

function jsonOf(body: unknown): string {
  const json: string | undefined = JSON.stringify(body);
  if (json === undefined) throw new TypeError(`A commit holds a body of type ${typeof body}, which JSON cannot hold.`);
  return json;
}

function leasedOf(effects: readonly NewEffect[], leasedIds: ReadonlySet<string>): readonly LeasedEffect[] {
  if (leasedIds.size === 0) return [];
  return effects
    .filter((effect) => leasedIds.has(effect.id))
    .map(({ id, lane, pool, owner, body }) => ({ id, lane, pool, owner, attempt: 1, failures: 0, body }));
}
