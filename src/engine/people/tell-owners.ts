import type { OwnerChanged } from "../../core/conversation/event.ts";
import { conversationViews } from "../../core/conversation/index-entries.ts";
import type { Conversation, GoneReason } from "../../core/conversation/state.ts";
import { readConversation } from "../../core/conversation/upgrade.ts";
import { type Agent, readAgent } from "../../core/people/agent.ts";
import { goneReason } from "../../core/people/gone.ts";
import type { Commit, CommitResult, LeasedEffect, Store } from "../../ports/store.ts";
import { decideTogether } from "../decide-together.ts";
import type { Outcome } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { HandleEvent } from "../handle-event.ts";
import { othersFirst } from "../others-first.ts";
import type { Parts } from "../parts.ts";
import type { Policies } from "../settings/policies.ts";
import { askingFor } from "./asking-for.ts";
import type { BulkTools } from "./bulk-batch.ts";
import { type AgentWatch, type OwnersTell, ownersTellOn, readWatch, watchKey } from "./documents.ts";
import { endAdvice } from "./end-advice.ts";
import { notePresence } from "./presence-days.ts";

/** So many events and the turn is somebody else's: the rest goes on in an effect of its own, well within a lease. */
const mostPerRun = 100;
/** How often it is looked whether they are back already. */
const lookEvery = 20;
const pageSize = 50;
/** Most of them may know already: reading has an end, too. */
const mostPages = 20;

/**
 * Somebody went or is back, and every conversation they have, or are asked to take, hears of it (I7). What is true now
 * counts, not what was when it was planned: who is back before it ran has never been gone. It can stop anywhere and begin
 * again: a conversation that knows is left out.
 */
export function createTellOwners(
  parts: Parts,
  handle: HandleEvent,
  { policies, bulk }: { readonly policies: Pick<Policies, "current">; readonly bulk: Omit<BulkTools, "parts"> },
) {
  const { store, clock } = parts;
  const tools = { parts, ...bulk };

  async function personNow(agentId: string): Promise<Agent | null> {
    const [stored] = await store.load([{ kind: "agent", id: agentId }]);
    return stored ? readAgent(stored.body) : null;
  }

  function reasonOf(agent: Agent | null): GoneReason | null | "unknown" {
    return agent ? goneReason(agent, policies.current().settings, clock.now()) : "unknown";
  }

  /** Whatever their conversations have heard before: nobody waits for the answer of somebody who is not there. */
  async function tellAsking(agent: Agent, because: GoneReason, cause: string): Promise<void> {
    const asking = await askingFor(store, agent);
    for (let start = 0; start < asking.length; start += lookEvery) {
      const some = asking.slice(start, start + lookEvery);
      await tellSome(some, { type: "owner-changed", agentId: agent.id, because }, cause);
    }
  }

  /** @returns from where there is more to tell: `null` from the beginning, being something else; `all`: everybody knows. */
  async function tell(leased: LeasedEffect, agentId: string, because: GoneReason | null, from: string | null) {
    const { conversations, next } = await toBeTold(store, { agentId, because, from });
    for (let start = 0; start < conversations.length; start += lookEvery) {
      if (start > 0 && reasonOf(await personNow(agentId)) !== because) return null;
      const some = conversations.slice(start, start + lookEvery);
      await tellSome(some, { type: "owner-changed", agentId, because }, leased.id);
      if (start + lookEvery < conversations.length) await othersFirst();
    }
    return next ?? "all";
  }

  /** The owner's document holds all they have: it is read, and where they lose it written, once for all of these. */
  async function tellSome(some: readonly Conversation[], event: OwnerChanged, cause: string): Promise<void> {
    const idOf = (id: string) => `${cause}:${id}`;
    const ids = some.map(({ id }) => id);
    if (ids.length > 1 && (await tellTogether(ids, event, idOf))) return;
    for (const id of ids) await handle(id, { ...event, id: idOf(id), at: clock.now() });
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

  return async (leased: LeasedEffect, { agentId, entry, on }: OwnersTell): Promise<Outcome> => {
    if (entry) await notePresence(parts, agentId, entry);
    const agent = await personNow(agentId);
    const because = reasonOf(agent);
    if (agent && because !== null && because !== "unknown") await tellAsking(agent, because, leased.id);
    if (because === "left") await endAdvice({ store, clock, handle }, agentId, leased.id);
    const { body } = await readWatch(store, agentId);
    if (because === "unknown" || (because === body.told && !body.isTelling)) return { outcome: "done" };
    const isNext = on !== undefined && body.goesOnAs === leased.id && body.told === because;
    // Written down before anybody hears of it: who goes on after a crash knows that some have.
    const goesOnAs = isNext ? leased.id : null;
    await changeWatch(agentId, (watch) => ({ watch: { ...watch, told: because, isTelling: true, goesOnAs } }));
    const left = await tell(leased, agentId, because, isNext ? on.cursor : null);
    const isTold = left === "all";
    const place = { firstId: on?.firstId ?? leased.id, piece: (on?.piece ?? 0) + 1, cursor: isTold ? null : left };
    const again = ownersTellOn(agentId, place, clock.now());
    const status = await changeWatch(agentId, (watch) => ({
      settles: [leased.id],
      watch: { ...watch, isTelling: !isTold || watch.told !== because, goesOnAs: isTold ? null : again.id },
      effects: isTold ? [] : [again],
      feed: isTold ? [{ type: "agent-told", conversationId: null, data: { agentId, because } }] : [],
    }));
    // Another process did it meanwhile, this one having been too slow: what it told last may not be true any more.
    if (status === "duplicate") {
      await changeWatch(agentId, (watch) => ({
        watch: { ...watch, isTelling: true, goesOnAs: null },
        effects: [again],
      }));
    }
    return { outcome: "settled" };
  };
}

interface Change extends Partial<Pick<Commit, "settles" | "effects" | "feed">> {
  readonly watch: AgentWatch;
}

interface Telling {
  readonly agentId: string;
  readonly because: GoneReason | null;
  /** Who is before it has heard; `null`: nobody has. */
  readonly from: string | null;
}

/**
 * Theirs, and not knowing yet, with where to go on. Who writes meanwhile comes behind everybody and is seen again; what
 * is given to them meanwhile is given to somebody who is known to be gone.
 */
async function toBeTold(store: Store, { agentId, because, from }: Telling) {
  const conversations: Conversation[] = [];
  let next = from;
  let pages = 0;
  do {
    const view = { view: conversationViews.byAgent, key: agentId, limit: pageSize, order: "ascending" } as const;
    const page = await store.query({ ...view, cursor: next });
    const read = page.items.map(({ body }) => readConversation(body));
    conversations.push(...read.filter((each) => isNews(each, because)));
    next = page.next;
    pages += 1;
  } while (next !== null && pages < mostPages && conversations.length + pageSize <= mostPerRun);
  return { conversations, next };
}

function isNews({ control }: Conversation, because: GoneReason | null): boolean {
  if (control.phase !== "human") return false;
  return because === null ? control.ownerGone !== null : control.ownerGone === null || because === "left";
}
