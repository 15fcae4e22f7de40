import type { Commit } from "../../ports/store.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import { draftKey, type SettingsDraft } from "./documents.ts";
import { untilCommitted } from "./until-committed.ts";

export type DraftRefused =
  | { readonly status: "missing" }
  /** Somebody changed it after the caller looked. */
  | { readonly status: "stale"; readonly revision: number }
  /** It waits for its time: what was agreed on is not changed under it. */
  | { readonly status: "locked" };

export interface SeenDraft {
  readonly id: string;
  readonly by: string;
  /** The revision the caller has seen; `null`: whatever it is. */
  readonly revision: number | null;
}

export interface StoredDraft {
  readonly draft: SettingsDraft;
  readonly documentVersion: number;
}

export type DraftEdit<Answer> = (stored: StoredDraft) => Promise<{
  readonly answer: Answer;
  /** `null`: nothing is to change. */
  readonly commit: Partial<Commit> | null;
}>;

export async function readDraft(parts: Pick<Parts, "store">, id: string): Promise<StoredDraft | null> {
  const [stored] = await parts.store.load([draftKey(id)]);
  return stored ? { draft: stored.body as SettingsDraft, documentVersion: stored.version } : null;
}

/** One change of a draft that nobody has scheduled, by somebody who has seen it as it is. */
export function editDraft<Answer>(
  parts: Parts,
  seen: SeenDraft,
  edit: DraftEdit<Answer>,
): Promise<Answer | DraftRefused> {
  return untilCommitted<Answer | DraftRefused>(parts, async () => {
    const stored = await readDraft(parts, seen.id);
    const refused = refusal(stored, seen);
    if (!stored || refused) return { answer: refused ?? { status: "missing" }, commit: null };
    const { answer, commit } = await edit(stored);
    return { answer, commit: commit && onDraft(parts, stored, commit) };
  });
}

export function refusal(stored: StoredDraft | null, { revision }: SeenDraft): DraftRefused | null {
  if (!stored) return { status: "missing" };
  if (revision !== null && revision !== stored.draft.revision) {
    return { status: "stale", revision: stored.draft.revision };
  }
  return stored.draft.schedule ? { status: "locked" } : null;
}

/** A commit that counts only while the draft is as it was read. */
export function onDraft(parts: Parts, { draft, documentVersion }: StoredDraft, commit: Partial<Commit>): Commit {
  return {
    ...emptyCommit(parts.clock.now()),
    feed: [{ type: "settings-draft-changed", conversationId: null, data: { draftId: draft.id } }],
    ...commit,
    expects: [...(commit.expects ?? []), { ...draftKey(draft.id), version: documentVersion }],
  };
}

/** The draft with something changed by somebody now. */
export function revised(draft: SettingsDraft, change: Partial<SettingsDraft>, by: string, at: number): SettingsDraft {
  return { ...draft, ...change, revision: draft.revision + 1, updatedBy: by, updatedAt: at };
}
