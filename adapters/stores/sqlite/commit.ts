import type { Commit, CommitResult, LeasedEffect, LogEntry } from "../../../src/ports/store.ts";
import { addClaim, findClaimed } from "./claims.ts";
import type { SqlDatabase } from "./database.ts";
import { isStale, putDocument, removeDocument } from "./documents.ts";
import { addEffect, type EffectPlace, findPlace, findSettled, removeEffect } from "./effects.ts";
import { putEntry } from "./entries.ts";
import { addFeedEntry } from "./feed.ts";
import { changeListing } from "./views.ts";

/** Checks everything before it writes anything, so that a refusal needs no rollback (I1, I2). */
export function writeCommit(database: SqlDatabase, commit: Commit): CommitResult {
  const settled = findSettled(database, commit.settles);
  if (typeof settled === "string") return { status: "duplicate", key: settled, note: null };
  const claimed = findClaimed(database, commit.claims);
  if (claimed !== undefined) return { status: "duplicate", ...claimed };
  if (isStale(database, commit.expects)) return { status: "stale" };

  for (const claim of commit.claims) addClaim(database, claim, commit.at);
  for (const put of commit.puts) putDocument(database, put);
  for (const key of commit.removes) removeDocument(database, key);
  const leased = writeEffects(database, commit, settled);
  for (const entry of lastOfEachPlace(commit, leased)) putEntry(database, entry);
  for (const change of commit.index) changeListing(database, change);
  for (const entry of commit.feed) addFeedEntry(database, entry, commit.at);
  return { status: "committed", leased };
}

/** What ends goes first: a new effect may then be the head of a lane that ran empty. */
function writeEffects(database: SqlDatabase, commit: Commit, settled: readonly EffectPlace[]): readonly LeasedEffect[] {
  for (const place of settled) removeEffect(database, place);
  for (const id of commit.cancels) {
    const place = findPlace(database, id);
    if (place !== undefined) removeEffect(database, place);
  }
  const leased: LeasedEffect[] = [];
  for (const effect of commit.effects) {
    const started = addEffect(database, effect, commit);
    if (started === null) continue;
    leased.push(started);
  }
  return leased;
}

/** What a started effect says of an entry replaces what the commit says of it: one write instead of two. */
function lastOfEachPlace({ entries, effects }: Commit, leased: readonly LeasedEffect[]): readonly LogEntry[] {
  if (leased.length === 0) return entries;
  const started = new Set(leased.map(({ id }) => id));
  const later = effects.filter(({ id }) => started.has(id)).flatMap(({ whenLeased }) => whenLeased);
  if (later.length === 0) return entries;
  const replacements = new Map(later.map((entry) => [placeOf(entry), entry]));
  const kept = entries.map((entry) => {
    const replacement = replacements.get(placeOf(entry));
    replacements.delete(placeOf(entry));
    return replacement ? { ...replacement, words: replacement.words ?? entry.words } : entry;
  });
  return [...kept, ...replacements.values()];
}

function placeOf({ log, owner, seq }: LogEntry): string {
  return `${log}/${seq}/${owner}`;
}
