import type { Evidence } from "../evidence.ts";
import type { Stay } from "../handoff-case.ts";
import { idleMinutes } from "../plan-settings.ts";
import { allCases } from "../recount.ts";
import type { Check } from "./check.ts";

/** I7: by what stood in everybody's document at every commit, and by what the records say they had and were asked for. */
export const nobodyOverfull: Check = {
  name: "nobody has more than they can take, at any moment",
  find: (evidence) => {
    const held = placesOf(evidence);
    return evidence.plan.people.flatMap(({ agent: { id, capacity } }) => {
      const stored = evidence.witnessed.fullest.get(id)?.units ?? 0;
      const most = mostAtOnce(held.get(id) ?? []);
      return [
        ...(stored > capacity ? [`${id} was stored with ${stored} of ${capacity}`] : []),
        ...(most > capacity ? [`${id} had ${most} of ${capacity}`] : []),
      ];
    });
  },
};

/** A conversation takes one place of one person, whether they are asked or have it. */
interface Place {
  readonly from: number;
  readonly to: number;
}

function placesOf(evidence: Evidence): ReadonlyMap<string, readonly Place[]> {
  const places: (Place & { readonly agentId: string })[] = [];
  for (const { records } of evidence.conversations) {
    for (const record of records) {
      if (record.type !== "request" || record.kind === "discuss") continue;
      places.push({ agentId: record.agentId, from: record.at, to: record.end?.at ?? evidence.plan.endsAt });
    }
  }
  for (const { stays } of allCases(evidence)) {
    for (const stay of stays) {
      if (stay.agentId === null) continue;
      places.push({ agentId: stay.agentId, from: stay.from, to: roomUntil(stay, evidence.plan.endsAt) });
    }
  }
  return Map.groupBy(places, ({ agentId }) => agentId);
}

/** A customer who says nothing for so long after the answer takes no place any more. */
function roomUntil({ to, firstWordsAt }: Stay, endsAt: number): number {
  const idleAt = firstWordsAt === null ? Number.POSITIVE_INFINITY : firstWordsAt + idleMinutes * 60_000;
  return Math.min(to ?? endsAt, idleAt);
}

function mostAtOnce(places: readonly Place[]): number {
  const steps = places.flatMap(({ from, to }) => [
    { at: from, by: 1 },
    { at: to, by: -1 },
  ]);
  // At one moment what ends makes room for what begins.
  steps.sort((one, other) => one.at - other.at || one.by - other.by);
  let [now, most] = [0, 0];
  for (const { by } of steps) {
    now += by;
    most = Math.max(most, now);
  }
  return most;
}
