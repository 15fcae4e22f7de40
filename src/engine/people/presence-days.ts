import type { Page } from "../../ports/store.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import { type PresenceDay, type PresenceEntry, presenceDayKey, presenceDayViews } from "./documents.ts";

/** Nobody comes and goes more often in a day; a console gone mad must not grow a document for ever. */
const mostEntries = 500;

/** The history of a day: one entry per change, however often the effect that writes it runs. */
export async function notePresence(
  { store, clock }: Pick<Parts, "store" | "clock">,
  agentId: string,
  entry: PresenceEntry,
): Promise<void> {
  const day = dayOf(entry.at);
  const key = presenceDayKey(agentId, day);
  for (;;) {
    const [stored] = await store.load([key]);
    const before = stored ? (stored.body as PresenceDay).entries : [];
    const isNoted = before.some(({ at, presence }) => at === entry.at && presence === entry.presence);
    if (isNoted || before.length >= mostEntries) return;
    const body: PresenceDay = { schemaVersion: 1, agentId, day, entries: [...before, entry] };
    const sort = Date.parse(day);
    const put = { change: "put", sort, ...key, previousKey: null } as const;
    const result = await store.commit({
      ...emptyCommit(clock.now()),
      expects: [{ ...key, version: stored?.version ?? 0 }],
      puts: [{ ...key, body }],
      index: [
        { ...put, view: presenceDayViews.byAgent, key: agentId },
        { ...put, view: presenceDayViews.byDay, key: day },
      ],
    });
    if (result.status === "committed") return;
  }
}

export interface DayOptions {
  readonly limit: number;
  readonly cursor: string | null;
}

/** Of one person, the last day first. */
export async function readPresenceDays(
  { store }: Pick<Parts, "store">,
  agentId: string,
  options: DayOptions,
): Promise<{ readonly items: readonly PresenceDay[]; readonly next: string | null }> {
  const view = { view: presenceDayViews.byAgent, key: agentId, order: "descending" } as const;
  const page: Page = await store.query({ ...view, ...options });
  return { items: page.items.map(({ body }) => body as PresenceDay), next: page.next };
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
