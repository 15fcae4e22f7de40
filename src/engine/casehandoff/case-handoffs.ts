import { type CaseHandoff, newCaseHandoff, readCaseHandoff } from "../../core/casehandoff/case-handoff.ts";
import type { CaseChoices } from "../../core/casehandoff/choices.ts";
import type { CaseItem, CaseItemStatus } from "../../core/casehandoff/item.ts";
import type { Idempotency } from "../commands.ts";
import type { ListOptions, PageOf } from "../conversations.ts";
import { emptyCommit } from "../empty-commit.ts";
import { claimsOf, type EarlierRequest, findEarlier } from "../settings/repeated-request.ts";
import { type Begun, begin } from "./begin.ts";
import type { CaseParts } from "./case-parts.ts";
import { type Changed, changeHandoff, handoffChanged, tryChange } from "./change-handoff.ts";
import { type Discarded, discardDraft } from "./discard-draft.ts";
import { caseViews, expireEffects, handoffKey, lockKey, readHandoff, returnEffectId, statusKey } from "./documents.ts";
import { type Preview, previewCases } from "./preview.ts";
import { type Started, startHandoff } from "./start.ts";
import { type Verified, verifyHandoff } from "./verify.ts";

export interface NewCase {
  readonly subjectId: string;
  readonly choices: CaseChoices;
  readonly by: string;
}

export type Created =
  | { readonly status: "created"; readonly handoff: CaseHandoff }
  | { readonly status: "unknown-agent" }
  | EarlierRequest;

export type Edited = Changed | { readonly status: "stale"; readonly revision: number };

/** Moving what one person has to others. Whoever decides it (the actor) is somebody else than whom it is about. */
export interface CaseHandoffs {
  /** What somebody has, module by module, and who their heads are; `null`: there is no such agent. */
  preview(subjectId: string): Promise<Preview | null>;
  create(wanted: NewCase, idempotency: Idempotency | null): Promise<Created>;
  get(id: string): Promise<CaseHandoff | null>;
  /** Of one subject, or of all; the newest first. */
  list(subjectId: string | null, options: ListOptions): Promise<PageOf<CaseHandoff>>;
  /** `null`: of every status. */
  items(handoff: CaseHandoff, status: CaseItemStatus | null, options: ListOptions): Promise<PageOf<CaseItem>>;
  edit(
    id: string,
    change: Partial<CaseChoices>,
    seen: { readonly by: string; readonly revision: number | null },
  ): Promise<Edited>;
  verify(id: string, by: string): Promise<Verified>;
  start(id: string, start: { readonly by: string; readonly hash: string }): Promise<Started>;
  stop(id: string, by: string): Promise<Changed>;
  proceed(id: string, by: string): Promise<Begun>;
  undo(id: string, undo: { readonly by: string; readonly isForced: boolean }): Promise<Begun>;
  /** Only what has not begun. */
  discard(id: string, by: string): Promise<Discarded>;
}

export function createCaseHandoffs(caseParts: CaseParts): CaseHandoffs {
  const { parts, agents } = caseParts;
  const { store, clock } = parts;
  return {
    preview: (subjectId) => previewCases(caseParts, subjectId),
    async create({ subjectId, choices, by }, idempotency) {
      const earlier = await findEarlier(parts, idempotency);
      if (earlier) return earlier;
      if (!(await agents.get(subjectId))) return { status: "unknown-agent" };
      const at = clock.now();
      const handoff = newCaseHandoff({ id: parts.ids.next("cho"), subjectId, choices, created: { by, at } });
      const key = handoffKey(handoff.id);
      const entry = { change: "put", ...key, sort: at, previousKey: null } as const;
      const result = await store.commit({
        ...emptyCommit(at),
        claims: claimsOf(idempotency, handoff.id),
        expects: [{ ...key, version: 0 }],
        puts: [{ ...key, body: handoff }],
        index: [
          { ...entry, ...caseViews.all },
          { ...entry, view: caseViews.bySubject, key: subjectId },
        ],
        feed: [handoffChanged(handoff)],
      });
      if (result.status === "committed") return { status: "created", handoff };
      return (await findEarlier(parts, idempotency)) ?? { status: "clash" };
    },
    async get(id) {
      return (await readHandoff(store, id))?.handoff ?? null;
    },
    async list(subjectId, options) {
      const view = subjectId === null ? caseViews.all : { view: caseViews.bySubject, key: subjectId };
      const page = await store.query({ ...view, order: "descending", ...options });
      return { items: page.items.map(({ body }) => readCaseHandoff(body)), next: page.next };
    },
    async items({ plan }, status, options) {
      if (!plan) return { items: [], next: null };
      const all = { view: caseViews.items, key: plan.id };
      const view = status === null ? all : { view: caseViews.itemsByStatus, key: statusKey(plan.id, status) };
      const page = await store.query({ ...view, order: "ascending", ...options });
      return { items: page.items.map(({ body }) => body as CaseItem), next: page.next };
    },
    async edit(id, change, { by, revision }) {
      for (;;) {
        const stored = await readHandoff(store, id);
        if (!stored) return { status: "missing" };
        const { handoff } = stored;
        if (revision !== null && revision !== handoff.revision) return { status: "stale", revision: handoff.revision };
        // In the very version that was looked at: what somebody else chose meanwhile is not written over.
        const event = { type: "edited", by, choices: { ...handoff.choices, ...change } } as const;
        const changed = await tryChange(parts, stored, event, () => ({}));
        if (changed) return changed;
      }
    },
    verify: (id, by) => verifyHandoff(caseParts, id, by),
    start: (id, start) => startHandoff(caseParts, id, start),
    stop: (id, by) =>
      changeHandoff(parts, id, { type: "stopped", by }, (after) => ({
        removes: [lockKey(after.subjectId)],
        effects: expireEffects(after),
      })),
    proceed: (id, by) => begin(parts, id, { type: "continued", by }),
    undo: (id, { by, isForced }) =>
      begin(parts, id, { type: "undo-asked", by, isForced, cause: "asked" }, { cancels: [returnEffectId(id)] }),
    discard: (id, by) => discardDraft(parts, id, by),
  };
}
