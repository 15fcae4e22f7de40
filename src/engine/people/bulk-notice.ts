import { happeningOf, type Notice, type NoticeKind } from "../../core/notifications/notice.ts";
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
 * Whoever gets many conversations at once, or leads where many wait again, hears of it once, with their number. From the
 * first batch on a notice of what
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
  /** By what is said to whom. */
  const pending = new Map<string, Pending>();

  function nextOf(key: string, singles: readonly Single[]): readonly [string, Pending][] {
    const last = singles.at(-1);
    if (!last) return [];
    const { conversationId, notice } = last.body;
    const count = (pending.get(key)?.count ?? 0) + singles.length;
    return [[key, { id: nextId(), count, conversationId, notice }]];
  }

  return {
    async plan({ effects, at, isTest }) {
      const singles = effects.filter(isSingle).filter(({ body }) => !isTest(body.conversationId));
      if (singles.length === 0) return { planned: { settles: [], effects }, kept: () => undefined };
      const next = [...Map.groupBy(singles, groupOf)].flatMap(([key, group]) => nextOf(key, group));
      const told = new Set(singles.map(({ id }) => id));
      const stored = next.map(([, each]) => effectOf(each, at + patienceMs));
      const instead = [...(await toEndpoints(parts, singles, at)), ...stored];
      return {
        planned: {
          settles: next.flatMap(([key]) => pending.get(key)?.id ?? []),
          effects: [...effects.filter(({ id }) => !told.has(id)), ...instead],
        },
        kept() {
          for (const [key, each] of next) pending.set(key, each);
        },
      };
    },
    wasTold(settledId) {
      const found = [...pending].find(([, { id }]) => id === settledId);
      return found !== undefined && pending.delete(found[0]);
    },
    async tell() {
      const at = clock.now();
      for (const each of pending.values()) {
        const now = effectOf({ ...each, id: nextId() }, at);
        await store.commit({ ...emptyCommit(at), settles: [each.id], effects: [now] });
      }
      pending.clear();
    },
  };

  function nextId(): string {
    return `${runId}.${++planned}`;
  }
}

/** What is said of one, and of many at once. */
const ofMany: Readonly<Record<string, NoticeKind>> = {
  "conversation-assigned": "conversations-assigned",
  "conversation-returned": "conversations-returned",
};

function isSingle(effect: NewEffect): effect is Single {
  const { type, notice } = effect.body as Partial<NotifyEffect>;
  return type === "notify" && notice !== undefined && Object.hasOwn(ofMany, notice.kind);
}

function groupOf({ body: { notice } }: Single): string {
  return JSON.stringify([notice.kind, notice.targets, notice.actorId]);
}

/** Of one only it leads there, and is erased with it. */
function effectOf({ id, count, conversationId, notice }: Pending, at: number): NewEffect {
  const [target] = notice.targets;
  const about = { subjectId: count === 1 ? notice.subjectId : (target?.id ?? ""), detail: String(count) };
  const told: Notice = { ...notice, ...about, kind: ofMany[notice.kind] ?? notice.kind };
  return noticeEffect({ id, at, conversationId: count === 1 ? conversationId : null, notice: told });
}

/** With the ids that they have when it is one. */
async function toEndpoints(parts: Parts, singles: readonly Single[], at: number): Promise<readonly NewEffect[]> {
  const endpoints = parts.notifying?.notifiers.has("webhook") ? await readEndpoints(parts.store) : [];
  return singles.flatMap(({ id, body: { conversationId, notice } }) =>
    planForEndpoints(id, { ...happeningOf(notice, conversationId, at), targets: notice.targets }, endpoints),
  );
}
