import type { CaseItem, ItemResult } from "../../../core/casehandoff/item.ts";
import { readAgent } from "../../../core/people/agent.ts";
import type { CaseModule, CaseMoved, CasePerson, OutsideCase } from "../../../ports/case-module.ts";
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
        const because = carrying.isRecall ? null : takers.whyNot(item);
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

function refused(reason: string, { direction }: Carrying): ItemResult {
  return { status: direction === "out" ? "failed" : "left-alone", reason };
}

function resultOut(moved: CaseMoved, to: CasePerson): ItemResult {
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
