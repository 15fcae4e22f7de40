import { conversationViews } from "../../core/conversation/index-entries.ts";
import type { Conversation, GoneReason } from "../../core/conversation/state.ts";
import { readConversation } from "../../core/conversation/upgrade.ts";
import { readAgent } from "../../core/people/agent.ts";
import { goneReason } from "../../core/people/gone.ts";
import type { Commit, CommitResult, LeasedEffect, Store } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { HandleEvent } from "../handle-event.ts";
import type { Parts } from "../parts.ts";
import type { Policies } from "../settings/policies.ts";
import { type AgentWatch, type OwnersTell, ownersTell, readWatch, watchKey } from "./documents.ts";
import { notePresence } from "./presence-days.ts";

/** So many events and the turn is somebody else's: the rest goes on in an effect of its own, well within a lease. */
const mostPerRun = 100;
/** How often it is looked whether they are back already. */
const lookEvery = 20;
const pageSize = 100;

/**
 * Somebody went or is back, and every conversation they have hears of it (I7). What is true now counts, not what was when
 * it was planned: who is back before it ran has never been gone. It can stop anywhere and begin again: a conversation
 * that knows is left out.
 */
export function createTellOwners(
  parts: Pick<Parts, "store" | "clock">,
  handle: HandleEvent,
  policies: Pick<Policies, "current">,
) {
  const { store, clock } = parts;

  async function reasonNow(agentId: string): Promise<GoneReason | null | "unknown"> {
    const [stored] = await store.load([{ kind: "agent", id: agentId }]);
    return stored ? goneReason(readAgent(stored.body), policies.current().settings, clock.now()) : "unknown";
  }

  /** @returns whether everybody knows; otherwise there is more to tell, or something else. */
  async function tell(leased: LeasedEffect, agentId: string, because: GoneReason | null): Promise<boolean> {
    const conversations = await toBeTold(store, agentId, because);
    for (const [index, id] of conversations.slice(0, mostPerRun).entries()) {
      if (index > 0 && index % lookEvery === 0 && (await reasonNow(agentId)) !== because) return false;
      const event = { type: "owner-changed", id: `${leased.id}:${id}`, at: clock.now(), agentId, because } as const;
      await handle(id, event);
    }
    return conversations.length <= mostPerRun;
  }

  async function changeWatch(agentId: string, change: (watch: AgentWatch) => Change): Promise<CommitResult["status"]> {
    for (;;) {
      const { version, body } = await readWatch(store, agentId);
      const { watch, ...planned } = change(body);
      const put = { ...watchKey(agentId), body: watch };
      const expects = [{ ...watchKey(agentId), version }];
      const result = await store.commit({ ...emptyCommit(clock.now()), expects, puts: [put], ...planned });
      if (result.status !== "stale") return result.status;
    }
  }

  return async (leased: LeasedEffect, { agentId, entry }: OwnersTell): Promise<Outcome> => {
    if (entry) await notePresence(parts, agentId, entry);
    const because = await reasonNow(agentId);
    const { body } = await readWatch(store, agentId);
    if (because === "unknown" || (because === body.told && !body.isTelling)) return { outcome: "done" };
    // Written down before anybody hears of it: who goes on after a crash knows that some have.
    await changeWatch(agentId, (watch) => ({ watch: { ...watch, told: because, isTelling: true } }));
    const isTold = await tell(leased, agentId, because);
    const again = ownersTell(agentId, { id: leased.id, dueAt: clock.now() });
    const status = await changeWatch(agentId, (watch) => ({
      settles: [leased.id],
      watch: { ...watch, isTelling: !isTold || watch.told !== because },
      effects: isTold ? [] : [again],
      feed: isTold ? [{ type: "agent-told", conversationId: null, data: { agentId, because } }] : [],
    }));
    // Another process did it meanwhile, this one having been too slow: what it told last may not be true any more.
    if (status === "duplicate") {
      await changeWatch(agentId, (watch) => ({ watch: { ...watch, isTelling: true }, effects: [again] }));
    }
    return { outcome: "settled" };
  };
}

interface Change extends Partial<Pick<Commit, "settles" | "effects" | "feed">> {
  readonly watch: AgentWatch;
}

/** Theirs, and not knowing yet. */
async function toBeTold(store: Store, agentId: string, because: GoneReason | null): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const view = {
      view: conversationViews.byAgent,
      key: agentId,
      limit: pageSize,
      order: "ascending",
      cursor,
    } as const;
    const page = await store.query(view);
    const conversations = page.items.map(({ body }) => readConversation(body));
    ids.push(...conversations.filter((each) => isNews(each, because)).map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  return ids;
}

function isNews({ control }: Conversation, because: GoneReason | null): boolean {
  if (control.phase !== "human") return false;
  return because === null ? control.ownerGone !== null : control.ownerGone === null || because === "left";
}
