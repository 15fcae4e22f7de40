import { applyChanges } from "../../core/settings/parts.ts";
import type { Parts } from "../parts.ts";
import { draftKey, type SettingsDraft } from "./documents.ts";
import type { InForce } from "./policies.ts";

const maxKeptDrafts = 50;

interface KeptDraft {
  readonly inForce: InForce;
  readonly base: InForce;
  readonly revision: number;
}

/** Drafts on what is in force, read again only when they may have changed. */
export function createDraftPolicies(store: Parts["store"], base: () => InForce) {
  const kept = new Map<string, KeptDraft>();
  const sure = new Set<string>();
  let doubts = 0;

  async function read(draftId: string): Promise<InForce | null> {
    const doubtsBefore = doubts;
    const [stored] = await store.load([draftKey(draftId)]);
    if (!stored) return null;
    const draft = stored.body as SettingsDraft;
    const { inForce } = remember(draft);
    // What was being read while somebody wrote may be old.
    if (doubts === doubtsBefore) sure.add(draftId);
    return inForce;
  }

  function remember({ id, revision, changes }: SettingsDraft): KeptDraft {
    const known = kept.get(id);
    if (known?.base === base() && known.revision === revision) return known;
    if (kept.size >= maxKeptDrafts) kept.clear();
    const settings = applyChanges(base().settings, changes);
    const fresh = { inForce: { ...base(), draftId: id, settings }, base: base(), revision };
    kept.set(id, fresh);
    return fresh;
  }

  return {
    async get(draftId: string): Promise<InForce | null> {
      const known = kept.get(draftId);
      return known && known.base === base() && sure.has(draftId) ? known.inForce : read(draftId);
    },
    /** `null`: all of them. */
    doubt(draftId: string | null): void {
      doubts += 1;
      if (draftId === null) sure.clear();
      else sure.delete(draftId);
    },
  };
}
