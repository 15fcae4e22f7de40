import type { Commit, CommitResult, LeasedEffect } from "../../../src/ports/store.ts";
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
  for (const entry of commit.entries) putEntry(database, entry);
  const leased = writeEffects(database, commit, settled);
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
    for (const entry of effect.whenLeased) putEntry(database, entry);
  }
  return leased;
}
