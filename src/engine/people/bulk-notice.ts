import { happeningOf, type Notice } from "../../core/notifications/notice.ts";
import type { Commit, NewEffect } from "../../ports/store.ts";
import type { NotifyEffect } from "../effects/notify.ts";
import { emptyCommit } from "../empty-commit.ts";
import { readEndpoints } from "../notifications/endpoints.ts";
import { noticeEffect } from "../notifications/notice-effect.ts";
import { planForEndpoints } from "../notifications/plan-deliveries.ts";
import type { Parts } from "../parts.ts";

export interface PlannedBatch {
  readonly effects: readonly NewEffect[];
  readonly at: number;
  /** Of a test nobody is told: what would have been stays one for each (I16). */
  readonly isTest: (conversationId: string) => boolean;
}

/** What a batch plans instead of a notice for each. */
export interface InsteadOfNotices {
  readonly planned: Pick<Commit, "settles" | "effects">;
  /** It was committed. */
  kept(): void;
}

/**
 * Whoever gets many conversations at once hears of it once, with their number. From the first batch on a notice of what
 * was given so far is stored, due in a minute, and each batch puts a new one in its place: a process that is lost leaves
 * the last of them, and one that goes on tells it at the end. Outside systems are told of each conversation, as ever.
 */
export interface BulkNotice {
  plan(batch: PlannedBatch): Promise<InsteadOfNotices>;
  /** It was too slow and the notice has left: what comes now is told by another one. */
  wasTold(settledId: string): boolean;
  /** All is done. */
  tell(): Promise<void>;
}

/** Longer than a batch takes, however busy the store is. */
const patienceMs = 60_000;

interface Pending {
  readonly id: string;
  readonly count: number;
  /** Of the last one. */
  readonly conversationId: string;
  readonly notice: Notice;
}

type Single = NewEffect & { readonly body: NotifyEffect & { readonly conversationId: string } };

export function createBulkNotice(parts: Parts): BulkNotice {
  const { store, clock, ids } = parts;
  const runId = ids.next("bulk");
  let planned = 0;
  let pending: Pending | null = null;

  return {
    async plan({ effects, at, isTest }) {
      const singles = effects.filter(isSingle).filter(({ body }) => !isTest(body.conversationId));
      const last = singles.at(-1);
      if (!last) return { planned: { settles: [], effects }, kept: () => undefined };
      const { conversationId, notice } = last.body;
      const next = { id: nextId(), count: (pending?.count ?? 0) + singles.length, conversationId, notice };
      const told = new Set(singles.map(({ id }) => id));
      const instead = [...(await toEndpoints(parts, singles, at)), effectOf(next, at + patienceMs)];
      return {
        planned: {
          settles: pending ? [pending.id] : [],
          effects: [...effects.filter(({ id }) => !told.has(id)), ...instead],
        },
        kept() {
          pending = next;
        },
      };
    },
    wasTold(settledId) {
      if (pending?.id !== settledId) return false;
      pending = null;
      return true;
    },
    async tell() {
      if (!pending) return;
      const at = clock.now();
      const now = effectOf({ ...pending, id: nextId() }, at);
      await store.commit({ ...emptyCommit(at), settles: [pending.id], effects: [now] });
      pending = null;
    },
  };

  function nextId(): string {
    return `${runId}.${++planned}`;
  }
}

function isSingle(effect: NewEffect): effect is Single {
  const { type, notice } = effect.body as Partial<NotifyEffect>;
  return type === "notify" && notice?.kind === "conversation-assigned";
}

/** Of one only it leads there, and is erased with it. */
function effectOf({ id, count, conversationId, notice }: Pending, at: number): NewEffect {
  const [target] = notice.targets;
  const about = { subjectId: count === 1 ? conversationId : (target?.id ?? ""), detail: String(count) };
  const told: Notice = { ...notice, ...about, kind: "conversations-assigned" };
  return noticeEffect({ id, at, conversationId: count === 1 ? conversationId : null, notice: told });
}

/** With the ids that they have when it is one. */
async function toEndpoints(parts: Parts, singles: readonly Single[], at: number): Promise<readonly NewEffect[]> {
  const endpoints = parts.notifying?.notifiers.has("webhook") ? await readEndpoints(parts.store) : [];
  return singles.flatMap(({ id, body: { conversationId, notice } }) =>
    planForEndpoints(id, { ...happeningOf(notice, conversationId, at), targets: notice.targets }, endpoints),
  );
}
