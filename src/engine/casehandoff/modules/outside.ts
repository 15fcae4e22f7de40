import type { CaseItem, ItemResult } from "../../../core/casehandoff/item.ts";
import { readAgent } from "../../../core/people/agent.ts";
import type { CaseCallFailure, CaseModule, CaseMoved, CasePerson, OutsideCase } from "../../../ports/case-module.ts";
import type { Store } from "../../../ports/store.ts";
import { type Carrying, carriedOutside, type FoundItem, type ItemModule } from "./item-module.ts";
import { readTakers } from "./takers.ts";

/** Calls to one module at the same time. */
const batchSize = 8;

/** What is outside, behind the port. A call that may have arrived is repeated under the same key. */
export function outsideModule(module: CaseModule, store: Store): ItemModule {
  return {
    id: module.id,
    name: module.name,
    batchSize,
    isOutside: true,
    async list({ id, email }, cursor, signal) {
      const page = await module.list({ id, email }, cursor, signal);
      if (page.status !== "listed") return { status: "unreachable", error: page.error };
      return { status: "listed", items: page.items.map(found), next: page.next };
    },
    async carry(items, carrying) {
      const people = await readPeople(store, items);
      const takers = await readTakers(store, items, carrying);
      const carried = items.map(async (item) => {
        if (carrying.isRecall) return [item.id, await findOut(module, people, item, carrying)] as const;
        const because = takers.whyNot(item);
        const result = because === null ? await carryOne(module, people, item, carrying) : refused(because, carrying);
        return [item.id, result] as const;
      });
      return carriedOutside(new Map(await Promise.all(carried)));
    },
  };
}

function found({ reference, kind, version }: OutsideCase): FoundItem {
  return { kind, reference, seen: version, units: 0, channelKind: null };
}

type People = ReadonlyMap<string, CasePerson>;

async function readPeople(store: Store, items: readonly CaseItem[]): Promise<People> {
  const ids = [...new Set(items.flatMap(({ fromId, toId }) => (toId === null ? [fromId] : [fromId, toId])))];
  const stored = await store.load(ids.map((id) => ({ kind: "agent", id })));
  return new Map(
    stored.flatMap((one) => {
      if (!one) return [];
      const { id, email } = readAgent(one.body);
      return [[id, { id, email }] as const];
    }),
  );
}

async function carryOne(module: CaseModule, people: People, item: CaseItem, carrying: Carrying): Promise<ItemResult> {
  const { id, reference, kind, fromId, toId, seen, left } = item;
  const isOut = carrying.direction === "out";
  const [giver, taker] = [people.get(fromId), toId === null ? undefined : people.get(toId)];
  const [from, to] = isOut ? [giver, taker] : [taker, giver];
  if (!from || !to) return refused("unknown-agent", carrying);
  const version = isOut ? seen : carrying.isForced ? null : left;
  const key = `${id}.${carrying.direction}`;
  const moved = await module.move({ key, reference, kind, from, to, version }, carrying.signal);
  return isOut ? resultOut(moved, to) : resultBack(moved);
}

/** Whether it has gone out: who has it is asked first, and only what is not with the subject any more is asked about. */
async function findOut(module: CaseModule, people: People, item: CaseItem, carrying: Carrying): Promise<ItemResult> {
  const { reference, kind, fromId, toId } = item;
  const [from, to] = [people.get(fromId), toId === null ? undefined : people.get(toId)];
  if (!from || !to) return leftAlone("unknown-agent");
  const looked = await module.look({ reference, kind, among: [from, to] }, carrying.signal);
  if (looked.status === "missing") return leftAlone("gone");
  if (looked.status !== "found") return notKnown(looked);
  if (looked.ownerId === from.id) return { status: "returned" };
  if (looked.ownerId === to.id && carrying.isForced) return resultOut({ status: "moved", version: null }, to);
  if (looked.ownerId !== to.id && !carrying.isForced) return leftAlone("owner-changed");
  return askWhatItLeft(module, { from, to }, item, carrying);
}

/**
 * What it answered then, under the same key, says how it was left. It moves nothing now: it is not where it was seen any
 * more, and will not be again in the state it was seen in.
 */
async function askWhatItLeft(
  module: CaseModule,
  { from, to }: { readonly from: CasePerson; readonly to: CasePerson },
  { id, reference, kind, seen: version }: CaseItem,
  { signal }: Carrying,
): Promise<ItemResult> {
  const moved = await module.move({ key: `${id}.out`, reference, kind, from, to, version }, signal);
  switch (moved.status) {
    case "moved":
      return resultOut(moved, to);
    case "changed":
      return leftAlone("changed");
    case "missing":
      return leftAlone("gone");
    default:
      return notKnown(moved);
  }
}

function notKnown({ status }: CaseCallFailure): ItemResult {
  return { status: status === "retry" ? "again" : "failed", reason: "no-answer" };
}

function leftAlone(reason: string): ItemResult {
  return { status: "left-alone", reason };
}

function refused(reason: string, { direction }: Carrying): ItemResult {
  return { status: direction === "out" ? "failed" : "left-alone", reason };
}

/** `version: null`: it goes back whatever it is. */
type MovedOut = CaseMoved | { readonly status: "moved"; readonly version: null };

function resultOut(moved: MovedOut, to: CasePerson): ItemResult {
  switch (moved.status) {
    case "moved":
      return { status: "moved", placed: { type: "agent", id: to.id }, left: moved.version, reason: null };
    case "changed":
      return { status: "skipped-changed", reason: "changed" };
    case "missing":
      return { status: "skipped-changed", reason: "gone" };
    case "retry":
      return { status: "again", reason: "unreachable" };
    case "failed":
      return { status: "failed", reason: "refused-by-module" };
  }
}

function resultBack(moved: CaseMoved): ItemResult {
  if (moved.status === "moved") return { status: "returned" };
  if (moved.status === "retry") return { status: "again", reason: "unreachable" };
  const reasons = { changed: "changed", missing: "gone", failed: "refused-by-module" } as const;
  return { status: "left-alone", reason: reasons[moved.status] };
}
