import type { OwnerChanged } from "../../core/conversation/event.ts";
import { conversationViews } from "../../core/conversation/index-entries.ts";
import type { Conversation, GoneReason } from "../../core/conversation/state.ts";
import { readConversation } from "../../core/conversation/upgrade.ts";
import { readAgent } from "../../core/people/agent.ts";
import { goneReason } from "../../core/people/gone.ts";
import type { Commit, CommitResult, LeasedEffect, Store } from "../../ports/store.ts";
import { decideTogether } from "../decide-together.ts";
import type { Outcome } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { HandleEvent } from "../handle-event.ts";
import { othersFirst } from "../others-first.ts";
import type { Parts } from "../parts.ts";
import type { Policies } from "../settings/policies.ts";
import type { BulkTools } from "./bulk-batch.ts";
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
  parts: Parts,
  handle: HandleEvent,
  { policies, bulk }: { readonly policies: Pick<Policies, "current">; readonly bulk: Omit<BulkTools, "parts"> },
) {
  const { store, clock } = parts;
  const tools = { parts, ...bulk };

  async function reasonNow(agentId: string): Promise<GoneReason | null | "unknown"> {
    const [stored] = await store.load([{ kind: "agent", id: agentId }]);
    return stored ? goneReason(readAgent(stored.body), policies.current().settings, clock.now()) : "unknown";
  }

  /** @returns whether everybody knows; otherwise there is more to tell, or something else. */
  async function tell(leased: LeasedEffect, agentId: string, because: GoneReason | null): Promise<boolean> {
    const conversations = await toBeTold(store, agentId, because);
    const now = conversations.slice(0, mostPerRun);
    for (let start = 0; start < now.length; start += lookEvery) {
      if (start > 0 && (await reasonNow(agentId)) !== because) return false;
      await tellSome(now.slice(start, start + lookEvery), { type: "owner-changed", agentId, because }, leased.id);
      if (start + lookEvery < now.length) await othersFirst();
    }
    return conversations.length <= mostPerRun;
  }

  /** Those who look on lose their owner, whose document holds all they have: it is written once for all of them. */
  async function tellSome(some: readonly Conversation[], event: OwnerChanged, cause: string): Promise<void> {
    const looksOn = ({ route }: Conversation) => parts.channels.get(route.channelId)?.capabilities.hasPresence === true;
    const idOf = (id: string) => `${cause}:${id}`;
    const live = some.filter(looksOn).map(({ id }) => id);
    const isTold = live.length > 1 && (await tellTogether(live, event, idOf));
    for (const conversation of some) {
      const { id } = conversation;
      if (!isTold || !looksOn(conversation)) await handle(id, { ...event, id: idOf(id), at: clock.now() });
    }
  }

  /** `false`: somebody was faster with one of them. */
  async function tellTogether(ids: readonly string[], event: OwnerChanged, idOf: (id: string) => string) {
    const at = clock.now();
    const together = await decideTogether(tools, ids);
    for (const id of ids) await together.decide(id, [{ ...event, id: idOf(id) }], at);
    const commit = { ...emptyCommit(at), ...together.commit(), lease: bulk.runner.offer() };
    if (commit.puts.length === 0) return true;
    const result = await store.commit(commit);
    if (result.status === "committed") together.started(bulk.runner, result.leased, commit.effects);
    else together.settled();
    return result.status === "committed";
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

/** Theirs, and not knowing yet: no more pages than one run tells of, and one more when there are more. */
async function toBeTold(store: Store, agentId: string, because: GoneReason | null): Promise<readonly Conversation[]> {
  const told: Conversation[] = [];
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
    told.push(...conversations.filter((each) => isNews(each, because)));
    cursor = page.next;
  } while (cursor !== null && told.length <= mostPerRun);
  return told;
}

function isNews({ control }: Conversation, because: GoneReason | null): boolean {
  if (control.phase !== "human") return false;
  return because === null ? control.ownerGone !== null : control.ownerGone === null || because === "left";
}
