import type { Commit } from "../../ports/store.ts";
import type { Idempotency } from "../commands.ts";
import type { Parts } from "../parts.ts";
import { type EarlierRequest, findEarlier, readNote } from "./repeated-request.ts";

/** What one look at the documents came to: an answer, and what makes it true where anything has to change. */
export interface Look<Answer> {
  readonly answer: Answer;
  readonly commit: Commit | null;
}

type Looked<Answer> =
  | { readonly status: "done"; readonly answer: Answer }
  | { readonly status: "duplicate"; readonly note: string | null };

/** Somebody else was faster this often in a row: something is broken. */
const maxLooks = 50;

/** Looks, decides and commits; looks again when what was looked at has changed in between. */
export async function untilCommitted<Answer>(parts: Parts, look: () => Promise<Look<Answer>>): Promise<Answer> {
  const looked = await lookUntilCommitted(parts, look);
  if (looked.status === "duplicate") throw new Error("Settings: a commit without claims and effects was a duplicate.");
  return looked.answer;
}

/** The same once and for all: for what has a key, or ends an effect. */
export async function onceCommitted<Answer>(
  parts: Parts,
  idempotency: Idempotency | null,
  look: () => Promise<Look<Answer>>,
): Promise<Answer | EarlierRequest | { readonly status: "settled" }> {
  const earlier = await findEarlier(parts, idempotency);
  if (earlier) return earlier;
  const looked = await lookUntilCommitted(parts, look);
  if (looked.status === "done") return looked.answer;
  return idempotency ? readNote(looked.note, idempotency) : { status: "settled" };
}

async function lookUntilCommitted<Answer>(parts: Parts, look: () => Promise<Look<Answer>>): Promise<Looked<Answer>> {
  for (let looks = 0; looks < maxLooks; looks++) {
    const { answer, commit } = await look();
    if (!commit) return { status: "done", answer };
    const result = await parts.store.commit(commit);
    if (result.status === "committed") {
      for (const { dueAt } of commit.effects) parts.wakeAt(dueAt);
      return { status: "done", answer };
    }
    if (result.status === "duplicate") return result;
  }
  throw new Error(`Settings: no commit in ${maxLooks} attempts.`);
}
