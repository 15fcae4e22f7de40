import type { IndexChange } from "../../ports/store.ts";
import { emptyCommit } from "../empty-commit.ts";
import { othersFirst } from "../others-first.ts";
import type { Parts } from "../parts.ts";
import { readAgents } from "../read-agents.ts";
import { type InboxItem, inboxKey, notificationViews } from "./documents.ts";

const keptMs = 90 * 24 * 3_600_000;
/** The newest ones of each person, however young the others are: nobody reads further back than this. */
const mostKept = 1_000;
const pageSize = 200;
const looksADay = 24;
const longestMs = 20_000;

type TrimParts = Pick<Parts, "store" | "clock">;

/** Once a day for each person, some of them every hour: also those who never look, and those who left. */
export async function trimInboxes(parts: TrimParts): Promise<void> {
  const { clock, store } = parts;
  const until = clock.now() + longestMs;
  const turn = Math.floor(clock.now() / 3_600_000) % looksADay;
  for (const { id } of await readAgents(store)) {
    if (turnOf(id) !== turn) continue;
    if (clock.now() > until) return;
    await trimByAge(parts, id);
    await trimByCount(parts, id);
  }
}

function turnOf(agentId: string): number {
  return [...agentId].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % looksADay, 0);
}

export async function trimByAge(parts: TrimParts, agentId: string): Promise<void> {
  const before = parts.clock.now() - keptMs;
  const view = { view: notificationViews.inbox, key: agentId, limit: pageSize, order: "ascending" } as const;
  for (;;) {
    const page = await parts.store.query({ ...view, cursor: null });
    const old = page.items.map(({ body }) => body as InboxItem).filter(({ told }) => told.at < before);
    await remove(parts, agentId, old);
    if (old.length < pageSize) return;
    await othersFirst();
  }
}

/** Behind the newest ones, a page at a time: what comes meanwhile stands before them, and moves nothing. */
async function trimByCount(parts: TrimParts, agentId: string): Promise<void> {
  const view = { view: notificationViews.inbox, key: agentId, limit: pageSize, order: "descending" } as const;
  let cursor: string | null = null;
  let seen = 0;
  do {
    const page = await parts.store.query({ ...view, cursor });
    if (seen >= mostKept)
      await remove(
        parts,
        agentId,
        page.items.map(({ body }) => body as InboxItem),
      );
    seen += page.items.length;
    cursor = page.next;
    await othersFirst();
  } while (cursor !== null);
}

async function remove({ store, clock }: TrimParts, agentId: string, items: readonly InboxItem[]): Promise<void> {
  if (items.length === 0) return;
  const views = [notificationViews.inbox, notificationViews.unread];
  await store.commit({
    ...emptyCommit(clock.now()),
    removes: items.map(({ id }) => inboxKey(id)),
    index: items.flatMap(({ id }) =>
      views.map((view): IndexChange => ({ change: "remove", view, key: agentId, ...inboxKey(id) })),
    ),
  });
}
